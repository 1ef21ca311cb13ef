/** In front of everything staff do with a letter: which one it is, who they are in its tenant, whether they may see it. */
import { createMiddleware } from 'hono/factory';
import type { Actor } from '../../core/index.ts';
import type { AppEnv } from '../http/context.ts';
import { Refused } from '../http/problem.ts';
import { memberOfTenant, roleIn, staffOnly } from '../http/staff-session.ts';
import { numberScope } from '../http/tenant-scope.ts';
import { findByNumber } from './letter.store.ts';
import type { Scope } from './staff.actions.ts';

export const actorOf = (c: { get: (key: 'staff' | 'membership') => unknown }): Actor => {
  const staff = c.get('staff') as AppEnv['Variables']['staff'];
  const { role, departments } = c.get('membership') as AppEnv['Variables']['membership'];
  return { role, id: staff.id, departments };
};

/** A letter the member may see: an officer those their departments hold, others the tenant's. */
const visibleLetter = createMiddleware<AppEnv>(async (c, next) => {
  const row = await findByNumber(
    c.get('db'),
    c.get('tenant').slug,
    (c.req.param('number') ?? '').toUpperCase(),
  );
  const { role, departments } = c.get('membership');
  const theirs =
    row && (role !== 'officer' || (row.department !== null && departments.includes(row.department)));
  if (!theirs) throw new Refused('not_found');
  c.set('letter', row);
  await next();
});

export const reading = [staffOnly, numberScope, memberOfTenant, visibleLetter];
/** What supervises doesn't act: the centre reads. */
export const notCentral = roleIn('officer', 'coordinator');
export const acting = [...reading, notCentral];

export function scopeOf(c: { env: AppEnv['Bindings']; get: (key: never) => unknown }): Scope {
  const get = c.get as <K extends keyof AppEnv['Variables']>(key: K) => AppEnv['Variables'][K];
  return { env: c.env, tenant: get('tenant'), row: get('letter'), actor: actorOf({ get } as never) };
}
