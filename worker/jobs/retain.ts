/**
 * Erases the contact details of letters that have been at rest for as long as their tenant keeps them. Goes through the
 * tenants of a shard in turn, a share each minute, and reads of each no more than what is due. One commit a letter, whose
 * event is dated when its time was over: late, twice or killed in the middle, the history is the same.
 */
import { closedBefore } from '../../core/index.ts';
import { expireContact } from '../letters/erasure.actions.ts';
import { now } from '../platform/clock.ts';
import { commit, directory, shard } from '../platform/d1.ts';
import type { Env } from '../platform/env.ts';
import { lettersDue, tenantsAfter, type Place } from '../retention/retention.store.ts';
import { findTenant, type Tenant } from '../tenants/tenant.store.ts';
import { cursorOf, keepCursor } from './job.store.ts';

const tenantsMax = 20;
const lettersMax = 50;
const first: Place = { closedAt: 0, id: '' };

/** @returns how many letters were due in this share */
export async function retain(env: Env, index: number): Promise<number> {
  const db = shard(env, index);
  // The tenant that is done, or the letter of a tenant after which there is more: what fails keeps none behind it waiting.
  const [done = '', slug = '', closedAt = 0, id = ''] = JSON.parse(
    (await cursorOf(db, 'retain')) ?? '[]',
  ) as [string?, string?, number?, string?];
  const slugs = await tenantsAfter(directory(env), index, done, tenantsMax);
  let due = 0;
  let cursor: (string | number)[] = slugs.length < tenantsMax ? [] : [slugs.at(-1)!];
  for (const [at, one] of slugs.entries()) {
    const last = await retainOf(env, one, one === slug ? { closedAt, id } : first, lettersMax - due);
    due += last.count;
    if (due < lettersMax) continue;
    cursor = [slugs[at - 1] ?? done, one, last.place.closedAt, last.place.id];
    break;
  }
  await commit(db, [keepCursor(db, 'retain', JSON.stringify(cursor), now())]);
  return due;
}

async function retainOf(
  env: Env,
  slug: string,
  after: Place,
  limit: number,
): Promise<{ count: number; place: Place }> {
  const tenant = await findTenant(directory(env), { slug });
  if (!tenant) return { count: 0, place: first };
  const before = closedBefore(now(), tenant.retentionMonths, tenant.timeZone);
  const due = await lettersDue(shard(env, tenant.shard), slug, before, after, limit);
  for (const { id } of due) await expire(env, tenant, id);
  return { count: due.length, place: due.at(-1) ?? first };
}

async function expire(env: Env, tenant: Tenant, id: string): Promise<void> {
  try {
    await expireContact(env, tenant, id);
  } catch (error) {
    const { name } = error as Error;
    console.error(JSON.stringify({ level: 'error', job: 'retain', tenant: tenant.slug, error: name }));
  }
}
