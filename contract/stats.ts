/** The figures of product.md §6 as they travel: unrounded, a rate null when nothing is due. */
import { z } from 'zod';
import { day } from './primitives.ts';

const count = z.int().nonnegative();
const rate = z.number().min(0).max(1).nullable();
/** 95 % Wilson interval, [low, high]. */
const interval = z.tuple([z.number(), z.number()]).nullable();

export const figuresShape = {
  received: count,
  acceptedOnTime: count,
  unanswered: count,
  replied: count,
  repliedOnTime: count,
  overdue: count,
  due: count,
  replyRate: rate,
  replyRateInterval: interval,
  onTimeRate: rate,
  onTimeRateInterval: interval,
  /** Working days from receipt (day 0) to the first final reply. */
  medianDays: z.number().nullable(),
  meanDays: z.number().nullable(),
  rated: count,
  satisfied: count,
  satisfaction: rate,
  satisfactionInterval: interval,
  solvedYes: count,
  solvedRate: rate,
  solvedRateInterval: interval,
  /** Final replies that claim the outcome `resolved`. */
  resolved: count,
  resolvedRate: rate,
  reopened: count,
  contested: count,
  transfers: count,
  extended: count,
  declined: count,
  promisesDue: count,
  promisesKept: count,
  /** Kept beside the rates against gaming. */
  lastHourReplies: count,
  lastDayStops: count,
  closedThenReopened: count,
  resolvedButNotSolved: count,
  /** Letters of which a reply bears a sign of the reply check (product.md §7), as it was found when the reply was sent. */
  qualityFlags: count,
  /** … the sign that another letter had been answered with the same words. */
  nearCopies: count,
  /** Letters with an interim reply that only acknowledges: nothing but set phrases. */
  acknowledgements: count,
  spam: count,
  withdrawn: count,
  notices: count,
  /** Fewer than 10 due: rates are shown with their counts only. */
  small: z.boolean(),
};

export const figures = z.object(figuresShape).meta({ id: 'Figures' });
export type Figures = z.infer<typeof figures>;

export const stats = figures
  .extend({
    tenant: z.string(),
    from: day,
    to: day,
    asOf: day,
    byDepartment: z.array(
      figures.extend({
        id: z.string().describe('`unassigned` for letters nobody holds yet'),
        name: z.string(),
      }),
    ),
  })
  .meta({ id: 'Stats' });
export type Stats = z.infer<typeof stats>;

export const statsQuery = z.object({
  from: day.optional(),
  to: day.optional(),
  asOf: day.optional(),
  department: z.string().max(40).optional(),
});
