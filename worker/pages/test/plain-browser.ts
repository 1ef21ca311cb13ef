/** A browser without scripts: reads pages, fills in forms, follows links. */
import { call, fromAnywhere, origin } from '../../test/app.ts';

export interface Page {
  status: number;
  headers: Headers;
  html: string;
}

export interface Form {
  method: string;
  action: string;
  fields: Record<string, string>;
  /** The same in their order, with those that come more than once. */
  entries: [name: string, value: string][];
}

async function pageOf(answer: Response): Promise<Page> {
  return { status: answer.status, headers: answer.headers, html: await answer.text() };
}

export const open = async (path: string, headers: Record<string, string> = {}): Promise<Page> =>
  pageOf(await call(path, { headers }));

/** Sends a form as a page of the service does, from an address of its own. */
export async function post(
  action: string,
  fields: Record<string, string>,
  headers: Record<string, string> = {},
): Promise<Page> {
  const body = new URLSearchParams(fields).toString();
  const sent = {
    'Content-Type': 'application/x-www-form-urlencoded',
    Origin: origin,
    ...fromAnywhere(),
    ...headers,
  };
  return pageOf(await call(action, { method: 'POST', body, headers: sent }));
}

export const submitForm = (
  form: Form,
  filled: Record<string, string>,
  headers?: Record<string, string>,
): Promise<Page> => post(form.action, { ...form.fields, ...filled }, headers);

export interface ChosenFile {
  name: string;
  bytes: Uint8Array<ArrayBuffer>;
}

/** Sends a form with files, as browsers do: in the order of the page, the files where their field stands. */
export async function sendFiles(
  form: Form,
  filled: Record<string, string>,
  files: readonly ChosenFile[],
  headers: Record<string, string> = {},
  fetched: typeof call = call,
): Promise<Page> {
  const body = new FormData();
  const entries = form.entries.filter(([name]) => !(name in filled) || name === 'kept');
  for (const [name, value] of [...entries, ...Object.entries(filled)]) body.append(name, value);
  for (const { name, bytes } of files) body.append('files', new File([bytes], name));
  if (files.length === 0) body.append('files', new File([], ''));
  const sent = { Origin: origin, ...fromAnywhere(), ...headers };
  return pageOf(await fetched(form.action, { method: 'POST', body, headers: sent }));
}

const entities: Record<string, string> = {
  '&amp;': '&',
  '&lt;': '<',
  '&gt;': '>',
  '&quot;': '"',
  '&#39;': "'",
};
export const unescaped = (text: string): string =>
  text.replace(/&(?:amp|lt|gt|quot|#39);/g, (entity) => entities[entity]!);

const attribute = (tag: string, name: string): string | null => {
  const found = new RegExp(`\\s${name}="([^"]*)"`).exec(tag);
  return found ? unescaped(found[1]!) : null;
};

/** Every form with what it would send untouched. */
export function formsIn(html: string): Form[] {
  return [...html.matchAll(/<form\b[^>]*>[\s\S]*?<\/form>/g)].map(([form]) => {
    const entries: [string, string][] = [];
    for (const [input] of form.matchAll(/<input\b[^>]*>/g)) {
      const name = attribute(input, 'name');
      const choice = /type="(?:radio|checkbox|file)"/.test(input);
      if (name !== null && (!choice || /\schecked\b/.test(input)))
        entries.push([name, attribute(input, 'value') ?? '']);
    }
    for (const [whole, text] of form.matchAll(/<textarea\b[^>]*>([\s\S]*?)<\/textarea>/g)) {
      entries.push([attribute(whole, 'name')!, unescaped(text!.replace(/^\n/, ''))]);
    }
    for (const [select] of form.matchAll(/<select\b[^>]*>[\s\S]*?<\/select>/g)) {
      const options = [...select.matchAll(/<option\b[^>]*>/g)].map(([option]) => option);
      const chosen = options.find((option) => /\sselected\b/.test(option)) ?? options[0]!;
      entries.push([attribute(select, 'name')!, attribute(chosen, 'value') ?? '']);
    }
    const tag = /^<form\b[^>]*>/.exec(form)![0];
    const [method, action] = [attribute(tag, 'method') ?? 'get', attribute(tag, 'action') ?? ''];
    return { method, action, fields: Object.fromEntries(entries), entries };
  });
}

/** The form that leads to a path or asks for an action. */
export function formTo(page: Page, what: { path?: string; action?: string }): Form {
  const found = formsIn(page.html).find(
    ({ action, fields }) =>
      (what.path === undefined || action.split('?')[0]!.endsWith(what.path)) &&
      fields['action'] === what.action,
  );
  if (!found) throw new Error(`no form ${JSON.stringify(what)} in a page of status ${page.status}`);
  return found;
}

/** Every address a page names. */
export const addressesIn = (html: string): string[] =>
  [...html.matchAll(/\s(?:href|src|action|datetime|content)="([^"]*)"/g)].map(([, value]) =>
    unescaped(value!),
  );

/** A member's command that has to succeed. */
export async function command(
  headers: Record<string, string>,
  number: string,
  name: string,
  json: unknown,
): Promise<void> {
  const answer = await call(`/v1/staff/letters/${number}/${name}`, { headers, json });
  if (!answer.ok) throw new Error(`${name}: ${await answer.text()}`);
}

/** The text of the page as a person reads it. */
export const textOf = (html: string): string => unescaped(html.replace(/<[^>]*>/g, ' ').replace(/\s+/g, ' '));
