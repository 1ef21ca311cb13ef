/**
 * What a member's day holds. Each part is counted up to a limit and listed by its first few, along an index: what is read
 * depends on what is shown, not on how many letters there are.
 */
import { asc, inArray, sql, type SQL } from 'drizzle-orm';
import type { Database } from '../platform/d1.ts';
import { event, letter, type EventRow, type LetterRow } from '../schema/letters.ts';

export const PARTS = ['late', 'today', 'reopened', 'promised', 'drafted', 'unassigned', 'objected'] as const;
export type Part = (typeof PARTS)[number];

export interface Day {
  now: number;
  /** The first instant after today. */
  tomorrow: number;
  /** Promises up to and including this day, `YYYY-MM-DD`. */
  promisedUntil: string;
}

export interface Found {
  count: number;
  /** The first, most urgent first. */
  ids: string[];
}

const openNow = sql`${letter.status} IN ('submitted', 'accepted', 'awaiting_citizen')`;
const byDue = sql`${letter.dueAt}, ${letter.serial}`;
const byPromise = sql`${letter.promisedFor}, ${letter.serial}`;

const conditions: Record<Part, (day: Day) => SQL> = {
  late: ({ now }) => sql`${openNow} AND ${letter.dueAt} <= ${now}`,
  today: ({ now, tomorrow }) =>
    sql`${openNow} AND ${letter.dueAt} > ${now} AND ${letter.dueAt} <= ${tomorrow}`,
  // What another tenant holds is work there.
  reopened: () => sql`${letter.round} = 2 AND ${openNow} AND ${letter.holder} IS NULL`,
  promised: ({ promisedUntil }) =>
    sql`${letter.promisedFor} IS NOT NULL AND ${letter.promiseDone} = 0 AND ${letter.promisedFor} <= ${promisedUntil}`,
  drafted: () => sql`${letter.drafted} = 1`,
  unassigned: () => sql`${openNow} AND ${letter.department} IS NULL AND ${letter.holder} IS NULL`,
  objected: () => sql`${letter.objected} = 1`,
};

/**
 * The index of each part: of the whole tenant, and by department. Named, because what the planner guesses from other tenants
 * may read a tenant's every letter; where an index can't serve, the statement fails in the tests.
 */
const indexes: Record<Part, [whole: string, department: string]> = {
  late: ['letter_open', 'letter_open_department'],
  today: ['letter_open', 'letter_open_department'],
  reopened: ['letter_again', 'letter_again_department'],
  promised: ['letter_promised', 'letter_promised'],
  drafted: ['letter_drafted', 'letter_drafted'],
  unassigned: ['letter_open_department', 'letter_open_department'],
  objected: ['letter_objected', 'letter_objected'],
};

interface Listed {
  from: SQL;
  where: SQL;
  order: SQL;
  /** The same of the candidates an order among departments is made of. */
  orderAmong: SQL;
}

function listed(part: Part, tenant: string, day: Day, among: boolean): Listed {
  return {
    from: sql`${letter} INDEXED BY ${sql.raw(indexes[part][among ? 1 : 0])}`,
    where: sql`${letter.tenant} = ${tenant} AND ${conditions[part](day)}`,
    order: part === 'promised' ? byPromise : byDue,
    orderAmong: sql.raw(part === 'promised' ? 'candidate.promised_for' : 'candidate.due_at'),
  };
}

/**
 * @param departments those an officer sees; null for the whole tenant
 * @param parts those that are asked for; the others are empty
 */
export async function findToday(
  db: Database,
  tenant: string,
  departments: readonly string[] | null,
  parts: readonly Part[],
  day: Day,
  { items, countMax }: { items: number; countMax: number },
): Promise<Record<Part, Found>> {
  const among = departments && JSON.stringify(departments);
  const columns = parts.flatMap((part) => {
    const list = listed(part, tenant, day, among !== null);
    const count = among === null ? countAll(list, countMax) : countAmong(list, among, countMax);
    const first = among === null ? firstOf(list, items) : firstAmong(list, items, among);
    return [sql`(${count}) AS ${sql.raw(`count_${part}`)}`, sql`(${first}) AS ${sql.raw(`first_${part}`)}`];
  });
  const row = await db.get<Record<string, number | string | null>>(sql`SELECT ${sql.join(columns, sql`, `)}`);
  const found = (part: Part): Found => ({
    count: Math.min(Number(row[`count_${part}`] ?? 0), countMax),
    ids: JSON.parse(String(row[`first_${part}`] ?? '[]')) as string[],
  });
  return Object.fromEntries(PARTS.map((part) => [part, found(part)])) as Record<Part, Found>;
}

const countAll = ({ from, where }: Listed, max: number): SQL =>
  sql`SELECT count(*) FROM (SELECT 1 FROM ${from} WHERE ${where} LIMIT ${max})`;

const firstOf = ({ from, where, order }: Listed, items: number): SQL =>
  sql`SELECT json_group_array(id) FROM (SELECT ${letter.id} AS id FROM ${from} WHERE ${where} ORDER BY ${order} LIMIT ${items})`;

/** One department after the other: the index is by department, and a list of them would be read whole to be sorted. */
const countAmong = ({ from, where }: Listed, departments: string, max: number): SQL =>
  sql`SELECT sum((SELECT count(*) FROM (SELECT 1 FROM ${from} WHERE ${where} AND ${letter.department} = one.value LIMIT ${max})))
    FROM json_each(${departments}) AS one`;

const firstAmong = ({ from, where, order, orderAmong }: Listed, items: number, departments: string): SQL =>
  sql`SELECT json_group_array(id) FROM (SELECT candidate.id AS id FROM json_each(${departments}) AS one CROSS JOIN ${letter} AS candidate
      ON candidate.id IN (SELECT ${letter.id} FROM ${from} WHERE ${where} AND ${letter.department} = one.value ORDER BY ${order} LIMIT ${items})
      ORDER BY ${orderAmong}, candidate.serial LIMIT ${items})`;

/** By their ids: the tenant only confirms that they may be seen. */
export async function lettersById(
  db: Database,
  tenant: string,
  ids: readonly string[],
): Promise<LetterRow[]> {
  return db
    .select()
    .from(letter)
    .where(
      sql`${letter.id} IN (SELECT value FROM json_each(${JSON.stringify(ids)})) AND +${letter.tenant} = ${tenant}`,
    );
}

/** The records of a few letters, each oldest first. */
export async function recordsOf(db: Database, tenant: string, ids: readonly string[]): Promise<EventRow[]> {
  if (ids.length === 0) return [];
  return db
    .select()
    .from(event)
    .where(sql`${inArray(event.letterId, [...ids])} AND ${event.tenant} = ${tenant}`)
    .orderBy(asc(event.letterId), asc(event.seq));
}
