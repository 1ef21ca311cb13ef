/** A letter entered by staff from the counter, the phone or paper (代登记): same number, clock and receipt. */
import { base32, randomBytes } from '../platform/crypto.ts';
import { findStored, storeOnce, type Once, type Stored } from './store-once.ts';

export interface Registration extends Omit<Once, 'idempotencyKey'> {
  /** Of the call, where it carries one; a member's keys are their own. */
  idempotencyKey: string | undefined;
}

export async function register({
  idempotencyKey,
  ...rest
}: Registration): Promise<Stored | { ok: false; reason: 'tenant_suspended' }> {
  const own = idempotencyKey ?? base32(randomBytes(25), 40);
  const once: Once = { ...rest, idempotencyKey: `staff:${rest.actor.id}:${own}` };
  const stored = await findStored(once);
  if (stored) return stored;
  if (once.tenant.suspendedFor !== null) return { ok: false, reason: 'tenant_suspended' };
  return storeOnce(once, []);
}
