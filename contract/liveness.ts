/** Whether anybody is there: tenants that answer, are slow or lie dormant, with the evidence (product.md §7). */
import { z } from 'zod';
import { slug, time } from './primitives.ts';
import { jurisdictionPrefix } from './rules.ts';

export const LIVENESS_LEVELS = ['active', 'slow', 'dormant'] as const;
export const LIVENESS_SIGNS = [
  'unanswered',
  'silent',
  'absent',
  'unseen',
  'empty',
  'unpublished',
  'unannounced',
] as const;

const count = z.int().nonnegative();
const last = time.nullable().describe('Null where it never happened');

export const livenessSign = z.object({
  sign: z.enum(LIVENESS_SIGNS),
  since: time.describe('The last time, at the earliest when the tenant was set up'),
  never: z.boolean().describe('It never happened'),
  letters: count.nullable().describe('How many letters it is about; from 1,000 on, at least so many'),
});
export type LivenessSign = z.infer<typeof livenessSign>;

export const liveness = z
  .object({
    tenant: slug,
    name: z.string(),
    jurisdiction: z.string(),
    asOf: time.describe('When it was judged'),
    level: z.enum(LIVENESS_LEVELS),
    signs: z.array(livenessSign),
    createdAt: time,
    lastReceivedAt: last,
    lastAnsweredAt: last,
    lastPublishedAt: last,
    lastNoticeAt: last,
    lastSignInAt: last,
    lastSeenAt: last,
    overdue: count,
    unanswered: count.describe('Received over three months ago, without a reply of any kind'),
    members: count,
    origins: count,
  })
  .meta({ id: 'Liveness' });
export type Liveness = z.infer<typeof liveness>;

/** Of a tenant that was made a moment ago: null until it has been judged. */
export const ownLiveness = z.object({ liveness: liveness.nullable() });
export type OwnLiveness = z.infer<typeof ownLiveness>;

export const livenessQuery = z.object({
  jurisdiction: jurisdictionPrefix.describe('GB/T 2260, 2 to 6 digits; empty for everywhere'),
  cursor: z.string().max(200).optional(),
  limit: z.coerce.number().int().min(1).max(100).default(50),
});

export const livenessPage = z
  .object({
    asOf: time.nullable().describe('When the one judged longest ago was judged; null where none was'),
    counts: z.object({ active: count, slow: count, dormant: count }),
    items: z.array(liveness).describe('The worst first'),
    nextCursor: z.string().nullable(),
  })
  .meta({ id: 'LivenessPage' });
export type LivenessPage = z.infer<typeof livenessPage>;
