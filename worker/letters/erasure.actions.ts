/** A writer's contact details go: on their demand, at the counter, or because their time is over (PIPL 第19、47条). */
import { shard } from '../platform/d1.ts';
import type { Env } from '../platform/env.ts';
import type { Tenant } from '../tenants/tenant.store.ts';
import { give, type Given, type Outcome } from './command.actions.ts';
import { retainedTo } from './contact.ts';
import { findById } from './letter.store.ts';
import { notErasable } from './personal.view.ts';

/** Where nothing is held, nothing happens: the record tells of what was erased only. */
export async function eraseContact(given: Omit<Given, 'command'>): Promise<Outcome> {
  const reason = notErasable(given.row, given.tenant);
  if (reason) return { ok: false, reason };
  return give({ ...given, command: { name: 'erase-contact', required: given.tenant.contactRequired } });
}

/** The job's only step. Dated at the moment their time was over, however late somebody came to do it. */
export async function expireContact(env: Env, tenant: Tenant, id: string): Promise<Outcome | null> {
  const row = await findById(shard(env, tenant.shard), tenant.slug, id);
  const at = row && retainedTo(tenant, row.closedAt);
  if (!row || at === null) return null;
  return eraseContact({ env, tenant, row, at, actor: { role: 'system', id: null, departments: [] } });
}
