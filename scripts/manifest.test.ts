import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { parseSync } from 'vite';
import { describe, expect, test } from 'vitest';
import { elementsManifest } from './manifest.ts';
import { at } from './root.ts';

/** What pages may rely on; taking something away is a major version. */
const PROMISED = {
  'huixin-letterbox': {
    attributes: ['tenant', 'view', 'kind', 'department', 'lang', 'elder', 'number'],
    events: ['huixin-ready', 'huixin-submitted', 'huixin-rated', 'huixin-error'],
    slots: ['', 'intro', 'consent'],
    parts: ['form', 'field', 'label', 'input', 'button', 'tabs', 'item', 'timeline', 'status'],
  },
  'huixin-feed': {
    attributes: ['tenant', 'limit', 'kind', 'department', 'lang'],
    events: ['huixin-ready', 'huixin-error'],
    slots: [''],
    parts: ['item', 'timeline', 'status'],
  },
  'huixin-badge': {
    attributes: ['tenant', 'metric', 'lang'],
    events: ['huixin-ready', 'huixin-error'],
    slots: [''],
    parts: ['label', 'status'],
  },
  'huixin-notices': {
    attributes: ['tenant', 'department', 'limit', 'lang'],
    events: ['huixin-ready', 'huixin-error'],
    slots: [''],
    parts: ['item'],
  },
};
const CSS_PROPERTIES = [
  ...['color-accent', 'color-text', 'color-surface', 'color-border', 'color-error'],
  ...['font-family', 'font-size', 'radius', 'space'],
].map((name) => `--huixin-${name}`);

const FILES: Record<keyof typeof PROMISED, string> = {
  'huixin-letterbox': 'widget/letterbox/letterbox.ts',
  'huixin-feed': 'widget/feed/feed.ts',
  'huixin-badge': 'widget/badge/badge.ts',
  'huixin-notices': 'widget/notices/notices.ts',
};

const manifest = elementsManifest();
const elements = manifest.modules.flatMap(({ declarations }) => declarations);
const names = (list: { name: string }[]) => list.map(({ name }) => name).toSorted();

describe('custom-elements.json', () => {
  test('says which script defines which element', () => {
    expect(manifest.modules.map(({ path, exports }) => [path, exports.map(({ name }) => name)])).toEqual([
      ['v1.js', ['huixin-letterbox', 'huixin-feed', 'huixin-notices', 'huixin-badge']],
      ['v1-badge.js', ['huixin-badge']],
    ]);
    for (const { exports } of manifest.modules)
      for (const { declaration } of exports)
        expect(
          manifest.modules
            .find(({ path }) => path === declaration.module)
            ?.declarations.map(({ name }) => name),
        ).toContain(declaration.name);
  });

  for (const [tag, promised] of Object.entries(PROMISED) as [keyof typeof PROMISED, Promised][]) {
    const element = elements.find(({ tagName }) => tagName === tag)!;

    test(`has everything that is promised of ${tag}, each with a description`, () => {
      expect(names(element.attributes)).toEqual(promised.attributes.toSorted());
      expect(names(element.events)).toEqual(promised.events.toSorted());
      expect(names(element.slots)).toEqual(promised.slots.toSorted());
      expect(names(element.cssParts)).toEqual(expect.arrayContaining(promised.parts));
      expect(names(element.cssProperties)).toEqual(CSS_PROPERTIES.toSorted());
      const { attributes, members, events, slots, cssParts, cssProperties } = element;
      for (const each of [element, ...[attributes, members, events, slots, cssParts, cssProperties].flat()])
        expect(each.description, `${tag} ${each.name}`).toMatch(/\.$/);
    });

    test(`has of ${tag} what its sources hold, no more and no less`, () => {
      const code = reachable(FILES[tag]).map(read).join('\n');
      const found = (pattern: RegExp) =>
        [...new Set([...code.matchAll(pattern)].map(([, name = '']) => name))].toSorted();
      expect(names(element.cssParts)).toEqual(found(/\bpart="([\w-]+)"/g));
      expect(names(element.cssProperties)).toEqual(found(/var\(\s*(--huixin-[\w-]+)/g));
      expect(names(element.events)).toEqual(found(/\bemit\('(\w+)'/g).map((name) => `huixin-${name}`));
      expect(names(element.slots)).toEqual(found(/<slot(?: name="([\w-]+)")?/g));
      expect(names(element.members)).toEqual(found(/(?<=static override properties[^=]*=.*?)\b(\w+): \{/g));
    });
  }
});

type Promised = Record<'attributes' | 'events' | 'slots' | 'parts', string[]>;

const read = (file: string): string => readFileSync(at(file), 'utf8');

/** A source and all that it imports at run time, now or later. */
function reachable(file: string, seen = new Set<string>()): string[] {
  if (seen.has(file)) return [...seen];
  seen.add(file);
  const text = read(file);
  const { module } = parseSync(file, text);
  const imported = [
    ...module.staticImports
      .filter(({ entries }) => entries.some(({ isType }) => !isType))
      .map(({ moduleRequest }) => moduleRequest.value),
    ...module.dynamicImports.map(({ moduleRequest: { start, end } }) => text.slice(start + 1, end - 1)),
  ];
  for (const name of imported) if (name.startsWith('.')) reachable(join(dirname(file), name), seen);
  return [...seen];
}
