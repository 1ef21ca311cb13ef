/** The league table of a jurisdiction (product.md §6), and what its tenants say about their figures. */
import { z } from 'zod';
import { day, slug, text, time } from './primitives.ts';
import { jurisdictionPrefix } from './rules.ts';
import { figures, figuresShape } from './stats.ts';
import { RANKED_BY } from './vocabulary.ts';

/** By letters received in the period: only tenants of like volume are compared. */
export const BANDS = ['1000+', '100-999', '10-99', '1-9'] as const;
export type Band = (typeof BANDS)[number];

/** A period is of whole months, the last one may still run: at most three years. */
export const rankingMonthsMax = 36;

export const month = z
  .string()
  .regex(/^(19|2\d)\d\d-(0[1-9]|1[0-2])$/)
  .meta({ example: '2026-03' });

export const rankingQuery = z.object({
  jurisdiction: jurisdictionPrefix.describe('GB/T 2260, 2 to 6 digits; empty for everywhere'),
  from: month.optional().describe('The first month; default: twelve months with `to`'),
  to: month.optional().describe('The last month; default: the present one'),
  by: z.enum(RANKED_BY).default('on-time-rate'),
  lang: z.string().optional(),
});

/** Figures that are counts: what is shown of those who are too small for a rate. */
const {
  replyRate: _replyRate,
  replyRateInterval: _replyRateInterval,
  onTimeRate: _onTimeRate,
  onTimeRateInterval: _onTimeRateInterval,
  medianDays: _medianDays,
  meanDays: _meanDays,
  satisfaction: _satisfaction,
  satisfactionInterval: _satisfactionInterval,
  solvedRate: _solvedRate,
  solvedRateInterval: _solvedRateInterval,
  resolvedRate: _resolvedRate,
  small: _small,
  ...countsShape
} = figuresShape;
export const counts = z.object(countsShape).meta({ id: 'Counts' });
export type Counts = z.infer<typeof counts>;

const interval = z.tuple([z.number(), z.number()]).nullable();
const ranks = z.int().min(1);

const tenantShape = {
  tenant: slug,
  name: z.string(),
  jurisdiction: z.string(),
  comment: z
    .object({ text: z.string(), at: time })
    .nullable()
    .describe('What the tenant says about its figures (right of reply)'),
};

const rankedItem = z
  .object({
    ...tenantShape,
    rank: ranks.describe('Within the band; equal rates share a rank'),
    between: z
      .tuple([ranks, ranks])
      .describe('The best and the worst rank that the 95 % intervals leave possible'),
    figures,
    trend: z
      .object({
        of: z.int().nonnegative().describe('The denominator in the period before'),
        rate: z.number().nullable(),
        change: z.number().nullable().describe('Null where either period has fewer than 10'),
        interval: interval.describe('95 % interval of the change (Newcombe)'),
        sure: z.enum(['up', 'down', 'unsure']).nullable(),
      })
      .describe('Against the period before, equally long'),
  })
  .meta({ id: 'RankedTenant' });

const period = z.object({ from: month, to: month });

export const ranking = z
  .object({
    jurisdiction: z.string(),
    jurisdictionName: z.string().nullable().describe('As the centre published it'),
    ...period.shape,
    by: z.enum(RANKED_BY),
    before: period.describe('The period that trends compare with'),
    asOf: time
      .nullable()
      .describe(
        'All that happened until then is counted; null while the first count goes on: the figures are not whole',
      ),
    cutOff: day.nullable().describe('Deadlines that end by the end of this day count as lapsed'),
    total: figures.describe('All tenants together'),
    bands: z.array(z.object({ band: z.enum(BANDS), items: z.array(rankedItem) })),
    below: z
      .array(z.object({ ...tenantShape, band: z.enum(BANDS).nullable(), counts }))
      .describe('Fewer than 10 in the denominator: counts only, no rank'),
    definitions: z.array(z.object({ figure: z.string(), name: z.string(), meaning: z.string() })),
    reasons: z.array(z.string()).describe('Why these numbers may differ from others'),
  })
  .meta({ id: 'Ranking' });
export type Ranking = z.infer<typeof ranking>;

export const publication = z.object({
  public: z.boolean(),
  changedAt: time.nullable().describe('Null: never published'),
  changedBy: z.string().nullable(),
});

export const centralRanking = ranking.extend({ publication }).meta({ id: 'CentralRanking' });
export type CentralRanking = z.infer<typeof centralRanking>;

export const setPublication = z.object({
  jurisdiction: jurisdictionPrefix,
  name: text(2, 60).describe('What the public page calls the jurisdiction'),
  public: z.boolean(),
});

/** One tenant's roll-ups: its departments, and its months one by one. */
export const tenantRanking = z
  .object({
    tenant: slug,
    name: z.string(),
    ...period.shape,
    asOf: time.nullable(),
    cutOff: day.nullable(),
    total: figures,
    departments: z.array(
      figures.extend({
        id: z.string().describe('`unassigned` for letters nobody holds yet'),
        name: z.string(),
      }),
    ),
    months: z.array(figures.extend({ month })),
  })
  .meta({ id: 'TenantRanking' });
export type TenantRanking = z.infer<typeof tenantRanking>;

/** What a tenant sees of itself: its figures always, its place in the tables that anybody may read. */
export const ownRanking = tenantRanking
  .extend({
    tables: z
      .array(z.object({ jurisdiction: z.string(), name: z.string() }))
      .describe('Published tables in which it stands, the nearest first: `GET /v1/ranking`'),
  })
  .meta({ id: 'OwnRanking' });
export type OwnRanking = z.infer<typeof ownRanking>;

export const setComment = z.object({
  tenant: slug.optional(),
  text: text(0, 500).describe('Plain text without personal data; empty takes the comment back'),
});

export const comments = z
  .object({
    items: z
      .array(z.object({ text: z.string(), at: time, by: z.string().nullable() }))
      .describe('Newest first: the first one is shown, unless it is empty'),
  })
  .meta({ id: 'RankingComments' });
export type Comments = z.infer<typeof comments>;
