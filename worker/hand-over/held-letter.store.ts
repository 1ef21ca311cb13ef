/** Letters of other tenants that a tenant holds, or held: what is read of them at home, and their rows in the holder's shard. */
import { and, asc, desc, eq, getTableColumns, isNull, sql, type SQL } from 'drizzle-orm';
import type { Facts } from '../../core/index.ts';
import type { Database, Statement } from '../platform/d1.ts';
import { heldLetter, type HeldRow } from '../schema/hand-over.ts';
import { facts, letter } from '../schema/letters.ts';

/** Among these letters of a tenant those that another holds or held; in the tenant's own shard. */
export async function handedOverAmong(db: Database, home: string, ids: readonly string[]) {
  return db
    .select()
    .from(letter)
    .where(
      and(
        sql`${letter.id} IN (SELECT value FROM json_each(${JSON.stringify(ids)}))`,
        eq(letter.tenant, home),
        eq(letter.handedOver, true),
      ),
    );
}

export type NewHeld = Omit<HeldRow, 'id'>;

/**
 * Row and facts of one letter, in the holder's shard: the facts first, because both go by the number of the last event that the
 * row has. What is further along stays: the request's own writing and the outbox's may overtake each other.
 */
export function putHeld(db: Database, row: NewHeld, seen: Facts): Statement[] {
  const { tenant, letterId, receivedAt } = row;
  const known = sql`(SELECT seq FROM held_letter WHERE held_letter.tenant = ${tenant} AND held_letter.letter_id = ${letterId})`;
  const { id: _id, tenant: _tenant, letterId: _letter, ...rest } = getTableColumns(heldLetter);
  const set = Object.fromEntries(
    Object.entries(rest).map(([name, column]) => [name, sql.raw(`excluded."${column.name}"`)]),
  );
  return [
    db
      .insert(facts)
      .values({ tenant, receivedAt, letterId, facts: seen })
      .onConflictDoUpdate({
        target: [facts.tenant, facts.receivedAt, facts.letterId],
        set: { facts: seen },
        setWhere: sql`coalesce(${known}, 0) <= ${row.seq}`,
      }),
    db
      .insert(heldLetter)
      .values(row)
      .onConflictDoUpdate({
        target: [heldLetter.tenant, heldLetter.letterId],
        set,
        setWhere: sql`excluded.seq >= ${heldLetter.seq}`,
      }),
  ];
}

/** Also one that it held once. */
export async function findHeld(db: Database, tenant: string, letterId: string): Promise<HeldRow | null> {
  const where = and(eq(heldLetter.tenant, tenant), eq(heldLetter.letterId, letterId));
  return (await db.select().from(heldLetter).where(where).get()) ?? null;
}

/** One that it holds now. */
export async function findHeldNumber(db: Database, tenant: string, number: string): Promise<HeldRow | null> {
  const where = and(eq(heldLetter.tenant, tenant), eq(heldLetter.number, number), eq(heldLetter.holds, true));
  return (await db.select().from(heldLetter).where(where).get()) ?? null;
}

/** The queue's filters that letters from elsewhere answer too; their texts aren't here to be searched. */
export interface HeldScope {
  /** Departments an officer sees; null for the whole tenant. */
  departments: readonly string[] | null;
  status?: string | undefined;
  department?: string | undefined;
  /** Instants of the due time, [from, before). */
  due?: readonly [number, number] | undefined;
  q?: string | undefined;
}

const { status, department, dueAt, title, number, receivedAt, id } = heldLetter;
// Written out, so that the planner sees the partial indexes' own conditions.
const holds = sql`${heldLetter.holds} = 1`;
const openNow = sql`${status} IN ('submitted', 'accepted', 'awaiting_citizen')`;

const filters: Record<string, SQL> = {
  open: openNow,
  reopened: sql`${openNow} AND ${heldLetter.round} = 2`,
  'to-publish': sql`${heldLetter.toPublish} = 1`,
  promised: sql`${heldLetter.promisedFor} IS NOT NULL AND ${heldLetter.promiseDone} = 0`,
  drafted: sql`${heldLetter.drafted} = 1`,
  objected: sql`${heldLetter.objected} = 1`,
};

const among = (departments: readonly string[] | null): SQL | undefined =>
  departments === null
    ? undefined
    : sql`${department} IN (SELECT value FROM json_each(${JSON.stringify(departments)}))`;

function conditions(tenant: string, scope: HeldScope): SQL | undefined {
  const { due, q } = scope;
  return and(
    eq(heldLetter.tenant, tenant),
    holds,
    among(scope.departments),
    scope.department === undefined
      ? undefined
      : scope.department === 'unassigned'
        ? isNull(department)
        : eq(department, scope.department),
    scope.status === undefined ? undefined : (filters[scope.status] ?? sql`${status} = ${scope.status}`),
    due && and(openNow, sql`${dueAt} >= ${due[0]} AND ${dueAt} < ${due[1]}`),
    q ? sql`(instr(${number}, ${q.toUpperCase()}) > 0 OR instr(${title}, ${q}) > 0)` : undefined,
  );
}

/**
 * The place in the queue beside the tenant's own letters: as theirs, a time and a number. Own serials are above 0, so these are
 * below, and no place is taken twice.
 */
export const placeOf = (row: HeldRow): number => -row.id;

/** By due time, those whose clock stands still last; or newest first. */
export async function listHeld(
  db: Database,
  tenant: string,
  scope: HeldScope,
  byDue: boolean,
  after: readonly [number, number] | null,
  limit: number,
): Promise<HeldRow[]> {
  const time = byDue ? sql<number>`coalesce(${dueAt}, 9007199254740991)` : sql<number>`${receivedAt}`;
  const behind = byDue ? sql`>` : sql`<`;
  return db
    .select()
    .from(heldLetter)
    .where(
      and(
        conditions(tenant, scope),
        after ? sql`(${time}, -${id}) ${behind} (${after[0]}, ${after[1]})` : undefined,
      ),
    )
    .orderBy(...(byDue ? [asc(time), desc(id)] : [desc(time), asc(id)]))
    .limit(limit);
}

/** As the counts above the queue; `now` and `tomorrow` are instants that are too late. */
export async function countHeld(
  db: Database,
  tenant: string,
  departments: readonly string[] | null,
  now: number,
  tomorrow: number,
) {
  const sum = (condition: SQL) => sql<number>`coalesce(sum(${condition}), 0)`;
  const counts = await db
    .select({
      open: sum(openNow),
      late: sum(sql`${openNow} AND ${dueAt} <= ${now}`),
      today: sum(sql`${openNow} AND ${dueAt} > ${now} AND ${dueAt} <= ${tomorrow}`),
      unassigned: sum(sql`${openNow} AND ${department} IS NULL`),
      reopened: sum(filters['reopened']!),
      toPublish: sum(filters['to-publish']!),
    })
    .from(heldLetter)
    .where(and(eq(heldLetter.tenant, tenant), holds, among(departments)))
    .get();
  return counts!;
}

/** Open ones of each department that are due before `next`, as the digests count a tenant's own. */
export async function heldDues(db: Database, tenant: string, now: number, today: number, next: number) {
  const sum = (condition: SQL) => sql<number>`coalesce(sum(${condition}), 0)`;
  return db
    .select({
      department,
      late: sum(sql`${dueAt} <= ${now}`),
      firstDue: sql<number>`min(${dueAt})`,
      today: sum(sql`${dueAt} > ${now} AND ${dueAt} <= ${today}`),
      next: sum(sql`${dueAt} > ${today}`),
    })
    .from(heldLetter)
    .where(and(eq(heldLetter.tenant, tenant), holds, openNow, sql`${dueAt} <= ${next}`))
    .groupBy(department);
}
