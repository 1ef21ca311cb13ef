/** Contact details: sealed with the tenant's data key from the first row on, bound to their letter. */
import type { Contact } from '../../contract/letters.ts';
import type { ContactView } from '../../contract/staff.ts';
import { open, seal } from '../platform/crypto.ts';
import type { Env } from '../platform/env.ts';
import type { Tenant } from '../tenants/tenant.store.ts';

async function dataKeyOf(env: Env, tenant: Tenant): Promise<string> {
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
