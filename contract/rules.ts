/** A tenant's rules (product.md §5) and the bounds within which the centre lets it set them. */
import { z } from 'zod';
import { slug, time } from './primitives.ts';
import { COLOURS, KINDS } from './vocabulary.ts';

/** Whether a number lies within its bounds, the service says by name; here it is only kept from being absurd. */
const days = z.int().min(0).max(366);

const replyDays = z.object(byName(KINDS, days)).describe('Working days, by kind');
const escalationDays = z.object(byName(COLOURS, days)).describe('Calendar days after the reply deadline');

const durations = {
  acceptDays: days.describe('Working days'),
  extensionDaysMax: days.describe('Working days'),
  objectionDays: days.describe('Working days'),
  waitingDaysMax: days.describe('Working days for which the clock stands while the writer is asked, a round'),
  silenceDays: days.describe('Calendar days after a final reply'),
  contactDays: days.describe('Working days after a bad rating'),
  reopenDays: days.describe('Calendar days'),
  orderDays: days.describe('Working days in which an order is answered'),
  signOff: z.boolean().describe('An officer’s reply goes out when a second member approves it'),
};

export const rules = z.object({ ...durations, replyDays, escalationDays }).meta({ id: 'Rules' });

/** What is left out stays. */
export const setRules = z
  .object({ ...durations, replyDays: replyDays.partial(), escalationDays: escalationDays.partial() })
  .partial()
  .extend({ tenant: slug.optional() });
export type SetRules = z.infer<typeof setRules>;

const bound = z
  .tuple([days, days])
  .refine(([min, max]) => min <= max, 'the smallest first')
  .describe('Smallest and largest');
const bounded = {
  acceptDays: bound,
  replyDays: bound,
  extensionDaysMax: bound,
  objectionDays: bound,
  waitingDaysMax: bound,
  silenceDays: bound,
  contactDays: bound,
  reopenDays: bound,
  escalationDays: bound,
  orderDays: bound,
  localDays: bound.describe(
    'Days a year that a place may have beside the national calendar; the smallest is 0',
  ),
};
export const bounds = z.object(bounded).meta({ id: 'RuleBounds' });

export const rulesView = z
  .object({
    version: z.int(),
    since: time.describe(
      'In force for letters received from then on; others keep the version they came in under',
    ),
    inForce: z.boolean(),
    rules,
    bounds: bounds.describe('Within which the tenant may set them now'),
    outside: z
      .array(z.string())
      .describe(
        'Rules that lie outside, set before the centre narrowed the bounds; they hold until they are set again',
      ),
  })
  .meta({ id: 'TenantRules' });
export type RulesView = z.infer<typeof rulesView>;

/** GB/T 2260 of 0, 2, 4 or 6 digits; '' is everywhere. */
export const jurisdictionPrefix = z.string().regex(/^(\d{2}){0,3}$/);

export const setBounds = z.object({
  jurisdiction: jurisdictionPrefix,
  bounds: z.object(bounded).partial().describe('What is left out isn’t narrowed here'),
});
export const boundsView = z
  .object({
    jurisdiction: z.string(),
    own: z.object(bounded).partial().describe('As set for this jurisdiction itself'),
    effective: bounds.describe('With what stands above it'),
  })
  .meta({ id: 'JurisdictionBounds' });
export type BoundsView = z.infer<typeof boundsView>;

function byName<N extends string, T>(names: readonly N[], type: T): Record<N, T> {
  return Object.fromEntries(names.map((name) => [name, type])) as Record<N, T>;
}
