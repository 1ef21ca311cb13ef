/** The full-text index of published letters. Its rowids ascend in order of publication. */
import { and, eq, isNull, sql, type SQL } from 'drizzle-orm';
import { splitForSearch } from '../../core/search-text.ts';
import type { Database, Statement } from '../platform/d1.ts';
import { letter, search } from '../schema/letters.ts';

/** One token per tenant, so that a search never walks another tenant's letters. */
const tenantToken = (tenant: string): string =>
  `t${Array.from(new TextEncoder().encode(tenant), (byte) => byte.toString(16).padStart(2, '0')).join('')}`;

const idOf = (tenant: string, id: string) =>
  sql`(SELECT search_id FROM letter WHERE id = ${id} AND tenant = ${tenant})`;
const theLetter = (tenant: string, id: string) => and(eq(letter.id, id), eq(letter.tenant, tenant));

/** Puts a letter's public text into the index, or replaces it. Three statements of one batch. */
export function indexLetter(
  db: Database,
  tenant: string,
  id: string,
  title: string,
  text: string,
): Statement[] {
  const next = sql`(SELECT coalesce(max(search_id), 0) + 1 FROM letter)`;
  const words = { tenant: tenantToken(tenant), title: splitForSearch(title), body: splitForSearch(text) };
  return [
    db
      .update(letter)
      .set({ searchId: next })
      .where(and(theLetter(tenant, id), isNull(letter.searchId))),
    db.delete(search).where(eq(search.rowid, idOf(tenant, id))),
    db.insert(search).values({ rowid: idOf(tenant, id), ...words }),
  ];
}

export function unindexLetter(db: Database, tenant: string, id: string): Statement[] {
  return [
    db.delete(search).where(eq(search.rowid, idOf(tenant, id))),
    db.update(letter).set({ searchId: null }).where(theLetter(tenant, id)),
  ];
}

/** All of the phrases. */
export const matchOf = (tenant: string, phrases: readonly string[][]): SQL => match(tenant, phrases, ' AND ');

/** Where one of them is enough. */
export const matchAnyOf = (tenant: string, phrases: readonly string[][]): SQL =>
  match(tenant, phrases, ' OR ');

/** The index's own query language; every token is quoted, so nothing a reader types is syntax. */
function match(tenant: string, phrases: readonly string[][], joined: ' AND ' | ' OR '): SQL {
  const quoted = phrases.map((phrase) => `"${phrase.join(' ')}"`).join(joined);
  return sql`${`tenant : ${tenantToken(tenant)} AND {title body} : (${quoted})`}`;
}
