/** Orders, in the directory: the centre's lists never ask the shards. */
import { and, asc, desc, eq, getTableColumns, lte, sql, type SQL } from 'drizzle-orm';
import type { Database, Statement } from '../platform/d1.ts';
import { order, orderEvent, tenant, type OrderEventRow, type OrderRow } from '../schema/directory.ts';
import { event, letter } from '../schema/letters.ts';

/** Whose orders: under a jurisdiction's prefix (GB/T 2260; '' is everywhere), or a tenant's. */
export type OrderScope = { prefix: string } | { tenant: string };

export interface OrderFilter {
  state?: OrderRow['state'] | 'overdue' | undefined;
  /** Within a jurisdiction. */
  tenant?: string | undefined;
  /** Any of them; null: whatever department. */
  departments: readonly string[] | null;
}

/** The last row of the page before: the time it is sorted by, and its number. */
export interface OrderPlace {
  at: number;
  number: string;
}

/** What is to be done is worked through by deadline; what is done, and all of them, are looked up from the latest. */
export const sortOf = (state: OrderFilter['state']) => ({
  time: state === undefined ? ('issuedAt' as const) : ('dueAt' as const),
  ascending: state !== undefined && state !== 'accepted' && state !== 'withdrawn',
});

const shown = { ...getTableColumns(order), tenantName: tenant.name, timeZone: tenant.timeZone };
export type ListedOrder = OrderRow & { tenantName: string; timeZone: string };

export async function listOrders(
  db: Database,
  scope: OrderScope,
  filter: OrderFilter,
  after: OrderPlace | null,
  { now, limit }: { now: number; limit: number },
): Promise<ListedOrder[]> {
  const { time: column, ascending } = sortOf(filter.state);
  const time = order[column];
  const beyond = sql.raw(ascending ? '>' : '<');
  const from = after ? sql`(${time}, ${order.number}) ${beyond} (${after.at}, ${after.number})` : undefined;
  const among = filter.departments && JSON.stringify(filter.departments);
  return db
    .select(shown)
    .from(order)
    .innerJoin(tenant, eq(tenant.slug, order.tenant))
    .where(
      and(
        within(scope, filter.tenant),
        stateOf(filter.state, now),
        among === null ? undefined : sql`${order.department} IN (SELECT value FROM json_each(${among}))`,
        from,
      ),
    )
    .orderBy(...(ascending ? [asc(time), asc(order.number)] : [desc(time), desc(order.number)]))
    .limit(limit);
}

/** The prefix is written out as its index has it: GB/T 2260 is counted in twos. */
function within(scope: OrderScope, slug: string | undefined): SQL | undefined {
  if ('tenant' in scope) return eq(order.tenant, scope.tenant);
  const { length } = scope.prefix;
  // One tenant's are found by its own index; the prefix only confirms that it may be seen.
  if (slug !== undefined)
    return and(eq(order.tenant, slug), sql`substr(+${order.jurisdiction}, 1, ${length}) = ${scope.prefix}`);
  return length === 0
    ? undefined
    : sql`substr(${order.jurisdiction}, 1, ${sql.raw(String(length))}) = ${scope.prefix}`;
}

function stateOf(state: OrderFilter['state'], now: number): SQL | undefined {
  if (state === undefined) return undefined;
  return state === 'overdue' ? and(eq(order.state, 'open'), lte(order.dueAt, now)) : eq(order.state, state);
}

export async function findOrder(db: Database, number: string): Promise<ListedOrder | null> {
  const found = await db
    .select(shown)
    .from(order)
    .innerJoin(tenant, eq(tenant.slug, order.tenant))
    .where(eq(order.number, number))
    .get();
  return found ?? null;
}

export async function findOrderById(db: Database, id: string): Promise<OrderRow | null> {
  return (await db.select().from(order).where(eq(order.id, id)).get()) ?? null;
}

/** What happened to an order, oldest first. */
export async function eventsOfOrder(db: Database, id: string): Promise<OrderEventRow[]> {
  return db.select().from(orderEvent).where(eq(orderEvent.orderId, id)).orderBy(asc(orderEvent.seq));
}

export type NewOrder = Omit<OrderRow, 'number' | 'serial'>;

/**
 * An order with the next number of its tenant and year, and the first entry of its record. What is there already under its id
 * stays as it is: whoever opens it again, or at the same time, adds nothing and leaves no gap.
 */
export function insertOrder(db: Database, prefix: string, row: NewOrder, opened: OrderEventRow): Statement[] {
  const next = sql`(SELECT coalesce(max(serial), 0) + 1 FROM "order" WHERE tenant = ${row.tenant} AND year = ${row.year})`;
  return [
    db
      .insert(order)
      .values({
        ...row,
        serial: sql`${next}`,
        number: sql`printf('%s-DB-%04d-%04d', ${prefix}, ${row.year}, ${next})`,
      })
      .onConflictDoNothing({ target: order.id }),
    db.insert(orderEvent).values(opened).onConflictDoNothing(),
  ];
}

/** The next entry of its record, keyed by its seq, and the row as it leaves it. */
export function changeOrder(
  db: Database,
  id: string,
  row: Partial<OrderRow>,
  entry: OrderEventRow,
): Statement[] {
  return [db.insert(orderEvent).values(entry), db.update(order).set(row).where(eq(order.id, id))];
}

/** A tenant's open orders, for counting their deadlines again; nobody has more in hand. */
export async function openOrders(db: Database, slug: string): Promise<OrderRow[]> {
  return db
    .select()
    .from(order)
    .where(and(eq(order.tenant, slug), eq(order.state, 'open')))
    .limit(500);
}

/** A tenant's open orders: how many, how many of them late, and the earliest deadline. */
export async function countOpenOrders(db: Database, slug: string, now: number) {
  const row = await db
    .select({
      open: sql<number>`count(*)`,
      late: sql<number>`coalesce(sum(${order.dueAt} <= ${now}), 0)`,
      firstDue: sql<number | null>`min(${order.dueAt})`,
    })
    .from(order)
    .where(and(eq(order.tenant, slug), eq(order.state, 'open')))
    .get();
  return row!;
}

export interface Demand {
  letterId: string;
  seq: number;
  at: number;
  number: string;
}

/** Which of these messages of a shard's outbox tell of a demand notice. */
export async function demandsAmong(
  db: Database,
  slug: string,
  messages: readonly { letterId: string | null; seq: number | null }[],
): Promise<Demand[]> {
  const pairs = messages.filter(({ seq }) => seq !== null).map(({ letterId, seq }) => [letterId, seq]);
  const told = await db
    .select({ letterId: event.letterId, seq: event.seq, event: event.data, number: letter.number })
    .from(event)
    .innerJoin(letter, eq(letter.id, event.letterId))
    .where(
      and(
        eq(event.tenant, slug),
        sql`(${event.letterId}, ${event.seq}) IN
          (SELECT value ->> 0, value ->> 1 FROM json_each(${JSON.stringify(pairs)}))`,
      ),
    )
    .orderBy(asc(event.at), asc(event.letterId));
  return told.flatMap(({ event: { at, ...one }, ...rest }) =>
    one.kind === 'escalated' && one.colour === 'demand' ? [{ ...rest, at }] : [],
  );
}
