/** Parts that the views of writer, staff and public share. */
import type { Files } from '../attachments/file.view.ts';
import type { Explanation, PublishedLetter, RatingView, WriterLetter } from '../../contract/letters.ts';
import { explain, formatDeadline, formatInstant, type Policy } from '../../core/index.ts';
import type { EventRow } from '../schema/letters.ts';
import type { Tenant } from '../tenants/tenant.store.ts';

export function toRatings(rows: readonly EventRow[], tenant: Tenant): RatingView[] {
  return rows.flatMap(({ data: event, texts }) =>
    event.kind === 'rated'
      ? [
          {
            at: formatInstant(event.at, tenant.timeZone),
            level: event.level,
            solved: event.solved,
            ...event.scores,
            comment: texts?.body || null,
          },
        ]
      : [],
  );
}

export function toSupplements(
  rows: readonly EventRow[],
  tenant: Tenant,
  files: Files,
): WriterLetter['supplements'] {
  return rows.flatMap(({ data: event, texts }) =>
    event.kind === 'supplemented'
      ? [{ at: formatInstant(event.at, tenant.timeZone), body: texts?.body ?? '', ...files.at(event.seq) }]
      : [],
  );
}

export function toDeclined(rows: readonly EventRow[]): PublishedLetter['declined'] {
  for (const { data: event, texts } of rows) {
    if (event.kind === 'declined')
      return { grounds: event.grounds, explanation: texts?.reason ?? '', goTo: texts?.goTo ?? '' };
  }
  return null;
}

/** "Why this date?", for acceptance and for the reply. */
export function toWhy(
  rows: readonly EventRow[],
  tenant: Tenant,
  policy: Policy,
): { accept: Explanation; reply: Explanation } {
  const told = explain(
    rows.map(({ data }) => data),
    policy,
  );
  const one = (rule: string, unit: 'working' | 'calendar', part: typeof told.reply): Explanation => ({
    rule,
    days: part.counted.length,
    unit,
    counted: part.counted,
    leftOut: part.left,
    due: formatDeadline(part.due, tenant.timeZone),
    provisional: part.provisional,
  });
  return {
    accept: one('accept', 'working', told.accept),
    reply: told.again ? one('reopened', 'calendar', told.again) : one('reply', 'working', told.reply),
  };
}
