/** What of today's page is in letters of other tenants that a tenant holds: few, so they are listed whole and counted. */
import type { Database } from '../platform/d1.ts';
import type { HeldRow } from '../schema/hand-over.ts';
import { listHeld, type HeldScope } from './held-letter.store.ts';

export type HeldPart = 'late' | 'today' | 'reopened' | 'drafted' | 'unassigned';

/** @param departments an officer's; null for all */
export async function heldToday(
  db: Database,
  tenant: string,
  departments: readonly string[] | null,
  { now, tomorrow }: { now: number; tomorrow: number },
  most: number,
): Promise<Record<HeldPart, HeldRow[]>> {
  const list = (scope: Omit<HeldScope, 'departments'>) =>
    listHeld(db, tenant, { ...scope, departments }, true, null, most);
  const [late, today, reopened, drafted, unassigned] = await Promise.all([
    list({ status: 'open', due: [0, now + 1] }),
    list({ status: 'open', due: [now + 1, tomorrow + 1] }),
    list({ status: 'reopened' }),
    list({ status: 'drafted' }),
    list({ status: 'open', department: 'unassigned' }),
  ]);
  return { late, today, reopened, drafted, unassigned };
}
