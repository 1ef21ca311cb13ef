/** The views of the inbox and what each asks of the service. */
import type { QueuePage } from '../../contract/staff.ts';
import { STATUSES, type Status } from '../../contract/vocabulary.ts';
import type { QueueQuery } from './calls.ts';
import { Store } from './store.ts';

export const VIEWS = ['open', 'late', 'today', 'unassigned', 'reopened', 'to-publish'] as const;
export type View = (typeof VIEWS)[number];

export const viewQuery: Record<View, QueueQuery> = {
  open: { status: 'open' },
  late: { status: 'open', due: 'late' },
  today: { status: 'open', due: 'today' },
  unassigned: { status: 'open', department: 'unassigned' },
  reopened: { status: 'reopened' },
  'to-publish': { status: 'to-publish' },
};

/** Which of the counts belongs to a view. */
export const viewCount: Record<View, keyof QueuePage['counts']> = {
  open: 'open',
  late: 'late',
  today: 'today',
  unassigned: 'unassigned',
  reopened: 'reopened',
  'to-publish': 'toPublish',
};

export function asView(value: string | null): View {
  return VIEWS.find((view) => view === value) ?? 'open';
}

/** States a letter doesn't leave by an officer's work: looked up, not worked through. */
export const DONE_WITH = STATUSES.slice(3);

export function asDoneWith(value: string | null): Status | '' {
  return DONE_WITH.find((status) => status === value) ?? '';
}

/** A search for a whole number goes to the letter itself. */
export function letterNumberIn(text: string): string | null {
  return /^[A-Z0-9]{2,8}-\d{4}-\d{6,9}$/i.test(text) ? text.toUpperCase() : null;
}

/** The list one came from: a letter leads back to it, filters and all. */
export const inboxAddress = new Store('#/');
