/** The overdue annex as a table to take along: all of it, page by page. */
import type { OverdueLetter, OverduePage } from '../../contract/orders.ts';
import { colourWords, kindWords, statusWords } from '../../contract/words.ts';
import { lang, t } from '../words/index.ts';
import { toCsv } from './csv.ts';
import { dayOf } from './dates.ts';

/** More than anybody works through; a province's list is downloaded tenant by tenant. */
export const OVERDUE_ROWS_MAX = 5000;

export interface AllOverdue {
  items: OverdueLetter[];
  /** There are more. */
  cut: boolean;
}

/** @param told how many have come, after each page. Throws `ApiError` where a page doesn't come */
export async function allOverdue(
  ask: (cursor?: string) => Promise<OverduePage>,
  told: (count: number) => void,
): Promise<AllOverdue> {
  const items: OverdueLetter[] = [];
  let cursor: string | null = null;
  do {
    const page = await ask(cursor ?? undefined);
    items.push(...page.items);
    cursor = page.nextCursor;
    told(items.length);
  } while (cursor !== null && items.length < OVERDUE_ROWS_MAX);
  return { items, cut: cursor !== null };
}

export function overdueCsv(items: readonly OverdueLetter[]): string {
  const words = t().centre.overdue;
  const row = (letter: OverdueLetter) => [
    letter.number,
    letter.tenantName,
    letter.departmentName ?? words.unassigned,
    kindWords[lang.value][letter.kind],
    statusWords[lang.value][letter.status],
    dayOf(letter.receivedAt),
    dayOf(letter.replyBy),
    letter.daysLate,
    letter.daysOld,
    letter.colour && colourWords[lang.value][letter.colour],
    letter.interim ? words.yes : null,
    letter.round,
  ];
  return toCsv([words.csvHead, ...items.map(row)]);
}
