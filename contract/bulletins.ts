/**
 * Bulletins (通报): frozen reports on a period. What is frozen is the whole document, its words and its figures; page, .docx,
 * .xlsx and .csv only set it.
 */
import { z } from 'zod';
import { day, jurisdiction, slug, text, time } from './primitives.ts';
import { figures } from './stats.ts';

/** What of a bulletin's tables may be asked for by name. */
export const BULLETIN_TABLES = [
  'tenants',
  'rates',
  'ratings',
  'quality',
  'replies',
  'departments',
  'notices',
  'ages',
  'unanswered',
  'definitions',
  'rules',
] as const;
export type BulletinTableId = (typeof BULLETIN_TABLES)[number];

export const BULLETIN_FORMATS = ['html', 'docx', 'xlsx', 'csv'] as const;
export type BulletinFormat = (typeof BULLETIN_FORMATS)[number];

/** How many rows of a table the answer, the page and the .docx show; .xlsx and .csv have all of them. */
export const BULLETIN_ROWS_SHOWN = 500;

export const bulletinColumn = z.object({
  name: z.string(),
  as: z.enum(['text', 'count', 'rate', 'days']).describe('`rate`: 0 to 1, unrounded'),
});
export type BulletinColumn = z.infer<typeof bulletinColumn>;

const cell = z.union([z.string(), z.number(), z.null()]).describe('Null: nothing to say, shown as “—”');
export type BulletinCell = z.infer<typeof cell>;

export const bulletinTable = z.object({
  kind: z.literal('table'),
  id: z.enum(BULLETIN_TABLES),
  title: z.string(),
  note: z.string().nullable(),
  columns: z.array(bulletinColumn),
  rows: z.array(z.array(cell)),
  totalled: z.boolean().describe('The last row is the sum of the others'),
});
export type BulletinTable = z.infer<typeof bulletinTable>;

export const bulletinBlock = z
  .discriminatedUnion('kind', [
    z.object({ kind: z.literal('heading'), text: z.string() }),
    z.object({ kind: z.literal('paragraph'), text: z.string() }),
    bulletinTable,
  ])
  .meta({ id: 'BulletinBlock' });
export type BulletinBlock = z.infer<typeof bulletinBlock>;

export const bulletinId = z.string().regex(/^[0-9a-f]{32}$/);

const other = z.object({ id: bulletinId, label: z.string() }).nullable();

const summaryShape = {
  id: bulletinId.nullable().describe('Null: a preview, of which nothing is kept'),
  state: z.enum(['preview', 'making', 'frozen']),
  label: z.string().nullable().describe('Its number, as in 〔2026〕第1期; null until it is frozen'),
  year: z.int().nullable(),
  issue: z.int().nullable().describe('Gap-free per jurisdiction and year'),
  jurisdiction,
  title: z.string(),
  from: day,
  to: day,
  asOf: day.describe('The cut-off is the end of this day, or when it was begun, whichever comes first'),
  done: z.int().describe('Tenants gone through'),
  of: z.int().describe('Tenants in scope'),
  corrects: other.describe('The earlier bulletin that this one puts right'),
  correctedBy: other,
  public: z.boolean(),
  madeBy: z.string().nullable(),
  begunAt: time,
  frozenAt: time.nullable(),
};

export const bulletinSummary = z.object(summaryShape).meta({ id: 'BulletinSummary' });
export type BulletinSummary = z.infer<typeof bulletinSummary>;

export const bulletinPage = z
  .object({ items: z.array(bulletinSummary), nextCursor: z.string().nullable() })
  .meta({ id: 'BulletinPage' });
export type BulletinPage = z.infer<typeof bulletinPage>;

export const bulletinContent = z.object({
  total: figures,
  tenants: z.array(
    z.object({
      slug,
      name: z.string(),
      jurisdiction,
      cutOff: time,
      ruleVersions: z.array(z.int()).describe('Under which its letters of the period were received'),
      figures,
    }),
  ),
  recipients: z.string().nullable(),
  issuer: z.string().nullable(),
  dated: z.string().describe('The day it was made, in words'),
});
export type BulletinContent = z.infer<typeof bulletinContent>;

export const bulletin = z
  .object({
    ...summaryShape,
    content: bulletinContent.nullable().describe('Null while it is being made'),
    blocks: z
      .array(bulletinBlock)
      .describe('The document. Of a longer table the first 500 rows; .xlsx and .csv have all'),
  })
  .meta({ id: 'Bulletin' });
export type Bulletin = z.infer<typeof bulletin>;

export const makeBulletin = z.object({
  from: day,
  to: day,
  asOf: day.optional().describe('Left out: `to`'),
  scope: z.object({
    jurisdiction,
    tenants: z.array(slug).min(1).max(500).optional().describe('Left out: all under the jurisdiction'),
  }),
  title: text(2, 100).optional(),
  recipients: text(2, 200).optional().describe('Whom it is sent to (主送)'),
  issuer: text(2, 60).optional().describe('Who issues it (署名)'),
  corrects: bulletinId.optional(),
  freeze: z
    .boolean()
    .default(false)
    .describe('False: a preview, of which nothing is kept; true: numbered and frozen'),
});
export type MakeBulletin = z.output<typeof makeBulletin>;

export const bulletinQuery = z.object({
  cursor: z.string().max(200).optional(),
  limit: z.coerce.number().int().min(1).max(100).default(30),
});

export const publishBulletin = z.object({ public: z.boolean() });
