/** Where an officer works all day: today's page, filters of one's own, and who else has a letter open. */
import { z } from 'zod';
import { deskLimits, limits } from './limits.ts';
import { order as orderView } from './orders.ts';
import { day, departmentId, slug, text, time } from './primitives.ts';
import { queueItem, queueQuery } from './staff.ts';

export const todayItem = queueItem
  .extend({
    contactBy: time
      .nullable()
      .describe('Until when a dissatisfied writer is to be contacted; null where nobody has to'),
    promisedFor: day.nullable().describe('The day by which something was promised, while it isn’t done'),
  })
  .meta({ id: 'TodayItem' });
export type TodayItem = z.infer<typeof todayItem>;

export const TODAY_ITEMS = 5;

const section = z
  .object({
    count: z.int().describe(`Counted up to ${deskLimits.todayCountMax}`),
    items: z.array(todayItem).describe(`The most urgent, ${TODAY_ITEMS} at most`),
  })
  .meta({ id: 'TodaySection' });
export type TodaySection = z.infer<typeof section>;

export const today = z
  .object({
    asOf: time,
    day,
    late: section,
    today: section,
    reopened: section.describe('Open again because their writers were dissatisfied'),
    promised: section.describe('Promises whose day has come or comes within seven days'),
    drafted: section.nullable().describe('Replies that wait for sign-off; for coordinators'),
    unassigned: section.nullable().describe('Letters nobody holds; for coordinators'),
    objected: section
      .nullable()
      .describe('Held by departments that say they aren’t theirs; for coordinators'),
    orders: z.object({ count: z.int(), items: z.array(orderView) }).describe('Orders to answer'),
  })
  .meta({ id: 'Today' });
export type Today = z.infer<typeof today>;

export const todayQuery = z.object({ tenant: slug.optional() });

/** What the inbox is narrowed by; `q` is what is searched for. */
export const inboxFilter = z.object({
  status: queueQuery.shape.status,
  due: queueQuery.shape.due,
  department: departmentId.or(z.literal('unassigned')).optional(),
  q: text(0, limits.searchCharsMax).optional(),
});
export type InboxFilter = z.infer<typeof inboxFilter>;

export const savedFilter = z
  .object({ id: z.string(), name: z.string(), filter: inboxFilter })
  .meta({ id: 'SavedFilter' });
export type SavedFilter = z.infer<typeof savedFilter>;
export const savedFilterPage = z.object({ items: z.array(savedFilter) });
export const saveFilter = z.object({
  tenant: slug.optional(),
  name: text(1, 30).describe('Unique among one’s own'),
  filter: inboxFilter,
});

export const presence = z
  .object({
    others: z.array(z.string()).describe('Names of colleagues who have the letter open'),
    version: z
      .int()
      .describe(
        'Of the letter’s last change that matters to whoever decides on it; looks and readers’ marks don’t',
      ),
  })
  .meta({ id: 'Presence' });
export type Presence = z.infer<typeof presence>;
