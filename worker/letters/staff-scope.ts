/** In front of everything staff do with a letter: which one it is, who they are in its tenant, whether they may see it. */
import { z } from '@hono/zod-openapi';
import { createMiddleware } from 'hono/factory';
import type { Actor } from '../../core/index.ts';
import type { AppEnv, Membership } from '../http/context.ts';
import { Refused } from '../http/problem.ts';
import { membershipFor, roleIn, staffOnly } from '../http/staff-session.ts';
import { numberScope } from '../http/tenant-scope.ts';
import { directory } from '../platform/d1.ts';
import { findTenant } from '../tenants/tenant.store.ts';
import { findByNumber } from './letter.store.ts';
import type { Scope } from './staff.actions.ts';

export const actorOf = (c: { get: (key: 'staff' | 'membership') => unknown }): Actor => {
  const staff = c.get('staff') as AppEnv['Variables']['staff'];
  const { role, departments, standsInFor } = c.get('membership') as AppEnv['Variables']['membership'];
  return { role, id: staff.id, departments, ...(standsInFor && { standsInFor }) };
};

/** An officer sees what their departments hold or handed over, others all of the tenant. */
const sees = ({ role, departments }: Membership, department: string | null): boolean =>
  role !== 'officer' || (department !== null && departments.includes(department));

/**
 * A letter the member may see, as a member of the tenant that holds it or of the letter's own; a former holder is a stranger. The
 * database stays that of the letter's own tenant, whoever acts.
 */
const visibleLetter = createMiddleware<AppEnv>(async (c, next) => {
  const [staff, home] = [c.get('staff'), c.get('tenant')];
  const row = await findByNumber(c.get('db'), home.slug, (c.req.param('number') ?? '').toUpperCase());
  const holder = row?.holder ? await findTenant(directory(c.env), { slug: row.holder }) : null;
  const there = holder && membershipFor(staff, holder);
  const here = membershipFor(staff, home);
  if (row && there && sees(there, row.holderDepartment)) {
    c.set('membership', there);
    c.set('holder', holder);
  } else if (row && here && sees(here, row.department)) c.set('membership', here);
  else throw new Refused('not_found');
  c.set('letter', row);
  await next();
});

export const reading = [staffOnly, numberScope, visibleLetter];
/**
 * `If-Match: "7"`: the letter's `version` as it was shown. It isn't the tag of a representation: what changes nothing that
 * anybody decides on (looks at contact details and files, readers' marks) leaves it good.
 */
export const ifMatch = z.object({
  'if-match': z
    .string()
    .regex(/^"\d{1,9}"$/)
    .optional()
    .describe(
      'The `version` of the letter as it was shown; left out, the command is judged by the letter as it is',
    ),
});

/** @param header as `ifMatch` parsed it */
export const versionIn = (header: z.output<typeof ifMatch>): number | undefined =>
  header['if-match'] === undefined ? undefined : Number(header['if-match'].slice(1, -1));

/** What supervises doesn't act: the centre reads. */
export const notCentral = roleIn('officer', 'coordinator');
export const acting = [...reading, notCentral];

export function scopeOf(c: { env: AppEnv['Bindings']; get: (key: never) => unknown }): Scope {
  const get = c.get as <K extends keyof AppEnv['Variables']>(key: K) => AppEnv['Variables'][K];
  const holder = get('holder') ?? null;
  const actor = { ...actorOf({ get } as never), ...(holder && { tenant: holder.slug }) };
  return { env: c.env, tenant: get('tenant'), row: get('letter'), actor, holder };
}
