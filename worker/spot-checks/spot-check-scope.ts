/** In front of what is done with one spot check: whether there is one, and whether whoever asks may see it. Another's looks like none. */
import { createMiddleware } from 'hono/factory';
import type { Context } from 'hono';
import { spotCheckId } from '../../contract/spot-checks.ts';
import type { AppEnv } from '../http/context.ts';
import { placeOf } from '../http/cursor.ts';
import { langOf, Refused } from '../http/problem.ts';
import { centralOnly, staffOnly } from '../http/staff-session.ts';
import { reaches } from '../supervision/reach.ts';
import { findSpotCheck } from './read.actions.ts';
import type { Refusal } from './spot-check.actions.ts';
import type { SpotCheckPlace } from './spot-check.store.ts';
import { faultError } from './spot-check.words.ts';

const underJurisdiction = createMiddleware<AppEnv>(async (c, next) => {
  const id = spotCheckId.safeParse(c.req.param('id'));
  const row = id.success ? await findSpotCheck(c.env, id.data) : null;
  if (!row || !reaches(c.get('staff'), row.jurisdiction)) throw new Refused('not_found');
  await next();
});

export const ownSpotCheck = [staffOnly, centralOnly, underJurisdiction];

/** A time, and the id of the last check of the page before. */
export function checkAfter(cursor: string | undefined): SpotCheckPlace | null {
  const [place, id = ''] = cursor?.split('.') ?? [];
  const [at] = placeOf(place) ?? [];
  return at === undefined ? null : { at, id };
}

export function mustBeDone(c: Context<AppEnv>, done: { ok: true } | Refusal): void {
  if (done.ok) return;
  const errors = 'fault' in done ? { errors: [faultError(done.fault, langOf(c))] } : {};
  throw new Refused(done.reason, errors);
}
