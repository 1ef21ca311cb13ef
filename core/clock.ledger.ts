/** Every clock is a ledger (product.md §5): who did what to it, when, and the date that resulted. */
import type { Role } from '../contract/vocabulary.ts';
import type { Deadline, Instant, LetterEvent } from './events.ts';

export interface LedgerEntry {
  /** The event it comes from; its text is the reason. */
  seq: number;
  entry: 'start' | 'stop' | 'resume' | 'extend' | 'transfer' | 'reopen' | 'recompute';
  at: Instant;
  role: Role;
  actor: string | null;
  /** The reply deadline that resulted; null while the clock stands still. */
  due: Deadline | null;
  /** The holder that resulted. */
  department: string | null;
}

/** A transfer is an entry too, to show that it left the date as it was. */
export function ledger(events: readonly LetterEvent[]): LedgerEntry[] {
  const entries: LedgerEntry[] = [];
  let due: Deadline | null = null;
  let department: string | null = null;
  let stopped = false;
  for (const event of events) {
    const entry = entryOf(event, stopped);
    if ('department' in event) department = event.department;
    if ('clock' in event) {
      stopped = event.clock.stoppedOn !== null;
      due = stopped ? null : event.clock.due;
    }
    const { seq, at, role, actor } = event;
    if (entry) entries.push({ seq, entry, at, role, actor, due, department });
  }
  return entries;
}

function entryOf(event: LetterEvent, stopped: boolean): LedgerEntry['entry'] | null {
  switch (event.kind) {
    case 'submitted':
      return 'start';
    case 'info_requested':
      return 'stop';
    case 'resumed':
      return 'resume';
    case 'supplemented':
      return stopped ? 'resume' : null;
    case 'extended':
      return 'extend';
    case 'transferred':
    case 'assigned':
      return 'transfer';
    case 'reopened':
      return 'reopen';
    case 'recomputed':
      return 'recompute';
    default:
      return null;
  }
}
