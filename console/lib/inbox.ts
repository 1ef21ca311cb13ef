/** The views of the inbox and what each asks of the service. */
import type { QueuePage } from '../../contract/staff.ts';
import type { QueueQuery } from './calls.ts';

export const VIEWS = ['open', 'late', 'today', 'unassigned', 'reopened', 'to-publish', 'all'] as const;
export type View = (typeof VIEWS)[number];

export const viewQuery: Record<View, QueueQuery> = {
  open: { status: 'open' },
  late: { status: 'open', due: 'late' },
  today: { status: 'open', due: 'today' },
  unassigned: { status: 'open', department: 'unassigned' },
  reopened: { status: 'reopened' },
  'to-publish': { status: 'to-publish' },
  all: {},
};

/** Which of the counts belongs to a view; `all` has none. */
export const viewCount: Record<View, keyof QueuePage['counts'] | null> = {
  open: 'open',
  late: 'late',
  today: 'today',
  unassigned: 'unassigned',
  reopened: 'reopened',
  'to-publish': 'toPublish',
  all: null,
};

export function asView(value: string | null): View {
  return VIEWS.find((view) => view === value) ?? 'open';
}
