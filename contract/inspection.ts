/** The self-check before an inspection (国办秘函〔2019〕19号, 互动交流) and the annual form (政府网站工作年度报表). */
import { z } from 'zod';
import { deskLimits } from './limits.ts';
import { slug, text, time } from './primitives.ts';
import { jurisdictionPrefix } from './rules.ts';
import { TICK_ANSWERS } from './vocabulary.ts';

const count = z.int().nonnegative();
const year = z.coerce.number().int().min(1990).max(2999);
const last = time.nullable();

export const INSPECTION_ITEM_IDS = [
  'channel',
  'three-months',
  'submitting',
  'sign-in',
  'updates',
  'elements',
  'statistics',
  'replies',
  'quality',
  'surveys',
  'interviews',
] as const;
const itemId = z.enum(INSPECTION_ITEM_IDS);

export const tick = z.object({
  answer: z.enum(TICK_ANSWERS),
  remark: z.string(),
  at: time,
  byName: z.string().nullable(),
});
export type Tick = z.infer<typeof tick>;

export const inspection = z
  .object({
    tenant: slug,
    name: z.string(),
    year: z.int(),
    asOf: time.describe('The time of the check: now, or the end of a year that is over'),
    items: z.array(
      z.object({
        item: itemId,
        veto: z.boolean().describe('A veto item (单项否决)'),
        verified: z
          .boolean()
          .describe('Its wording could be checked against a published source that quotes the indicators'),
        title: z.string(),
        evidence: z.array(z.string()).describe('What is known here, in words'),
        result: z.enum(['met', 'unmet', 'open']).describe('`open`: only a person can say'),
        tick: tick.nullable(),
      }),
    ),
  })
  .meta({ id: 'Inspection' });
export type Inspection = z.infer<typeof inspection>;

export const inspectionQuery = z.object({
  tenant: slug.optional(),
  year: year.optional(),
  lang: z.string().optional(),
});

export const setTick = z.object({
  tenant: slug.optional(),
  year,
  item: itemId,
  answer: z.enum(TICK_ANSWERS),
  remark: text(0, deskLimits.remarkCharsMax),
});
export type SetTick = z.infer<typeof setTick>;

export const centralYearQuery = z.object({
  jurisdiction: jurisdictionPrefix.describe('GB/T 2260, 2 to 6 digits; empty for everywhere'),
  year: year.optional(),
  lang: z.string().optional(),
});

export const inspectionTable = z
  .object({
    jurisdiction: z.string(),
    year: z.int(),
    asOf: last.describe('Until when all is counted'),
    items: z.array(
      z.object({
        tenant: slug,
        name: z.string(),
        received: count,
        overdue: count,
        unanswered: count.describe('Waiting for over three months now: a veto item'),
        published: count,
        ticked: count.describe('Items that somebody has ticked'),
        unmet: count.describe('Of these, ticked as not met'),
        tickedAt: last,
      }),
    ),
  })
  .meta({ id: 'InspectionTable' });
export type InspectionTable = z.infer<typeof inspectionTable>;

const annualFigures = {
  received: count,
  closed: count.describe('With a final reply, or declined'),
  meanDays: z.number().nullable().describe('Working days from receipt to the first final reply, unrounded'),
  published: count.describe('Letters of the year that everybody can read with their reply'),
};
export const annual = z
  .object({
    tenant: slug,
    name: z.string(),
    year: z.int(),
    asOf: last.describe('Until when all is counted; null before the first count'),
    ...annualFigures,
  })
  .meta({ id: 'Annual' });
export type Annual = z.infer<typeof annual>;

export const annualTable = z
  .object({
    jurisdiction: z.string(),
    year: z.int(),
    asOf: last.describe('Until when all is counted; null before the first count'),
    items: z.array(z.object({ tenant: slug, name: z.string(), jurisdiction: z.string(), ...annualFigures })),
  })
  .meta({ id: 'AnnualTable' });
export type AnnualTable = z.infer<typeof annualTable>;
