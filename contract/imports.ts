/** The import file of interface.md: one letter (or notice) a row. The command line reads CSV, the service takes rows. */
import { z } from 'zod';
import { limits } from './limits.ts';
import { controlCharacters } from './primitives.ts';
import { KINDS, OUTCOMES, SOLVED } from './vocabulary.ts';

/** Old letters have no minimum length; invisible control characters are refused as everywhere. */
const plain = (max: number) =>
  z
    .string()
    .max(max)
    .refine((value) => !controlCharacters.test(value), 'holds invisible control characters');
const blank = (value: unknown) => (value === '' || value === null ? undefined : value);
const optional = <T extends z.ZodType>(schema: T) => z.preprocess(blank, schema.optional());
/** RFC 3339; a time without offset is the tenant's local time. */
const moment = z
  .string()
  .regex(/^\d{4}-\d{2}-\d{2}([T ]\d{2}:\d{2}(:\d{2}(\.\d{1,3})?)?(Z|[+-]\d{2}:\d{2})?)?$/, 'time');
const flag = z.preprocess(
  (value) =>
    typeof value === 'string'
      ? ({
          true: true,
          yes: true,
          '1': true,
          是: true,
          false: false,
          no: false,
          '0': false,
          否: false,
          '': false,
        }[value.toLowerCase()] ?? value)
      : (value ?? false),
  z.boolean(),
);
const level = z.preprocess(
  (value) => (typeof value === 'string' && /^[1-5]$/.test(value) ? Number(value) : blank(value)),
  z.int().min(1).max(5).optional(),
);

export const importLetter = z.object({
  external_id: z.union([z.string(), z.number()]).transform(String).pipe(plain(100).min(1)),
  received_at: moment,
  kind: z.enum(KINDS),
  department: optional(plain(60)),
  title: plain(limits.titleCharsMax * 4),
  body: plain(limits.bodyCharsMax * 4),
  name: optional(plain(limits.nameCharsMax)),
  phone: optional(plain(limits.phoneCharsMax)),
  email: optional(plain(limits.emailCharsMax)),
  publish: flag,
  accepted_at: optional(moment),
  interim_at: optional(moment),
  replied_at: optional(moment),
  reply: optional(plain(limits.replyCharsMax)),
  outcome: optional(z.enum(OUTCOMES)),
  rated_at: optional(moment),
  rating: level,
  solved: optional(z.enum(SOLVED)),
  /** NDJSON only: the second round of a reopened letter. */
  second: z
    .object({
      replied_at: moment,
      reply: plain(limits.replyCharsMax).optional(),
      outcome: z.enum(OUTCOMES),
      rated_at: moment.optional(),
      rating: z.int().min(1).max(5).optional(),
      solved: z.enum(SOLVED).optional(),
    })
    .optional(),
});
export type ImportLetter = z.output<typeof importLetter>;

export const importNotice = z.object({
  department: optional(plain(60)),
  published_at: moment,
  title: z
    .string()
    .min(1)
    .max(limits.titleCharsMax * 4),
  body: plain(limits.noticeBodyCharsMax),
});
export type ImportNotice = z.output<typeof importNotice>;

export const importCall = z.object({
  dryRun: z.boolean().default(false),
  /** Number of the first row in the file, for messages. */
  line: z.int().min(1).default(1),
  rows: z.array(z.record(z.string(), z.unknown())).max(limits.importRowsPerCallMax),
});
export const importResult = z
  .object({
    written: z.int(),
    skipped: z.int().describe('Rows imported before'),
    errors: z.array(z.object({ line: z.int(), column: z.string(), reason: z.string() })),
  })
  .meta({ id: 'ImportResult' });
export type ImportResult = z.infer<typeof importResult>;
