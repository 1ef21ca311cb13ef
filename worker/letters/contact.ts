/** Contact details: sealed with the tenant's data key from the first row on, bound to their letter. */
import type { Contact } from '../../contract/letters.ts';
import type { ContactView } from '../../contract/staff.ts';
import { retainedUntil } from '../../core/index.ts';
import { open, seal } from '../platform/crypto.ts';
import type { Env } from '../platform/env.ts';
import { now } from '../platform/clock.ts';
import type { LetterRow } from '../schema/letters.ts';
import type { Tenant } from '../tenants/tenant.store.ts';

/** Their time is over, whether or not the job has noticed. */
export function isOver(tenant: Tenant, { closedAt }: Pick<LetterRow, 'closedAt'>): boolean {
  const until = retainedTo(tenant, closedAt);
  return until !== null && until <= now();
}

/**
 * The first instant at which the details must be gone; null while the letter isn't at rest. A shorter time takes effect when it
 * is set, not before.
 */
export function retainedTo(tenant: Tenant, closedAt: number | null): number | null {
  if (closedAt === null) return null;
  const { retentionMonths, retentionSince, timeZone } = tenant;
  return Math.max(retainedUntil(closedAt, retentionMonths, timeZone), retentionSince);
}

/** The key of everything personal or secret of a tenant. */
export async function dataKeyOf(env: Env, tenant: Tenant): Promise<string> {
  return open(env.MASTER_KEY, `tenant:${tenant.slug}`, tenant.dataKey);
}

/** @returns null where nothing was given */
export async function sealContact(
  env: Env,
  tenant: Tenant,
  letterId: string,
  contact: Contact | null | undefined,
): Promise<string | null> {
  const given = { name: contact?.name || null, phone: contact?.phone || null, email: contact?.email || null };
  if (!given.name && !given.phone && !given.email) return null;
  return seal(await dataKeyOf(env, tenant), `contact:${letterId}`, JSON.stringify(given));
}

export async function openContact(
  env: Env,
  tenant: Tenant,
  letterId: string,
  sealed: string | null,
): Promise<ContactView> {
  if (sealed === null) return { name: null, phone: null, email: null };
  return JSON.parse(await open(await dataKeyOf(env, tenant), `contact:${letterId}`, sealed)) as ContactView;
}
