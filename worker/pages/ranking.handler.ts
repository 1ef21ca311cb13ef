/** The public league table of a jurisdiction, or which ones there are. */
import type { Context, Next } from 'hono';
import { rankingQuery } from '../../contract/ranking.ts';
import { addMonths, dayOf } from '../../core/index.ts';
import type { AppEnv } from '../http/context.ts';
import { Refused } from '../http/problem.ts';
import { openRead } from '../http/public-read.ts';
import { now } from '../platform/clock.ts';
import { directory } from '../platform/d1.ts';
import { askedPeriod } from '../ranking/asked-period.ts';
import { rankingRead } from '../ranking/ranking-read.ts';
import { readTable } from '../ranking/ranking.actions.ts';
import { publishedTables } from '../ranking/ranking.store.ts';
import { RANKING_ZONE, toRanking } from '../ranking/ranking.view.ts';
import { explained } from '../ranking/ranking.words.ts';
import { reaches } from '../supervision/reach.ts';
import { rankingPage, type RankingPeriod } from './ranking.page.ts';
import { rankingsPage } from './rankings.page.ts';
import { viewOf } from './request.ts';
import type { View } from './view.ts';

type C = Context<AppEnv>;

/** An address that names no jurisdiction asks which ones there are. */
export const rankingOrList = (c: C, next: Next) =>
  c.req.query('jurisdiction') === undefined ? openRead(c, next) : rankingRead(c, next);

export async function ranking(c: C): Promise<Response> {
  if (c.req.query('jurisdiction') === undefined)
    return c.html(rankingsPage(viewOf(c), await publishedTables(directory(c.env))));
  return page(c, null);
}

/** What everybody would see, for the centre that may publish it: under the name it means to give it. */
export async function rankingPreview(c: C): Promise<Response> {
  if (!reaches(c.get('staff'), c.req.query('jurisdiction') ?? '')) throw new Refused('not_found');
  return page(c, c.req.query('name')?.slice(0, 60) || null);
}

/** @param name of the jurisdiction, where it isn't published yet or under another */
async function page(c: C, name: string | null): Promise<Response> {
  const asked = rankingQuery.safeParse(c.req.query());
  if (!asked.success) throw new Refused('bad_request');
  const { jurisdiction, by, lang: _lang, from, to } = asked.data;
  const period: RankingPeriod = c.req.query('period') === 'year' ? 'year' : 'months';
  const range = from || to || period === 'months' ? askedPeriod({ from, to }) : thisYear();
  const view: View = viewOf(c);
  const query = {
    jurisdiction,
    by,
    ...(from ? { from } : {}),
    ...(to ? { to } : {}),
    ...(period === 'year' ? { period } : {}),
  };
  const here = { path: '/ranking', query };
  const table = toRanking(await readTable(c.env, jurisdiction, range, by), explained(view.lang));
  const ranking = name === null ? table : { ...table, jurisdictionName: name };
  return c.html(rankingPage({ ...view, here }, { ranking, period: from || to ? null : period }));
}

function thisYear(): { from: string; to: string } {
  const to = dayOf(now(), RANKING_ZONE).slice(0, 7);
  return { from: addMonths(to, 1 - Number(to.slice(5))), to };
}
