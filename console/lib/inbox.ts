/** The views of the inbox and what each asks of the service. */
import type { InboxFilter } from '../../contract/inbox.ts';
import type { QueuePage } from '../../contract/staff.ts';
import { STATUSES, type Status } from '../../contract/vocabulary.ts';
import { to } from './router.ts';
import { Store } from './store.ts';

export const VIEWS = [
  ...(['open', 'late', 'today', 'unassigned', 'objected', 'drafted'] as const),
  ...(['reopened', 'to-publish', 'handed-over'] as const),
];
export type View = (typeof VIEWS)[number];
/** What only somebody who dispatches and signs off works through. */
export const FOR_COORDINATORS: readonly View[] = ['unassigned', 'objected', 'drafted', 'handed-over'];

export const viewQuery: Record<View, InboxFilter> = {
  open: { status: 'open' },
  late: { status: 'open', due: 'late' },
  today: { status: 'open', due: 'today' },
  unassigned: { status: 'open', department: 'unassigned' },
  objected: { status: 'objected' },
  drafted: { status: 'drafted' },
  reopened: { status: 'reopened' },
  'to-publish': { status: 'to-publish' },
  'handed-over': { status: 'handed-over' },
};

/** Which of the counts belongs to a view; the others are few and counted on today's page. */
export const viewCount: Partial<Record<View, keyof QueuePage['counts']>> = {
  open: 'open',
  late: 'late',
  today: 'today',
  unassigned: 'unassigned',
  reopened: 'reopened',
  'to-publish': 'toPublish',
};

/** How the inbox is narrowed. What is searched for is kept apart from the address: people search for names. */
export interface Narrowed {
  view: View;
  /** Letters that are done with are looked up by their state instead. */
  status: Status | '';
  department: string;
}

export function asView(value: string | null): View {
  return VIEWS.find((view) => view === value) ?? 'open';
}

/** States a letter doesn't leave by an officer's work: looked up, not worked through. */
export const DONE_WITH = STATUSES.slice(3);

export function asDoneWith(value: string | null): Status | '' {
  return DONE_WITH.find((status) => status === value) ?? '';
}

export function narrowedBy(query: URLSearchParams): Narrowed {
  const view = asView(query.get('view'));
  return {
    view,
    status: asDoneWith(query.get('status')),
    department: view === 'unassigned' ? '' : (query.get('department') ?? ''),
  };
}

/** The address of the inbox so narrowed. */
export function inboxAt({ view, status, department }: Partial<Narrowed>, tenant = ''): string {
  const narrowed = { view: view === 'open' ? '' : (view ?? ''), status: status ?? '' };
  return to('inbox', { ...narrowed, department: department ?? '', tenant });
}

export function filterOf({ view, status, department }: Narrowed, q: string): InboxFilter {
  return {
    ...(status ? { status } : viewQuery[view]),
    ...(department && { department }),
    ...(q && { q }),
  };
}

/** The other way: a filter kept with the service, as the inbox shows it. */
export function narrowedTo(filter: InboxFilter): Narrowed {
  const { status, due, department = '' } = filter;
  const fits = (view: View) => {
    const { status: s, due: d, department: of } = viewQuery[view];
    return s === status && d === due && (of === undefined ? department !== 'unassigned' : of === department);
  };
  const view = VIEWS.find(fits) ?? 'open';
  return {
    view,
    status: asDoneWith(status ?? null),
    department: view === 'unassigned' ? '' : department,
  };
}

/** A search for a whole number goes to the letter itself. */
export function letterNumberIn(text: string): string | null {
  return /^[A-Z0-9]{2,8}-\d{4}-\d{6,9}$/i.test(text) ? text.toUpperCase() : null;
}

/** What is searched for stays when one comes back from a letter. */
export const search = new Store('');

/** The list one came from: a letter leads back to it, filters and all. */
export const inboxAddress = new Store('#/inbox');
