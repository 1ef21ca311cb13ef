/** Orders (督办): the centre's instructions with a deadline, answered in writing. */
import { z } from 'zod';
import { limits } from './limits.ts';
import { departmentId, letterNumber, slug, text, time } from './primitives.ts';
import { COLOURS, KINDS, ROLES, STATUSES, OVERDUE_AGES } from './vocabulary.ts';

export const ORDER_STATES = ['open', 'answered', 'accepted', 'withdrawn'] as const;
export type OrderState = (typeof ORDER_STATES)[number];

export const orderNumber = z
  .string()
  .regex(/^[A-Z0-9]{2,8}-DB-\d{4}-\d{4,9}$/)
  .meta({ example: 'JM-DB-2026-0001' });

export const order = z
  .object({
    number: orderNumber,
    tenant: slug,
    tenantName: z.string(),
    department: departmentId.nullable(),
    departmentName: z.string().nullable(),
    letter: letterNumber.nullable().describe('The letter it is about'),
    cause: z
      .enum(['demand', 'hand'])
      .describe('`demand`: a demand notice opened it; `hand`: the centre issued it'),
    state: z
      .enum(ORDER_STATES)
      .describe('`answered`: the centre has to judge the answer; `withdrawn`: it took the order back'),
    issuedAt: time,
    days: z.int().describe('Working days in which it is to be answered'),
    dueAt: time,
    provisional: z.boolean().describe('The deadline falls beyond the announced calendar'),
    overdue: z.boolean().describe('Unanswered, and the deadline has passed'),
    answeredAt: time.nullable().describe('The latest answer'),
    closedAt: time.nullable(),
  })
  .meta({ id: 'Order' });
export type OrderView = z.infer<typeof order>;

export const orderDetail = order
  .extend({
    text: z.string().describe('What is ordered; of a demand notice in the language asked for'),
    record: z.array(
      z.object({
        at: time,
        kind: z.enum(['opened', 'answered', 'returned', 'accepted', 'withdrawn', 'recomputed']),
        role: z.enum(ROLES),
        by: z.string().nullable().describe('The member’s name; null: by itself'),
        text: z.string().nullable().describe('The order, the answer, the reason'),
        dueAt: time.nullable().describe('The deadline that resulted'),
        late: z.boolean().describe('An answer that came after the deadline'),
      }),
    ),
    may: z.array(z.enum(['answer', 'accept', 'return', 'withdraw'])).describe('What you may do now'),
  })
  .meta({ id: 'OrderDetail' });
export type OrderDetail = z.infer<typeof orderDetail>;

export const orderPage = z
  .object({ items: z.array(order), nextCursor: z.string().nullable() })
  .meta({ id: 'OrderPage' });
export type OrderPage = z.infer<typeof orderPage>;

/** `overdue`: open and late. With a state by deadline, the earliest first (`accepted`, `withdrawn`: the latest); all of them newest first. */
export const orderQuery = z.object({
  state: z.enum([...ORDER_STATES, 'overdue']).optional(),
  tenant: slug.optional(),
  department: departmentId.optional(),
  cursor: z.string().max(200).optional(),
  limit: z.coerce.number().int().min(1).max(100).default(30),
});

const days = z.int().min(1).max(60).describe('Working days; left out: as the tenant’s rules say');
const said = text(2, limits.supplementCharsMax);

export const issueOrder = z.object({
  tenant: slug,
  department: departmentId.optional(),
  letter: letterNumber.optional(),
  text: text(limits.bodyCharsMin, limits.supplementCharsMax),
  days: days.optional(),
});
export type IssueOrder = z.infer<typeof issueOrder>;
export const answerOrder = z.object({ text: text(limits.bodyCharsMin, limits.bodyCharsMax) });
export const acceptOrder = z.object({ note: said.optional() });
export const returnOrder = z.object({ reason: said, days: days.optional() });
export const withdrawOrder = z.object({ reason: said });

/** A letter whose reply deadline has passed without a final reply; an interim reply doesn't end that. */
export const overdueLetter = z
  .object({
    number: letterNumber,
    tenant: slug,
    tenantName: z.string(),
    department: departmentId.nullable(),
    departmentName: z.string().nullable(),
    kind: z.enum(KINDS),
    status: z.enum(STATUSES).describe('At which step it is'),
    receivedAt: time,
    replyBy: time,
    daysLate: z.int().describe('Calendar days since its deadline'),
    daysOld: z.int().describe('Calendar days since its receipt'),
    round: z.int().describe('2: reopened by a bad rating'),
    colour: z.enum(COLOURS).nullable(),
    interim: z.boolean().describe('An interim reply was sent'),
  })
  .meta({ id: 'OverdueLetter' });
export type OverdueLetter = z.infer<typeof overdueLetter>;

export const overduePage = z
  .object({
    asOf: time.describe('What happened in the last minutes may still be on its way here'),
    items: z.array(overdueLetter).describe('Late for longest first'),
    nextCursor: z.string().nullable(),
    orders: z.array(order).describe('Orders that are overdue, on the first page'),
    moreOrders: z.boolean().describe('There are more of them: `GET /v1/central/orders?state=overdue`'),
  })
  .meta({ id: 'OverduePage' });
export type OverduePage = z.infer<typeof overduePage>;

export const overdueQuery = orderQuery
  .omit({ state: true })
  .extend({ age: z.enum(OVERDUE_AGES).optional().describe('Letters so many calendar days late') });
