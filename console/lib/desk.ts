/** The list a letter was opened from, in its order: what comes next is known without going back. For this tab only. */
import type { QueueItem, QueuePage } from '../../contract/staff.ts';
import { type QueueQuery, getQueue } from './calls.ts';
import { Store } from './store.ts';

export type Listed = Pick<QueueItem, 'number' | 'title'>;

export interface Desk {
  /** What the list was asked for with. */
  query: QueueQuery;
  items: readonly Listed[];
  /** '' where the list has only been begun: its first page comes next. */
  nextCursor: string | null;
}

const EMPTY: Desk = { query: {}, items: [], nextCursor: null };

export const desk = new Store<Desk>(EMPTY);

export function layOut(query: QueueQuery, items: readonly Listed[], nextCursor: string | null): void {
  desk.set({ query, items: items.map(({ number, title }) => ({ number, title })), nextCursor });
}

export function clearDesk(): void {
  desk.set(EMPTY);
}

export interface Around {
  /** 1, 2, 3 … */
  at: number;
  /** `30+` where more can be fetched. */
  of: string;
  previous: Listed | null;
  next: Listed | null;
}

/** Null where the letter wasn't opened from a list. */
export function around(number: string): Around | null {
  const { items, nextCursor } = desk.value;
  const at = items.findIndex((item) => item.number === number);
  if (at < 0) return null;
  return {
    at: at + 1,
    of: `${items.length}${nextCursor === null ? '' : '+'}`,
    previous: items[at - 1] ?? null,
    next: items[at + 1] ?? null,
  };
}

let fetching: Promise<void> | null = null;

/** Fetches the next page where the letter is the last that is known; one at a time. Where it fails nothing is lost: there is a list. */
export function lookAhead(number: string): Promise<void> {
  const { items, nextCursor, query } = desk.value;
  if (nextCursor === null || items.at(-1)?.number !== number) return Promise.resolve();
  const before = desk.value;
  fetching ??= getQueue({ ...query, cursor: nextCursor })
    .then((page) => desk.value === before && desk.set(joined(before, page)))
    .catch(() => undefined)
    .then(() => void (fetching = null));
  return fetching;
}

function joined(before: Desk, page: QueuePage): Desk {
  const known = new Set(before.items.map(({ number }) => number));
  const more = page.items.filter(({ number }) => !known.has(number));
  const items = [...before.items, ...more.map(({ number, title }) => ({ number, title }))];
  return { ...before, items, nextCursor: page.nextCursor };
}
