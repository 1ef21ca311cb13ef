/**
 * Lets time act on the letters for which it is due: waits that ran out, closing after silence, escalations. The rules date
 * each step at its own boundary, so a late sweep, or a second one, writes the same history as one in time.
 */
import { beingCounted } from '../calendar/calendar.store.ts';
import { elapse } from '../letters/command.actions.ts';
import { dueForSweep } from '../letters/letter.store.ts';
import { now } from '../platform/clock.ts';
import { commit, directory, shard } from '../platform/d1.ts';
import type { Env } from '../platform/env.ts';
import { findTenant, type Tenant } from '../tenants/tenant.store.ts';
import { cursorOf, keepCursor } from './job.store.ts';

/** One run's share; the next minute takes the rest. */
const lettersMax = 100;

export async function sweepDeadlines(env: Env, index: number): Promise<number> {
  const db = shard(env, index);
  const tenants = new Map<string, Tenant | null>();
  // Letters that can't be swept (a defect) must not keep others waiting: those after the cursor come first, then the rest.
  const [at, after] = ((await cursorOf(db, 'sweep-deadlines')) ?? '0 ').split(' ') as [string, string];
  const due = await dueForSweep(db, [Number(at), after], now(), lettersMax);
  // Letters whose deadlines are about to move must not grow late by those of the calendar before.
  const counting = await beingCounted(directory(env), index);
  for (const { id, tenant: slug } of due) {
    if (counting.has(slug)) continue;
    if (!tenants.has(slug)) tenants.set(slug, await findTenant(directory(env), { slug }));
    const tenant = tenants.get(slug);
    if (!tenant) continue;
    try {
      await elapse(env, tenant, id);
    } catch (error) {
      console.error(
        JSON.stringify({
          level: 'error',
          job: 'sweep-deadlines',
          tenant: slug,
          error: (error as Error).name,
        }),
      );
    }
  }
  const last = due.length < lettersMax ? undefined : due.at(-1);
  await commit(db, [keepCursor(db, 'sweep-deadlines', last ? `${last.nextAt} ${last.id}` : '0 ', now())]);
  return due.length;
}
