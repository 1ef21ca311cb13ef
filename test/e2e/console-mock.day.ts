/** What the mocked service says of a member's day: today's page, filters of their own, who else has a letter open. */
import type { Presence, SavedFilter, Today, TodayItem, TodaySection } from '../../contract/inbox.ts';
import type { StaffLetter } from '../../contract/staff.ts';
import { NOW, queueItem } from './console-mock.data.ts';

const IN_HAND = ['submitted', 'accepted', 'awaiting_citizen'];

export class DayMock {
  filters: SavedFilter[] = [];
  /** Colleagues who have every letter open. */
  others: string[] = [];
  /** Letters left, as `DELETE …/presence` says. */
  readonly left: string[] = [];
  readonly #letters: () => StaffLetter[];

  constructor(letters: () => StaffLetter[]) {
    this.#letters = letters;
  }

  answer(method: string, path: string, body: unknown): unknown {
    if (path === '/v1/staff/today') return this.#today();
    const filter = /^\/v1\/staff\/filters(?:\/(\w+))?$/.exec(path);
    if (filter) return this.#filter(method, filter[1], body as Omit<SavedFilter, 'id'>);
    const [, number] = /^\/v1\/staff\/letters\/([\w-]+)\/presence$/.exec(path) ?? [];
    if (number === undefined) return undefined;
    if (method === 'DELETE') return { ok: this.left.push(number) > 0 };
    const version = this.#letters().find((letter) => letter.number === number)?.version ?? 1;
    return { others: this.others, version } satisfies Presence;
  }

  #filter(method: string, id: string | undefined, body: Omit<SavedFilter, 'id'>): unknown {
    if (method === 'GET') return { items: this.filters };
    if (method === 'DELETE') {
      this.filters = this.filters.filter((one) => one.id !== id);
      return { ok: true };
    }
    const kept = { id: `f${this.filters.length}`, name: body.name, filter: body.filter };
    this.filters = [...this.filters, kept];
    return kept;
  }

  #today(): Today {
    const open = this.#letters().filter(({ status }) => IN_HAND.includes(status));
    const section = (fits: (letter: StaffLetter) => boolean): TodaySection => {
      const items = open.filter(fits).map((letter): TodayItem => ({
        ...queueItem(letter),
        contactBy: letter.contactBy,
        promisedFor: null,
      }));
      return { count: items.length, items: items.slice(0, 5) };
    };
    return {
      ...{ asOf: NOW, day: NOW.slice(0, 10) },
      ...{ late: section(({ due }) => due === 'late'), today: section(({ due }) => due === 'today') },
      ...{ reopened: section(({ round }) => round > 1), promised: { count: 0, items: [] } },
      drafted: section(({ draft }) => draft !== null),
      unassigned: section(({ department }) => department === null),
      objected: section(({ objected }) => objected),
      orders: { count: 0, items: [] },
    };
  }
}
