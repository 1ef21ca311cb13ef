/** The self-check of a tenant and year: what figures show, and what people ticked. */
import type { InspectionTable, SetTick } from '../../contract/inspection.ts';
import {
  addDays,
  addCalendarMonths,
  dayOf,
  figuresOfSums,
  INSPECTION_MONTHS,
  startOfDay,
  sumsOfMonths,
  wasOverThreeMonths,
  type CheckTime,
  type InspectionEvidence,
  type InspectionItem,
} from '../../core/index.ts';
import { unansweredOf } from '../liveness/judging.store.ts';
import { now } from '../platform/clock.ts';
import { commit, directory, shard } from '../platform/d1.ts';
import type { Env } from '../platform/env.ts';
import { countedUntil } from '../ranking/ranking.store.ts';
import { RANKING_ZONE } from '../ranking/ranking.view.ts';
import { namesOf } from '../staff/member.store.ts';
import { factsBetween } from '../stats/stats.store.ts';
import { insertAudit, type Tenant } from '../tenants/tenant.store.ts';
import { earliest, timeOf } from './as-of.ts';
import { insertTick, ticksOf, ticksUnder, type TickRow } from './tick.store.ts';
import { lastTimesOf, waitingUnder, yearOf, yearsUnder } from './year.store.ts';

export interface Check {
  tenant: Tenant;
  year: number;
  time: CheckTime;
  evidence: InspectionEvidence;
  ticks: ReadonlyMap<InspectionItem, TickRow>;
  names: ReadonlyMap<string, string>;
}

export async function readCheck(env: Env, tenant: Tenant, year: number): Promise<Check> {
  const db = directory(env);
  const { slug, timeZone } = tenant;
  const at = now();
  const current = Number(dayOf(at, timeZone).slice(0, 4)) === year;
  const time = { at: current ? at : startOfDay(`${year + 1}-01-01`, timeZone), timeZone, current };
  const [{ months, published }, last, ticks, overThreeMonths] = await Promise.all([
    yearOf(db, slug, year),
    lastTimesOf(db, slug),
    ticksOf(db, slug, year),
    countOverThreeMonths(env, tenant, time),
  ]);
  const figures = figuresOfSums(sumsOfMonths(months));
  const people = [...new Set([...ticks.values()].map(({ by }) => by))];
  const evidence = { ...last, figures, published, overThreeMonths };
  return { tenant, year, time, evidence, ticks, names: await namesOf(db, people) };
}

/**
 * Of letters whose three months ran out within the 365 days to the check, those that weren't answered by then; and in a year
 * that still runs, older ones that wait to this day. Reads fifteen months of the tenant's facts.
 */
async function countOverThreeMonths(env: Env, tenant: Tenant, time: CheckTime): Promise<number> {
  const { slug, timeZone } = tenant;
  const from = startOfDay(addDays(dayOf(time.at - 1, timeZone), -364), timeZone);
  const first = addCalendarMonths(dayOf(from, timeZone), -INSPECTION_MONTHS.veto);
  const begin = startOfDay(first, timeZone);
  let count = 0;
  for await (const facts of factsBetween(shard(env, tenant.shard), slug, begin, time.at))
    if (wasOverThreeMonths(facts, from, time)) count++;
  if (!time.current) return count;
  const [older] = await unansweredOf(directory(env), [{ slug, before: begin }]);
  return count + (older?.letters ?? 0);
}

/** Keeps what somebody ticked, beside what was ticked before. */
export async function tickItem(env: Env, slug: string, tick: SetTick, actor: string): Promise<void> {
  const db = directory(env);
  const at = now();
  const { year, item, answer, remark } = tick;
  await commit(db, [
    insertTick(db, { tenant: slug, year, item, answer, remark, at, by: actor }),
    insertAudit(db, {
      at,
      userId: actor,
      tenant: slug,
      action: 'inspection-ticked',
      subject: `${year}/${item}`,
    }),
  ]);
}

/** All tenants of a jurisdiction in one table; what each one is made of, its own check tells. */
export async function readInspectionTable(
  env: Env,
  jurisdiction: string,
  year: number,
): Promise<InspectionTable> {
  const db = directory(env);
  const until = await countedUntil(db);
  const [rows, waiting, ticked] = await Promise.all([
    yearsUnder(db, jurisdiction, year),
    waitingUnder(db, jurisdiction),
    ticksUnder(db, jurisdiction, year),
  ]);
  const ticks = new Map(ticked.map((row) => [row.tenant, row]));
  const items = rows.map(({ slug, name, months, published }) => {
    const own = ticks.get(slug);
    const { received, overdue } = figuresOfSums(sumsOfMonths(months));
    return {
      ...{ tenant: slug, name, received, overdue },
      unanswered: waiting.get(slug) ?? 0,
      published,
      ticked: own?.ticked ?? 0,
      unmet: own?.unmet ?? 0,
      tickedAt: timeOf(own?.tickedAt ?? null, RANKING_ZONE),
    };
  });
  return { jurisdiction, year, asOf: earliest(rows, until), items };
}
