/** A form that may bring files: fields kept as they are, each file put down as an upload while the next one is still on its way. */
import type { Context } from 'hono';
import { fileLimits } from '../../contract/limits.ts';
import { takeStream, type Reference } from '../attachments/upload.actions.ts';
import { addressOf } from '../http/address.ts';
import type { AppEnv } from '../http/context.ts';
import { Refused } from '../http/problem.ts';
import type { FileProblem } from './form-files.ts';
import { boundaryOf, Malformed, partsIn, type Part } from './multipart.ts';
import { formOf, type Form } from './request.ts';

/** A file that was chosen: where it lies, or why it was not taken. */
export type Chosen = { name: string } & ({ reference: Reference } | { problem: FileProblem });

export interface SentForm {
  /** The last value of a field; '' where there is none. */
  form: Form;
  all(name: string): readonly string[];
  chosen: readonly Chosen[];
}

/** Text of a whole form: a letter of 5,000 characters needs a tenth of it. */
const fieldCharsMax = 256 * 1024;
/** Files that are too large are read to their end as well, and kept nowhere: only so does the rest of the form come back. */
const bodyBytesMax = 128 * 1024 * 1024;

type C = Context<AppEnv>;

export async function sentForm(c: C): Promise<SentForm> {
  const boundary = boundaryOf(c.req.header('content-type'));
  const { body } = c.req.raw;
  if (boundary === null || !body) {
    const form = await formOf(c);
    return { form, all: (name) => [form(name)].filter(Boolean), chosen: [] };
  }
  if (Number(c.req.header('content-length') ?? 0) > bodyBytesMax) throw new Refused('too_large');
  const fields: [name: string, value: string][] = [];
  const chosen: Chosen[] = [];
  const all = (name: string) => fields.flatMap(([one, value]) => (one === name ? [value] : []));
  try {
    for await (const part of partsIn(body, boundary)) {
      if (part.fileName === null) fields.push([part.name, await textOf(part)]);
      else if (part.fileName !== '') chosen.push(await put(c, part, roomLeft(all, chosen)));
      if (sizeOf(fields) > fieldCharsMax) throw new Refused('too_large');
    }
  } catch (error) {
    if (error instanceof Malformed) throw new Refused('bad_request');
    throw error;
  }
  return { form: (name) => all(name).at(-1) ?? '', all, chosen };
}

const sizeOf = (fields: readonly [string, string][]): number =>
  fields.reduce((sum, [name, value]) => sum + name.length + value.length, 0);

async function textOf({ pieces }: Part): Promise<string> {
  const decoder = new TextDecoder();
  let text = '';
  for await (const piece of pieces) {
    text += decoder.decode(piece, { stream: true });
    if (text.length > fieldCharsMax) throw new Refused('too_large');
  }
  return text + decoder.decode();
}

function roomLeft(all: SentForm['all'], chosen: readonly Chosen[]): number {
  const removed = all('remove');
  const kept = all('kept').filter((value) => !removed.some((id) => value.startsWith(id)));
  return fileLimits.filesMax - kept.length - chosen.filter((one) => 'reference' in one).length;
}

async function put(c: C, { fileName, pieces }: Part, room: number): Promise<Chosen> {
  const name = plainName(fileName ?? '');
  if (room <= 0) return { name, problem: 'too_many_files' };
  const taken = await takeStream(c.env, c.get('tenant'), pieces, addressOf(c));
  if (!taken.ok) return { name, problem: taken.reason === 'too_many_requests' ? 'busy' : taken.reason };
  return { name, reference: { id: taken.upload.id, key: taken.key } };
}

const nameCharsMax = 60;
/** As its owner knows it, for them alone: shown on the form that it came with, stored and logged nowhere. */
export function plainName(given: string): string {
  const base = given.split(/[/\\]/).at(-1) ?? '';
  const chars = Array.from(base.replace(/[\p{C}\s]+/gu, ' ').trim());
  return chars.length > nameCharsMax ? `${chars.slice(0, nameCharsMax).join('')}…` : chars.join('');
}
