/** The staff's queue: open letters by deadline, others by date of receipt. */
import { and, asc, desc, eq, gte, isNull, lt, or, sql, type SQL, type SQLWrapper } from 'drizzle-orm';
import type { Status } from '../../contract/vocabulary.ts';
import type { Database } from '../platform/d1.ts';
import { letter } from '../schema/letters.ts';

export interface QueueScope {
  /** Departments an officer sees; null for the whole tenant. */
  departments: string[] | null;
  status?:
    | Status
    | 'open'
    | 'reopened'
    | 'to-publish'
    | 'promised'
    | 'drafted'
    | 'objected'
    | 'handed-over'
    | undefined;
  department?: string | undefined;
  /** Instants of the due time, [from, before). */
  due?: [number, number] | undefined;
  q?: string | undefined;
}

const openNow = sql`${letter.status} IN ('submitted', 'accepted', 'awaiting_citizen')`;
const toPublish = sql`${letter.toPublish} = 1`;
const promised = sql`${letter.promisedFor} IS NOT NULL AND ${letter.promiseDone} = 0`;

/** Not LIKE: D1 bounds its patterns at 50 bytes, which are sixteen Chinese characters. */
const has = (column: SQLWrapper, text: string): SQL => sql`instr(${column}, ${text}) > 0`;

/** As JSON: a statement binds at most 100 values. */
const among = (departments: string[] | null): SQL | undefined =>
  departments === null
    ? undefined
    : sql`${letter.department} IN (SELECT value FROM json_each(${JSON.stringify(departments)}))`;

function inStatus(status: NonNullable<QueueScope['status']>): SQL {
  if (status === 'open') return openNow;
  if (status === 'reopened') return sql`${openNow} AND ${letter.round} = 2`;
  if (status === 'handed-over') return sql`${letter.holder} IS NOT NULL`;
  if (status === 'promised') return promised;
  if (status === 'drafted') return sql`${letter.drafted} = 1`;
  if (status === 'objected') return sql`${letter.objected} = 1`;
  return status === 'to-publish' ? toPublish : eq(letter.status, status);
}

function conditions(tenant: string, scope: QueueScope): (SQL | undefined)[] {
  const { departments, status, department, due, q } = scope;
  return [
    eq(letter.tenant, tenant),
    among(departments),
    department === undefined
      ? undefined
      : department === 'unassigned'
        ? isNull(letter.department)
        : eq(letter.department, department),
    status && inStatus(status),
    // What another tenant holds is work there; here it is found by asking for it.
    (status === 'open' || status === 'reopened') && !q ? isNull(letter.holder) : undefined,
    due && and(openNow, gte(letter.dueAt, due[0]), lt(letter.dueAt, due[1])),
    q ? or(has(letter.number, q.toUpperCase()), has(letter.title, q), has(letter.body, q)) : undefined,
  ];
}

/** Open letters: the next due time first, those whose clock stands still last. */
export async function listOpen(
  db: Database,
  tenant: string,
  scope: QueueScope,
  after: [number, number] | null,
  limit: number,
) {
  const due = sql<number>`coalesce(${letter.dueAt}, 9007199254740991)`;
  const from = after ? sql`(${due}, ${letter.serial}) > (${after[0]}, ${after[1]})` : undefined;
  return db
    .select()
    .from(letter)
    .where(and(...conditions(tenant, scope), from))
    .orderBy(asc(due), asc(letter.serial))
    .limit(limit);
}

/** Any letters, newest first. */
export async function listRecent(
  db: Database,
  tenant: string,
  scope: QueueScope,
  after: [number, number] | null,
  limit: number,
) {
  const from = after ? sql`(${letter.receivedAt}, ${letter.serial}) < (${after[0]}, ${after[1]})` : undefined;
  return db
    .select()
    .from(letter)
    .where(and(...conditions(tenant, scope), from))
    .orderBy(desc(letter.receivedAt), desc(letter.serial))
    .limit(limit);
}

/** More than these needn't be counted: nobody publishes five hundred letters in a day. */
const toPublishMax = 500;

/** The counts above the queue. */
export async function countQueue(
  db: Database,
  tenant: string,
  departments: string[] | null,
  now: number,
  tomorrow: number,
) {
  const sum = (condition: SQL) => sql<number>`coalesce(sum(${condition}), 0)`;
  const row = await db
    .select({
      open: sql<number>`count(*)`,
      late: sum(sql`${letter.dueAt} <= ${now}`),
      today: sum(sql`${letter.dueAt} > ${now} AND ${letter.dueAt} <= ${tomorrow}`),
      unassigned: sum(sql`${letter.department} IS NULL`),
      reopened: sum(sql`${letter.round} = 2`),
    })
    .from(letter)
    .where(and(eq(letter.tenant, tenant), openNow, isNull(letter.holder), among(departments)))
    .get();
  const backlog = db
    .select({ one: sql`1`.as('one') })
    .from(letter)
    .where(and(...conditions(tenant, { departments, status: 'to-publish' })))
    .limit(toPublishMax)
    .as('backlog');
  const waiting = await db
    .select({ count: sql<number>`count(*)` })
    .from(backlog)
    .get();
  return { ...row!, toPublish: waiting!.count };
}
