/** In front of what is done with one order: which it is, and whether whoever asks may see it. Another's looks like none. */
import { createMiddleware } from 'hono/factory';
import type { AppEnv } from '../http/context.ts';
import { Refused } from '../http/problem.ts';
import { centralOnly, membershipFor, staffOnly } from '../http/staff-session.ts';
import { directory } from '../platform/d1.ts';
import { findTenant } from '../tenants/tenant.store.ts';
import { findOrder } from './order.store.ts';
import { reaches } from './reach.ts';

const named = createMiddleware<AppEnv>(async (c, next) => {
  const db = directory(c.env);
  const order = await findOrder(db, (c.req.param('number') ?? '').toUpperCase());
  const tenant = order && (await findTenant(db, { slug: order.tenant }));
  if (!tenant) throw new Refused('not_found');
  c.set('order', order);
  c.set('tenant', tenant);
  await next();
});

const underJurisdiction = createMiddleware<AppEnv>(async (c, next) => {
  if (!reaches(c.get('staff'), c.get('order').jurisdiction)) throw new Refused('not_found');
  await next();
});

/** An officer sees those addressed to their departments, others the tenant's. */
const ofMember = createMiddleware<AppEnv>(async (c, next) => {
  const membership = membershipFor(c.get('staff'), c.get('tenant'));
  const { department } = c.get('order');
  const theirs =
    membership?.role !== 'officer' || (department !== null && membership.departments.includes(department));
  if (!membership || !theirs) throw new Refused('not_found');
  c.set('membership', membership);
  await next();
});

export const centralOrder = [staffOnly, centralOnly, named, underJurisdiction];
export const memberOrder = [staffOnly, named, ofMember];
