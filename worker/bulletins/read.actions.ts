/** Reading bulletins: pages of them, one with its document, and what a file of one is made of. */
import type { z } from 'zod';
import type { Bulletin, BulletinBlock, BulletinPage, bulletinQuery } from '../../contract/bulletins.ts';
import { encodeCursor } from '../platform/cursor.ts';
import { directory, type Database } from '../platform/d1.ts';
import type { Env } from '../platform/env.ts';
import type { BulletinRow } from '../schema/directory.ts';
import { namesOf } from '../staff/member.store.ts';
import * as store from './bulletin.store.ts';
import { toBulletin, toPreview, toSummary, type SeenBulletin } from './bulletin.view.ts';
import type { Preview } from './bulletin.actions.ts';

/** Everything about them that their rows don't say. */
async function seen(db: Database, rows: readonly BulletinRow[]): Promise<SeenBulletin[]> {
  const ids = rows.map(({ id }) => id);
  const [corrected, corrections, names] = await Promise.all([
    store.bulletinsAmong(
      db,
      rows.flatMap(({ corrects }) => corrects ?? []),
    ),
    store.correctionsOf(db, ids),
    namesOf(db, [...new Set(rows.map(({ madeBy }) => madeBy))]),
  ]);
  const done = new Map<string, number>();
  for (const { id, frozenAt } of rows)
    if (frozenAt === null) done.set(id, (await store.tenantsDone(db, id)).size);
  return rows.map((row) => ({
    row,
    done: done.get(row.id) ?? 0,
    corrects: row.corrects === null ? undefined : corrected.get(row.corrects),
    correctedBy: corrections.get(row.id),
    madeBy: names.get(row.madeBy) ?? null,
  }));
}

/** @param prefixes whoever answers for several jurisdictions sees the bulletins of all of them */
export async function readBulletins(
  env: Env,
  prefixes: readonly string[],
  { limit }: Pick<z.output<typeof bulletinQuery>, 'limit'>,
  after: store.BulletinPlace | null,
): Promise<BulletinPage> {
  const db = directory(env);
  const lists = await Promise.all(
    prefixes.map((prefix) => store.listBulletins(db, prefix, after, limit + 1)),
  );
  const found = lists
    .flat()
    .sort((one, other) => other.begunAt - one.begunAt || (one.id < other.id ? 1 : -1));
  const rows = found.slice(0, limit);
  const last = found.length > limit ? rows.at(-1) : undefined;
  return {
    items: (await seen(db, rows)).map(toSummary),
    nextCursor: last ? `${encodeCursor(last.begunAt)}.${last.id}` : null,
  };
}

/** @param most rows of a table */
export async function readBulletin(env: Env, id: string, most: number): Promise<Bulletin> {
  const db = directory(env);
  const row = (await store.findBulletin(db, id))!;
  const [one] = await seen(db, [row]);
  return toBulletin(one!, await store.blocksOf(db, id), most);
}

export async function showPreview(
  env: Env,
  preview: Preview,
  madeBy: string,
  most: number,
): Promise<Bulletin> {
  const { corrects } = preview;
  const old = corrects === null ? null : await store.findBulletin(directory(env), corrects);
  return toPreview(preview, old ?? undefined, madeBy, most);
}

export const findBulletin = (env: Env, id: string): Promise<BulletinRow | null> =>
  store.findBulletin(directory(env), id);

export const blocksOf = (env: Env, id: string): Promise<BulletinBlock[]> =>
  store.blocksOf(directory(env), id);
