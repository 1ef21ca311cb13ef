/** Promises (列入计划) until they are kept, and letters that were rated dissatisfied twice: the supervisor's lists. */
import { z } from 'zod';
import { day, departmentId, letterNumber, slug, time } from './primitives.ts';
import { KINDS, OUTCOMES, PROMISE_STATES } from './vocabulary.ts';

const cursor = z.string().max(200).optional();
const limit = z.coerce.number().int().min(1).max(100).default(30);
const asOf = time.describe('What happened in the last minutes may still be on its way here');

const listed = {
  number: letterNumber,
  tenant: slug,
  tenantName: z.string(),
  department: departmentId.nullable(),
  departmentName: z.string().nullable(),
  kind: z.enum(KINDS),
  receivedAt: time,
};

const promised = {
  promisedFor: day,
  keptAt: time.nullable().describe('When a follow-up said that it was done; null: it is open'),
  daysLate: z
    .int()
    .describe('Days after the promised day: until today, or until it was kept. Negative: so many are left'),
};

export const promise = z
  .object({ ...listed, promisedAt: time.describe('When the reply said so'), ...promised })
  .meta({ id: 'Promise' });
export type PromiseView = z.infer<typeof promise>;

export const promisePage = z
  .object({ asOf, items: z.array(promise), nextCursor: z.string().nullable() })
  .meta({ id: 'PromisePage' });
export type PromisePage = z.infer<typeof promisePage>;

/** Open ones by date, so the late come first; kept ones latest first. */
export const promiseQuery = z.object({
  state: z.enum(PROMISE_STATES).default('open'),
  tenant: slug.optional(),
  cursor,
  limit,
});

/** As those see it who must keep it. */
export const staffPromise = z
  .object({
    number: letterNumber,
    kind: z.enum(KINDS),
    title: z.string(),
    department: departmentId.nullable(),
    departmentName: z.string().nullable(),
    receivedAt: time,
    ...promised,
  })
  .meta({ id: 'StaffPromise' });
export type StaffPromise = z.infer<typeof staffPromise>;

export const staffPromisePage = z
  .object({
    items: z.array(staffPromise),
    nextCursor: z.string().nullable(),
    late: z.int().describe('How many open ones are late; counted up to 500'),
  })
  .meta({ id: 'StaffPromisePage' });
export type StaffPromisePage = z.infer<typeof staffPromisePage>;
export const staffPromiseQuery = promiseQuery;

export const contestedLetter = z
  .object({
    ...listed,
    contestedAt: time.describe('When it was rated the second time'),
    levels: z.array(z.int().min(1).max(5)).describe('Its ratings, the first first; 5 = very satisfied'),
    outcome: z.enum(OUTCOMES).nullable().describe('What the last final reply claims'),
    order: z.string().nullable().describe('The latest order of the centre about it'),
  })
  .meta({ id: 'ContestedLetter' });
export type ContestedLetter = z.infer<typeof contestedLetter>;

export const contestedPage = z
  .object({ asOf, items: z.array(contestedLetter), nextCursor: z.string().nullable() })
  .meta({ id: 'ContestedPage' });
export type ContestedPage = z.infer<typeof contestedPage>;

/** Latest first. */
export const contestedQuery = z.object({ tenant: slug.optional(), cursor, limit });
