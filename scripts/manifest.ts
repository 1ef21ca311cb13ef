import { globSync, readFileSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type ESTree, parseSync } from 'vite';
import { at } from './root.ts';

/**
 * `custom-elements.json` (schema 1.0.0 of webcomponents/custom-elements-manifest) of the classes' JSDoc and
 * `static properties`, for editors and documentation tools. Paths in it are relative to itself, as it is served under `/embed/`.
 * The usual analyzer isn't taken because it brings a TypeScript, a file watcher and a config loader of its own.
 */
export interface Manifest {
  schemaVersion: '1.0.0';
  readme: '';
  modules: { kind: 'javascript-module'; path: string; declarations: Element[]; exports: Definition[] }[];
}

export interface Element {
  kind: 'class';
  customElement: true;
  name: string;
  tagName: string;
  description: string;
  superclass: { name: 'LitElement'; package: 'lit' };
  attributes: Attribute[];
  members: Member[];
  events: (Named & { type: { text: string } })[];
  slots: Named[];
  cssParts: Named[];
  cssProperties: Named[];
}

interface Named {
  name: string;
  description: string;
}

interface Member extends Named {
  kind: 'field';
  attribute: string;
  type: { text: string };
  default: string;
}

interface Attribute extends Named {
  fieldName?: string;
  type: { text: string };
  default?: string;
}

interface Definition {
  kind: 'custom-element-definition';
  name: string;
  declaration: { name: string; module: string };
}

/** The built files and the sources that say what each defines; a class is described where it first stands. */
const ENTRIES = { 'v1.js': 'widget/entry/v1.ts', 'v1-badge.js': 'widget/entry/badge.ts' };

interface Class {
  node: ESTree.Class;
  doc: string;
  /** The JSDoc right before one of its members; empty where there is none. */
  docOf(node: ESTree.Node): string;
}

interface Source {
  classes: Map<string, Class>;
  /** `const NAMES = ['a', 'b'] as const; type Name = (typeof NAMES)[number]`, as `'a' | 'b'`. */
  unions: Map<string, string>;
}

export function elementsManifest(): Manifest {
  const source = readSources();
  const described = new Map<string, string>();
  const modules = Object.entries(ENTRIES).map(([path, entry]) => {
    const defined = definitionsIn(entry);
    const fresh = defined.filter(({ className }) => !described.has(className));
    for (const { className } of fresh) described.set(className, path);
    return {
      kind: 'javascript-module' as const,
      path,
      declarations: fresh.map(({ tag, className }) => elementOf(tag, className, source)),
      exports: defined.map(({ tag, className }) => ({
        kind: 'custom-element-definition' as const,
        name: tag,
        declaration: { name: className, module: described.get(className)! },
      })),
    };
  });
  return { schemaVersion: '1.0.0', readme: '', modules };
}

export async function writeManifest(embed: string): Promise<void> {
  await writeFile(join(embed, 'custom-elements.json'), `${JSON.stringify(elementsManifest(), null, 2)}\n`);
}

function parsed(file: string) {
  const text = readFileSync(at(file), 'utf8');
  const { program, comments, errors } = parseSync(file, text);
  if (errors.length > 0) throw new Error(`${file}: ${errors[0]!.message}`);
  return { text, program, comments };
}

function readSources(): Source {
  const classes: Source['classes'] = new Map();
  const lists = new Map<string, string>();
  const names = new Map<string, string>();
  const files = globSync('{widget/**/*,contract/vocabulary}.ts', { cwd: at() });
  for (const file of files.filter((name) => !name.endsWith('.test.ts'))) {
    const { text, program, comments } = parsed(file);
    const docOf = ({ start }: ESTree.Node): string => {
      const before = comments.findLast(({ end }) => end <= start);
      const adjacent = before?.value.startsWith('*') && !text.slice(before.end, start).trim();
      return adjacent ? before!.value : '';
    };
    for (const statement of program.body) {
      const node = statement.type === 'ExportNamedDeclaration' ? statement.declaration : statement;
      if (node?.type === 'ClassDeclaration' && node.id)
        classes.set(node.id.name, { node, doc: docOf(statement), docOf });
    }
    for (const [, name, list] of text.matchAll(/const (\w+) = \[([^\]]+)\] as const/g))
      lists.set(name!, (list!.match(/'[^']+'/g) ?? []).join(' | '));
    for (const [, name, list] of text.matchAll(/type (\w+) = \(typeof (\w+)\)\[number\]/g))
      names.set(name!, list!);
  }
  return { classes, unions: new Map([...names].map(([name, list]) => [name, lists.get(list) ?? name])) };
}

/** The `define('huixin-…', Class)` calls of an entry. */
function definitionsIn(entry: string): { tag: string; className: string }[] {
  return [...parsed(entry).text.matchAll(/^define\('([\w-]+)', (\w+)\);$/gm)].map(([, tag, className]) => ({
    tag: tag!,
    className: className!,
  }));
}

/** A class and those it extends, as far as they are ours; the base first, because what all elements have comes first. */
function chainOf(className: string, { classes }: Pick<Source, 'classes'>): Class[] {
  const found = classes.get(className);
  if (!found) return [];
  const { superClass } = found.node;
  return [...(superClass?.type === 'Identifier' ? chainOf(superClass.name, { classes }) : []), found];
}

function elementOf(tag: string, className: string, source: Source): Element {
  const chain = chainOf(className, source);
  const doc = chain.at(-1)?.doc ?? '';
  if (tagged(doc, 'element')[0]?.name !== tag)
    throw new Error(`${className} is defined as <${tag}>, so its JSDoc needs "@element ${tag}"`);
  const all = (name: string) => chain.flatMap((each) => tagged(each.doc, name));
  const members = chain.flatMap((each) => membersOf(each, source));
  const named = ({ name, description }: Tag): Named => ({ name, description });
  const typed = (each: Tag) => ({ ...named(each), type: { text: each.type } });
  return {
    kind: 'class',
    customElement: true,
    name: className,
    tagName: tag,
    description: descriptionOf(doc),
    superclass: { name: 'LitElement', package: 'lit' },
    attributes: [
      ...members.map(({ attribute, name, description, type, default: value }) => ({
        name: attribute,
        fieldName: name,
        description,
        type,
        default: value,
      })),
      ...all('attr').map(typed),
    ],
    members,
    events: all('event').map(typed),
    slots: all('slot').map(named),
    cssParts: all('csspart').map(named),
    cssProperties: all('cssproperty').map(named),
  };
}

/** What `static properties` names: a public field with an attribute of its name. */
function membersOf({ node, docOf }: Class, { unions }: Source): Member[] {
  const members: Member[] = [];
  const fields = node.body.body.flatMap((each) => (each.type === 'PropertyDefinition' ? [each] : []));
  const declared = fields.find((field) => field.static && nameOf(field.key) === 'properties')?.value;
  const named =
    declared?.type === 'ObjectExpression'
      ? declared.properties.map((each) => each.type === 'Property' && nameOf(each.key))
      : [];
  for (const field of fields) {
    const fieldName = nameOf(field.key);
    if (!fieldName || !named.includes(fieldName) || field.value?.type !== 'Literal') continue;
    const annotated = field.typeAnnotation?.typeAnnotation;
    const name =
      annotated?.type === 'TSTypeReference' && annotated.typeName.type === 'Identifier'
        ? annotated.typeName.name
        : '';
    members.push({
      kind: 'field',
      name: fieldName,
      attribute: fieldName.toLowerCase(),
      description: descriptionOf(docOf(field)),
      type: { text: unions.get(name) ?? typeof field.value.value },
      default: field.value.raw ?? '',
    });
  }
  return members;
}

const nameOf = (key: ESTree.Node): string => (key.type === 'Identifier' ? key.name : '');

const linesOf = (doc: string): string[] =>
  doc.split('\n').map((line) => line.replace(/^\s*\*+\s?/, '').trim());

const descriptionOf = (doc: string): string => {
  const lines = linesOf(doc);
  const end = lines.findIndex((line) => line.startsWith('@'));
  return lines
    .slice(0, end < 0 ? undefined : end)
    .join(' ')
    .trim();
};

interface Tag extends Named {
  type: string;
}

/** Lines `@tag {type} name - description`; type and name may be missing. */
const tagged = (doc: string, tag: string): Tag[] =>
  linesOf(doc).flatMap((line) => {
    const found = /^@(\w+) (?:\{(.*)\} )?([\w-]+)?(?:\s*- (.*))?$/.exec(line);
    if (found?.[1] !== tag) return [];
    const [, , type = 'string', name = '', description = ''] = found;
    return [{ type, name, description }];
  });
