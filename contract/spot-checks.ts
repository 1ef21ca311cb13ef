/**
 * Spot checks (抽查): a sample of replied letters that nobody could choose, judged by two reviewers, each alone. How it is drawn, and
 * how anybody draws it again: docs/spot-checks.md.
 */
import { z } from 'zod';
import { limits } from './limits.ts';
import { reply } from './letters.ts';
import { day, jurisdiction, letterNumber, slug, text, time } from './primitives.ts';
import { KINDS, MARKS } from './vocabulary.ts';

/**
 * `gathering`: the letters are being listed; `frozen`: the list stands, the public value is awaited; `lapsed`: it stood too late, the
 * value was known by then; `empty`: nothing to draw from; `scoring`; `scored`: both reviewers are done; `closed`: the result stands.
 */
export const SPOT_CHECK_STATES = [
  'gathering',
  'frozen',
  'lapsed',
  'empty',
  'scoring',
  'scored',
  'closed',
] as const;
export type SpotCheckState = (typeof SPOT_CHECK_STATES)[number];

export const spotCheckId = z.string().regex(/^[0-9a-f]{32}$/);
const said = text(0, limits.commentCharsMax);

export const openSpotCheck = z.object({
  scope: z.object({
    jurisdiction,
    tenants: z.array(slug).min(1).max(500).optional().describe('Left out: all under the jurisdiction'),
  }),
  from: day.describe('First day of the replies'),
  to: day.describe('Last day of the replies'),
  size: z.int().min(5).max(200).describe('How many letters are drawn; all where there are fewer'),
  source: text(5, 200).describe('The public value that decides the draw, and how it is written down'),
  drawAt: time.describe('When that value becomes known: ahead of now'),
  reviewers: z
    .tuple([z.string().max(60), z.string().max(60)])
    .describe('Two central admins who answer for the jurisdiction, by id'),
});
export type OpenSpotCheck = z.output<typeof openSpotCheck>;

export const drawSpotCheck = z.object({
  value: text(4, 200).describe('The public value as announced; only its letters and digits count'),
});

const reviewer = z.object({
  id: z.string(),
  name: z.string().nullable(),
  done: z.int().describe('Letters they have judged'),
});

export const spotCheckSummary = z
  .object({
    id: spotCheckId,
    year: z.int(),
    serial: z.int().describe('Gap-free per jurisdiction and year: none can be dropped unseen'),
    state: z.enum(SPOT_CHECK_STATES),
    jurisdiction,
    from: day,
    to: day,
    size: z.int(),
    source: z.string(),
    drawAt: time,
    openedAt: time,
    openedBy: z.string().nullable(),
    done: z.int().describe('Tenants gone through'),
    of: z.int().describe('Tenants in scope'),
    frozenAt: time.nullable(),
    population: z.int().nullable().describe('Letters to draw from; null until the list stands'),
    populationHash: z
      .string()
      .nullable()
      .describe('SHA-256 of the list: one number a line, sorted by bytes, each ended by a line feed'),
    value: z.string().nullable(),
    seed: z.string().nullable().describe('Letters and digits of the value, in lower case'),
    drawnAt: time.nullable(),
    drawn: z.int().describe('Letters in the sample'),
    closedAt: time.nullable(),
  })
  .meta({ id: 'SpotCheckSummary' });
export type SpotCheckSummary = z.infer<typeof spotCheckSummary>;

const counts = z.object({ yes: z.int(), partly: z.int(), no: z.int() });
export type MarkCounts = z.infer<typeof counts>;

const tally = z.object({
  letters: z.int().describe('In the sample'),
  judged: z.int().describe('Judged by both reviewers'),
  unfit: z.int().describe('Which at least one of them could not judge'),
  score: z.number().nullable().describe('Mean of the judged letters, 0 to 100; null: none'),
  parts: z.object({ facts: counts, grounds: counts, result: counts, next: counts }).describe('Marks of both'),
});
export type SpotCheckTally = z.infer<typeof tally>;

const agreement = z.object({
  compared: z.int().describe('Pairs of marks'),
  agreed: z.int(),
  rate: z.number().nullable().describe('agreed ÷ compared; null: nothing to compare'),
  kappa: z.number().nullable().describe('Cohen’s kappa; null where chance alone would agree always'),
});
export type Agreement = z.infer<typeof agreement>;

export const spotCheckResult = z
  .object({
    total: tally,
    tenants: z.array(tally.extend({ slug, name: z.string() })),
    agreement: z.object({
      all: agreement,
      parts: z.object({ facts: agreement, grounds: agreement, result: agreement, next: agreement }),
    }),
  })
  .meta({ id: 'SpotCheckResult' });
export type SpotCheckResult = z.infer<typeof spotCheckResult>;

export const spotCheck = spotCheckSummary
  .extend({
    reviewers: z.array(reviewer).length(2),
    mine: z.int().nullable().describe('Which of the reviewers you are, 0 or 1'),
    result: spotCheckResult.nullable().describe('From when both are done; from when it is closed it stands'),
  })
  .meta({ id: 'SpotCheck' });
export type SpotCheck = z.infer<typeof spotCheck>;

export const spotCheckPage = z
  .object({ items: z.array(spotCheckSummary), nextCursor: z.string().nullable() })
  .meta({ id: 'SpotCheckPage' });
export type SpotCheckPage = z.infer<typeof spotCheckPage>;

export const spotCheckQuery = z.object({
  cursor: z.string().max(200).optional(),
  limit: z.coerce.number().int().min(1).max(100).default(30),
});

const judgement = z.object({ mark: z.enum(MARKS), remark: said.default('') });
const parts = z.object({ facts: judgement, grounds: judgement, result: judgement, next: judgement });

export const scoreSpotCheck = z.union([
  z.object({ parts }),
  z.object({ unfit: text(2, limits.commentCharsMax).describe('Why it can’t be judged') }),
]);
export type SpotCheckScore = z.output<typeof scoreSpotCheck>;

const givenScore = z.union([
  z.object({ parts, score: z.number().describe('0 to 100') }),
  z.object({ unfit: z.string() }),
]);
export type GivenScore = z.infer<typeof givenScore>;

export const spotCheckItem = z
  .object({
    ordinal: z.int().describe('Place in the draw, 1 to n'),
    number: letterNumber,
    tenant: slug,
    tenantName: z.string(),
    mine: givenScore.nullable().describe('What you said; null: nothing yet, or you are no reviewer'),
    scores: z
      .tuple([givenScore, givenScore])
      .nullable()
      .describe('What both said, in the order of the reviewers; null until both are done'),
  })
  .meta({ id: 'SpotCheckItem' });
export type SpotCheckItem = z.infer<typeof spotCheckItem>;

export const spotCheckItems = z.object({ items: z.array(spotCheckItem) }).meta({ id: 'SpotCheckItems' });
export type SpotCheckItems = z.infer<typeof spotCheckItems>;

export const spotCheckLetter = spotCheckItem
  .extend({
    kind: z.enum(KINDS),
    receivedAt: time,
    title: z.string(),
    body: z.string(),
    supplements: z.array(z.object({ at: time, body: z.string() })),
    replies: z
      .array(reply.omit({ files: true }))
      .describe('Those of before the check was opened; the last is judged'),
    erased: z.boolean().describe('Its texts are gone since: say that it can’t be judged'),
  })
  .meta({ id: 'SpotCheckLetter' });
export type SpotCheckLetter = z.infer<typeof spotCheckLetter>;

export const reviewerQuery = z.object({ jurisdiction });
export const reviewerList = z
  .object({ items: z.array(z.object({ id: z.string(), name: z.string(), me: z.boolean() })) })
  .meta({ id: 'ReviewerList' });
export type ReviewerList = z.infer<typeof reviewerList>;

/** What a tenant sees of a check that its letters are in. */
export const tenantSpotCheck = spotCheckSummary
  .extend({
    own: z.int().nullable().describe('How many of the listed letters are the tenant’s'),
    result: tally.nullable().describe('Of the tenant’s letters, once it is closed'),
    items: z.array(
      z.object({
        ordinal: z.int(),
        number: letterNumber,
        scores: z.tuple([givenScore, givenScore]),
      }),
    ),
  })
  .meta({ id: 'TenantSpotCheck' });
export type TenantSpotCheck = z.infer<typeof tenantSpotCheck>;
