/** Reads the names of other tenants where a letter was in their hands: one more read of the directory, and only then. */
import type { LetterEvent } from '../../core/index.ts';
import { directory } from '../platform/d1.ts';
import type { Env } from '../platform/env.ts';
import type { Tenant } from '../tenants/tenant.store.ts';
import type { Told } from './holder.view.ts';
import { namesOfTenants } from './names.store.ts';

/** @param holders slugs; null where it is the tenant itself */
export async function withNames(
  env: Env,
  tenant: Tenant,
  holders: readonly (string | null | undefined)[],
): Promise<Told> {
  const slugs = holders.flatMap((slug) => slug ?? []);
  return slugs.length === 0 ? tenant : { ...tenant, others: await namesOfTenants(directory(env), slugs) };
}

export const holdersIn = (events: readonly LetterEvent[]): (string | null)[] =>
  events.flatMap((event) => ('tenant' in event ? (event.tenant ?? null) : []));
