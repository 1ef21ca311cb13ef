/** What one tenant brings to a bulletin, read from its shard as of the cut-off. */
import {
  addDays,
  dayOf,
  daysApart,
  departmentsOf,
  newSurvey,
  startOfDay,
  surveyLetter,
  type BulletinTenant,
  type Day,
} from '../../core/index.ts';
import { directory, shard } from '../platform/d1.ts';
import type { Env } from '../platform/env.ts';
import { countNotices } from '../stats/stats.store.ts';
import { departmentsAt } from '../tenants/department.store.ts';
import { findTenant } from '../tenants/tenant.store.ts';
import { coloursOf, lettersBetween } from './survey.store.ts';

export interface Span {
  from: Day;
  to: Day;
  asOf: Day;
  /** When the bulletin was begun: what happened later is not known, even on the day of the cut-off itself. */
  begunAt: number;
}

export interface Brought {
  tenant: BulletinTenant;
  /** How many letters were read for it. */
  read: number;
}

/** For a cut-off in the past the same whenever it is read: late, twice, or after the job was killed. */
export async function surveyTenant(env: Env, slug: string, span: Span): Promise<Brought> {
  const tenant = (await findTenant(directory(env), { slug }))!;
  const { timeZone } = tenant;
  const db = shard(env, tenant.shard);
  const end = (day: Day) => startOfDay(addDays(day, 1), timeZone);
  const [from, before] = [startOfDay(span.from, timeZone), end(span.to)];
  const cutOff = Math.min(end(span.asOf), span.begunAt);
  const survey = newSurvey();
  let read = 0;
  const homes = new Map<string, string>();
  for await (const { home, ...letter } of lettersBetween(db, slug, from, before)) {
    surveyLetter(survey, letter, cutOff);
    if (home !== null) homes.set(letter.id, home);
    read++;
  }
  const ids = survey.unanswered.map(({ id }) => id);
  const colours = await coloursOf(db, slug, ids, cutOff);
  // Of letters handed over to this tenant the record, and with it their colours, is at home.
  for (const [home, own] of Map.groupBy(
    ids.filter((id) => homes.has(id)),
    (id) => homes.get(id)!,
  )) {
    const at = (await findTenant(directory(env), { slug: home }))!;
    for (const [id, colour] of await coloursOf(shard(env, at.shard), home, own, cutOff))
      colours.set(id, colour);
  }
  const notices = await countNotices(db, slug, from, Math.min(before, cutOff));
  // The last instant before the cut-off: at 24:00 it is still that day.
  const lastDay = dayOf(cutOff - 1, timeZone);
  return {
    tenant: {
      slug,
      name: tenant.name,
      jurisdiction: tenant.jurisdiction,
      timeZone,
      cutOff,
      ruleVersions: [...survey.ruleVersions].sort((one, other) => one - other),
      kinds: survey.kinds,
      // As they were called then: a later name, like a later merger, is not of that time.
      departments: departmentsOf(
        survey,
        await departmentsAt(directory(env), tenant, Math.min(before, cutOff) - 1),
        notices,
      ),
      letters: survey.unanswered.map(({ id, number, kind, department, received, late }) => {
        const day = dayOf(received, timeZone);
        const standing = colours.get(id) ?? (late ? 'late' : 'open');
        return { number, kind, department, received: day, days: daysApart(day, lastDay), standing };
      }),
    },
    read,
  };
}
