/** Pages that anyone may read. */
import type { Context } from 'hono';
import { dayOf, type Day } from '../../core/index.ts';
import type { AppEnv } from '../http/context.ts';
import { placeOf } from '../http/cursor.ts';
import { tallyOf } from '../letters/feed.store.ts';
import { eventsOf, findByNumber } from '../letters/letter.store.ts';
import { holdersIn, withNames } from '../hand-over/told.ts';
import { filesIn } from '../letters/files.ts';
import { isPublic, toPublicLetter } from '../letters/public.view.ts';
import { readNotices } from '../notices/notice.actions.ts';
import { now } from '../platform/clock.ts';
import { directory } from '../platform/d1.ts';
import { knownStats } from '../stats/stats.actions.ts';
import { listTenants } from '../tenants/tenant.store.ts';
import { hiddenLetterPage, letterPage, takenDownWords } from './letter.page.ts';
import { noticesPage } from './notices.page.ts';
import { tenantsPage } from './plain.page.ts';
import { viewOf } from './request.ts';
import { statsPage, type PeriodName } from './stats.page.ts';

type C = Context<AppEnv>;
const pageSize = 20;

export async function tenants(c: C): Promise<Response> {
  const rows = await listTenants(directory(c.env), '');
  return c.html(
    tenantsPage(
      viewOf(c),
      rows.map(({ tenant }) => tenant),
    ),
  );
}

export async function letter(c: C): Promise<Response> {
  const tenant = c.get('tenant');
  const db = c.get('db');
  const number = (c.req.param('number') ?? '').toUpperCase();
  const row = await findByNumber(db, tenant.slug, number);
  if (row && isPublic(row)) {
    const rows = await eventsOf(db, tenant.slug, row.id);
    const told = await withNames(c.env, tenant, holdersIn(rows.map(({ data }) => data)));
    return c.html(letterPage(viewOf(c), toPublicLetter(row, rows, told, await filesIn(db, tenant, rows))));
  }
  c.header('Cache-Control', 'no-store');
  // The fact that it was public stays visible, with its grounds; of a revoked consent nothing does.
  const takenDown = row?.release === 'taken_down' && row.consent;
  const events = takenDown ? await eventsOf(db, tenant.slug, row.id) : [];
  const event = events.findLast(({ kind }) => kind === 'taken_down')?.data;
  const why = takenDown
    ? takenDownWords(viewOf(c), event?.kind === 'taken_down' ? event.grounds : null)
    : null;
  return c.html(hiddenLetterPage(viewOf(c), number, why), takenDown ? 410 : 404);
}

export async function stats(c: C): Promise<Response> {
  const tenant = c.get('tenant');
  const period = c.req.query('period');
  const name: PeriodName = period === 'month' || period === 'quarter' || period === 'year' ? period : 'days';
  const today = dayOf(now(), tenant.timeZone);
  const [figures, { received, published, withoutConsent, withheld, spam }] = await Promise.all([
    knownStats(c.env, tenant, c.get('version'), { from: beginning[name](today) }, now()),
    tallyOf(c.get('db'), tenant.slug),
  ]);
  return c.html(
    statsPage(viewOf(c), {
      stats: figures,
      period: name,
      counts: { received, published, withoutConsent, withheld, spam },
    }),
  );
}

const beginning: Record<PeriodName, (today: Day) => Day | undefined> = {
  month: (today) => `${today.slice(0, 7)}-01`,
  quarter: (today) =>
    `${today.slice(0, 5)}${String(Math.floor((+today.slice(5, 7) - 1) / 3) * 3 + 1).padStart(2, '0')}-01`,
  year: (today) => `${today.slice(0, 4)}-01-01`,
  days: () => undefined,
};

export async function notices(c: C): Promise<Response> {
  const tenant = c.get('tenant');
  const cursor = c.req.query('cursor') || undefined;
  const [place, id = ''] = cursor?.split('.') ?? [];
  const [publishedAt] = placeOf(place) ?? [];
  const after = publishedAt === undefined ? null : { publishedAt, id };
  const page = await readNotices(c.get('db'), tenant, { limit: pageSize }, after);
  return c.html(noticesPage(viewOf(c), page, cursor !== undefined));
}
