/** What becomes of departments: names, mergers, splits. */
import { z } from 'zod';
import { departmentId, letterNumber, slug, text, time } from './primitives.ts';

const name = text(1, 60);

export const mergeDepartments = z.object({
  tenant: slug.optional(),
  departments: z.array(departmentId).min(1).max(50).describe('That are closed; one alone is closed too'),
  into: z
    .union([z.object({ id: departmentId }), z.object({ name })])
    .describe('Who takes over: one that exists, or a new one'),
});
export type MergeDepartments = z.output<typeof mergeDepartments>;

export const splitDepartment = z
  .object({
    tenant: slug.optional(),
    parts: z
      .array(
        z.object({
          name,
          letters: z.array(letterNumber).max(200).default([]).describe('Open letters that go to it'),
          members: z.array(z.string().max(40)).max(200).default([]).describe('Members who go to it, by id'),
        }),
      )
      .min(1)
      .max(10),
    keeper: z
      .int()
      .min(0)
      .nullable()
      .describe(
        'Which part takes over all the rest, the department being closed; null: it lives on and keeps it',
      ),
  })
  .refine(({ parts, keeper }) => keeper === null || (keeper < parts.length && parts.length > 1), {
    path: ['keeper'],
    message: 'keeper',
  })
  .refine(({ parts }) => new Set(parts.map((part) => part.name)).size === parts.length, {
    path: ['parts'],
    message: 'names',
  });
export type SplitDepartment = z.output<typeof splitDepartment>;

export const departmentHistory = z
  .object({
    id: departmentId,
    name: z.string(),
    since: time.nullable().describe('When it was added; null: with the tenant'),
    closedAt: time.nullable(),
    successors: z.array(departmentId).describe('Of a closed one: the first took over its letters'),
    formerNames: z.array(z.object({ name: z.string(), until: time })).describe('Oldest first'),
    passing: z.boolean().describe('Its letters are still passing on'),
  })
  .meta({ id: 'DepartmentHistory' });
export type DepartmentHistory = z.infer<typeof departmentHistory>;
export const departmentList = z.object({ items: z.array(departmentHistory) });
export type DepartmentList = z.infer<typeof departmentList>;

/** What moves when a department is merged or split. */
export const departmentDetail = departmentHistory
  .extend({
    openLetters: z.int(),
    letters: z
      .array(z.object({ number: letterNumber, title: z.string() }))
      .describe('The first 200 of the open letters'),
    members: z.array(z.object({ id: z.string(), name: z.string(), status: z.enum(['active', 'suspended']) })),
  })
  .meta({ id: 'DepartmentDetail' });
export type DepartmentDetail = z.infer<typeof departmentDetail>;
