/** Who holds a letter, as its events leave it: a department of its own tenant, or another tenant and one of its departments. */
import type { LetterEvent } from './events.ts';

export interface Holder {
  /** Another tenant's slug; null: the letter's own. */
  tenant: string | null;
  /** A department of that tenant; null: nobody there yet. */
  department: string | null;
}

/** Events that name no department leave the letter where it is. */
export function holderAfter(before: Holder, event: LetterEvent): Holder {
  switch (event.kind) {
    case 'submitted':
      return { tenant: null, department: event.department };
    case 'accepted':
      return { tenant: before.tenant, department: event.department };
    case 'assigned':
    case 'transferred':
      return { tenant: event.tenant ?? null, department: event.department };
    default:
      return before;
  }
}

export const nobody: Holder = { tenant: null, department: null };

export function isSameHolder(one: Holder, other: Holder): boolean {
  return one.tenant === other.tenant && one.department === other.department;
}
