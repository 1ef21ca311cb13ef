/** The first quarter of 2011 of Jingmen, imported as an operator imports it, and bulletins of it. */
import { strFromU8, unzipSync } from 'fflate';
import type { Bulletin, BulletinTable } from '../../../contract/bulletins.ts';
import type { ImportResult } from '../../../contract/imports.ts';
import { letters2011, QUARTER } from '../../../demo/seed/letters-2011.ts';
import { jingmen } from '../../../demo/seed/mailboxes.ts';
import { notices2011 } from '../../../demo/seed/notices.ts';
import { aMember, aTenant, call, newKey } from '../../test/app.ts';

export type Headers = Record<string, string>;
export { QUARTER };

/** @returns the tenant's slug */
export async function theQuarter(
  headers: Headers,
  jurisdiction = '420800',
  name = '荆门市',
): Promise<string> {
  const departments = jingmen.departments.map((department) => department.name);
  const tenant = await aTenant({ name, jurisdiction, departments });
  const path = `/v1/central/tenants/${tenant}/import`;
  const rows = letters2011();
  for (const [what, given] of [
    ['letters', rows],
    ['notices', [...notices2011]],
  ] as const) {
    const answer = await call(`${path}/${what}`, { headers, json: { rows: given } });
    const { errors, written } = await answer.json<ImportResult>();
    if (errors.length > 0 || written !== given.length) throw new Error(JSON.stringify(errors));
  }
  return tenant;
}

export const aCentral = (jurisdiction = '42'): Promise<Headers> => aMember('central', null, [], jurisdiction);

export function ask(headers: Headers, body: unknown, key = newKey()): Promise<Response> {
  return call('/v1/central/bulletins', { headers: { ...headers, 'Idempotency-Key': key }, json: body });
}

export async function make(
  headers: Headers,
  body: Record<string, unknown>,
  key = newKey(),
): Promise<Bulletin> {
  const answer = await ask(headers, { ...body, freeze: true }, key);
  if (answer.status !== 201) throw new Error(`${answer.status} ${await answer.text()}`);
  return answer.json<Bulletin>();
}

export const read = (headers: Headers, id: string | null, format = ''): Promise<Response> =>
  call(`/v1/central/bulletins/${id}${format && `/${format}`}`, { headers });

export function tableOf({ blocks }: Pick<Bulletin, 'blocks'>, id: BulletinTable['id']): BulletinTable {
  return blocks.find((block): block is BulletinTable => block.kind === 'table' && block.id === id)!;
}

export const textOf = ({ blocks }: Pick<Bulletin, 'blocks'>): string =>
  blocks.flatMap((block) => (block.kind === 'paragraph' ? [block.text] : [])).join('\n');

/** The XML parts of a zipped document, by path. */
export async function partsOf(answer: Response): Promise<Record<string, string>> {
  const files = unzipSync(new Uint8Array(await answer.arrayBuffer()));
  return Object.fromEntries(Object.entries(files).map(([path, bytes]) => [path, strFromU8(bytes)]));
}

/** What a row of XML says, cell by cell. */
export const cellsOf = (row: string, cell: RegExp): string[] =>
  (row.match(cell) ?? []).map((one) => one.replace(/<[^>]+>/g, ''));
