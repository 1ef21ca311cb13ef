/** The published letters of a tenant: a page of the list, or what a search found. */
import type { Context } from 'hono';
import { feedQuery, type FeedPage, type FeedQuery } from '../../contract/letters.ts';
import { limits } from '../../contract/limits.ts';
import { phrasesOf } from '../../core/search-text.ts';
import type { AppEnv } from '../http/context.ts';
import { decodeCursor, encodeCursor } from '../http/cursor.ts';
import { listPublished, searchPublished, tallyOf } from '../letters/feed.store.ts';
import { toFeedItem } from '../letters/public.view.ts';
import { now } from '../platform/clock.ts';
import { statsOf } from '../stats/stats.actions.ts';
import { toProfile } from '../tenants/profile.view.ts';
import { listPage } from './list.page.ts';
import { viewOf } from './request.ts';

type C = Context<AppEnv>;
const pageSize = 20;

export async function list(c: C): Promise<Response> {
  const tenant = c.get('tenant');
  const view = viewOf(c);
  // An empty field of the search form asks for nothing.
  const given = Object.fromEntries(Object.entries(c.req.query()).filter(([, value]) => value !== ''));
  const asked = feedQuery.partial().safeParse({
    ...given,
    limit: pageSize,
    q: Array.from(given['q'] ?? '')
      .slice(0, limits.searchCharsMax)
      .join(''),
  });
  const { cursor, q = '', kind, department } = asked.success ? asked.data : {};
  const [page, { asOf: _asOf, byDepartment: _departments, tenant: _slug, from: _from, to: _to, ...figures }] =
    await Promise.all([pageOfLetters(c, { cursor, q, kind, department }), statsOf(c.env, tenant, {}, now())]);
  const filter = { q, kind: kind ?? '', department: department ?? '', further: cursor !== undefined };
  return c.html(listPage(view, { profile: toProfile(tenant, figures, view.lang), page, filter }));
}

type Asked = Partial<Pick<FeedQuery, 'cursor' | 'q' | 'kind' | 'department'>>;

async function pageOfLetters(c: C, { cursor, q = '', kind, department }: Asked): Promise<FeedPage> {
  const tenant = c.get('tenant');
  const db = c.get('db');
  const phrases = phrasesOf(q);
  const after = decodeCursor(cursor);
  const searching = q.trim() !== '';
  const scope = { kind, department };
  const found = searching
    ? phrases.length === 0
      ? []
      : await searchPublished(db, tenant.slug, phrases, scope, after && after[0], pageSize + 1)
    : await listPublished(db, tenant.slug, scope, after, pageSize + 1);
  const { received, published, withoutConsent, withheld, spam } = await tallyOf(db, tenant.slug);
  const rows = found.slice(0, pageSize);
  const last = found.length > pageSize ? rows.at(-1) : undefined;
  return {
    items: rows.map((row) => toFeedItem(row, tenant, phrases)),
    nextCursor: last
      ? searching
        ? encodeCursor(last.searchId)
        : encodeCursor(last.answeredAt, last.serial)
      : null,
    counts: { received, published, withoutConsent, withheld, spam },
  };
}
