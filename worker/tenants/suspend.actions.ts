/** The centre lets a tenant take no new letters, for a time or for good: what it has goes on, and everybody is told why. */
import { now } from '../platform/clock.ts';
import { commitTenant, directory } from '../platform/d1.ts';
import type { Env } from '../platform/env.ts';
import * as store from './tenant.store.ts';

/** @param reason null: it takes letters again */
export async function suspendTenant(
  env: Env,
  tenant: string,
  reason: string | null,
  actor: string,
): Promise<void> {
  const db = directory(env);
  const at = now();
  const action = reason === null ? 'tenant-resumed' : 'tenant-suspended';
  await commitTenant(env, tenant, [
    store.setSuspended(db, tenant, reason === null ? null : { at, reason }),
    store.insertAudit(db, { at, userId: actor, tenant, action, subject: reason ?? '' }),
  ]);
}
