/** Texts that replies are written from (常用语与知识库), and letters like the one in hand with what was answered. */
import { z } from 'zod';
import { departmentId, letterNumber, slug, text, time } from './primitives.ts';
import { KINDS, OUTCOMES } from './vocabulary.ts';
import { limits, templateLimits } from './limits.ts';

const kinds = z
  .array(z.enum(KINDS))
  .max(KINDS.length)
  .describe('Kinds of letters it is meant for; empty: any');
const content = {
  title: text(templateLimits.titleCharsMin, templateLimits.titleCharsMax),
  body: text(1, templateLimits.bodyCharsMax).describe(
    '`【待填：日期】` is a gap that must be filled before sending',
  ),
  kinds,
  department: departmentId.nullable().describe('Whose it is; null: all departments of the tenant'),
};

export const template = z
  .object({
    id: z.string(),
    title: z.string(),
    body: z.string(),
    kinds,
    department: departmentId.nullable(),
    departmentName: z.string().nullable(),
    version: z.int().describe('A change names the one it was made from'),
    changedAt: time,
  })
  .meta({ id: 'Template' });
export type Template = z.infer<typeof template>;

export const makeTemplate = z.object({ tenant: slug.optional(), ...content });
export type TemplateContent = Omit<z.output<typeof makeTemplate>, 'tenant'>;
export const changeTemplate = makeTemplate.extend({ version: z.int().min(1) });

export const templateQuery = z.object({
  tenant: slug.optional(),
  q: text(0, limits.searchCharsMax).optional().describe('Words of title or text, as they stand'),
  cursor: z.string().max(200).optional(),
  limit: z.coerce.number().int().min(1).max(50).default(50),
});
export const templatePage = z.object({ items: z.array(template), nextCursor: z.string().nullable() });
export type TemplatePage = z.infer<typeof templatePage>;

export const similarPage = z
  .object({
    items: z.array(
      z.object({
        number: letterNumber,
        kind: z.enum(KINDS),
        departmentName: z.string().nullable(),
        title: z.string(),
        excerpt: z.string(),
        repliedAt: time,
        outcome: z.enum(OUTCOMES),
        published: z.boolean(),
        rating: z.int().nullable().describe('1–5, 5 the best; null: not rated'),
        reply: z.string().describe('The final reply; of a published letter as released'),
      }),
    ),
  })
  .meta({ id: 'SimilarLetters' });
export type SimilarLetter = z.infer<typeof similarPage>['items'][number];
