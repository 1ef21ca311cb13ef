/** The public list: a page of it, or what a search found. API and hosted pages both ask here. */
import type { FeedPage, FeedQuery } from '../../contract/letters.ts';
import { phrasesOf } from '../../core/search-text.ts';
import { encodeCursor, type Place } from '../platform/cursor.ts';
import { withNames } from '../hand-over/told.ts';
import { shard } from '../platform/d1.ts';
import type { Env } from '../platform/env.ts';
import type { Tenant } from '../tenants/tenant.store.ts';
import { listPublished, searchPublished, tallyOf } from './feed.store.ts';
import { toFeedItem } from './public.view.ts';

type Query = Pick<FeedQuery, 'limit'> & Partial<Pick<FeedQuery, 'kind' | 'department' | 'q'>>;

export async function readFeed(
  env: Env,
  tenant: Tenant,
  query: Query,
  after: Place | null,
): Promise<FeedPage> {
  const db = shard(env, tenant.shard);
  const { limit, kind, department, q = '' } = query;
  const scope = { kind, department };
  const phrases = phrasesOf(q);
  const searching = q.trim() !== '';
  const [found, counted] = await Promise.all([
    searching
      ? searchPublished(db, tenant.slug, phrases, scope, after && after[0], limit + 1)
      : listPublished(db, tenant.slug, scope, after, limit + 1),
    tallyOf(db, tenant.slug),
  ]);
  const { received, published, withoutConsent, withheld, spam } = counted;
  const rows = found.slice(0, limit);
  const told = await withNames(
    env,
    tenant,
    rows.map(({ holder }) => holder),
  );
  const last = found.length > limit ? rows.at(-1) : undefined;
  const nextCursor =
    last && (searching ? encodeCursor(last.searchId) : encodeCursor(last.answeredAt, last.serial));
  return {
    items: rows.map((row) => toFeedItem(row, told, phrases)),
    nextCursor: nextCursor ?? null,
    counts: { received, published, withoutConsent, withheld, spam },
  };
}
