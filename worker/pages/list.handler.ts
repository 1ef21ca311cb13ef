/** The published letters of a tenant: a page of the list, or what a search found. */
import type { Context } from 'hono';
import { feedQuery } from '../../contract/letters.ts';
import { limits } from '../../contract/limits.ts';
import type { AppEnv } from '../http/context.ts';
import { placeOf } from '../http/cursor.ts';
import { readFeed } from '../letters/feed.actions.ts';
import { now } from '../platform/clock.ts';
import { figuresOf } from '../stats/stats.actions.ts';
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
  const [page, figures] = await Promise.all([
    readFeed(c.env, tenant, { limit: pageSize, q, kind, department }, placeOf(cursor)),
    figuresOf(c.env, tenant, c.get('version'), now()),
  ]);
  const filter = { q, kind: kind ?? '', department: department ?? '', further: cursor !== undefined };
  return c.html(listPage(view, { profile: toProfile(tenant, figures, view.lang), page, filter }));
}
