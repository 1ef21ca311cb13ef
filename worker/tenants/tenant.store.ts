/** Tenants as the directory holds them. */
import { and, asc, eq, isNull, like, lt, or, sql, type SQL } from 'drizzle-orm';
import type { Department } from '../../contract/tenants.ts';
import type { Lang } from '../../contract/vocabulary.ts';
import { defaultRules, type Rules, type YearDays } from '../../core/index.ts';
import type { Database, Statement } from '../platform/d1.ts';
import * as table from '../schema/directory.ts';

/** A tenant with what every request about it needs. */
export interface Tenant {
  slug: string;
  name: string;
  jurisdiction: string;
  prefix: string;
  shard: number;
  timeZone: string;
  locale: Lang;
  phone: string | null;
  contactRequired: boolean;
  /** For how long contact details are kept after a letter came to rest, and since when that is so. */
  retentionMonths: number;
  retentionSince: number;
  /** Why it takes no new letters, as everybody may read; null: it does. */
  suspendedFor: string | null;
  /** Sealed with the master key. */
  dataKey: string;
  departments: TenantDepartment[];
  /** The rules in force now; a letter keeps the version it was received under. */
  rules: Rules;
  /** Days announced after the service was built, of the nation or of its own place; worker/calendar/ makes a calendar of them. */
  days: AnnouncedDays[];
}

/** Closed ones stay for the letters and figures of their time; who chooses among departments chooses among the open. */
export interface TenantDepartment extends Department {
  /** When it was added; null: with the tenant, or before that was kept. */
  since: number | null;
  closedAt: number | null;
  /** Of a closed one: the first took over its letters. */
  successors: string[];
}

export interface AnnouncedDays {
  /** The tenant's slug; '' is the nation. */
  scope: string;
  days: YearDays;
}

export type TenantKey = { slug: string } | { prefix: string };

export async function findTenant(db: Database, key: TenantKey): Promise<Tenant | null> {
  const which = 'slug' in key ? eq(table.tenant.slug, key.slug) : eq(table.tenant.prefix, key.prefix);
  const inForce = and(
    eq(table.tenantRules.tenant, table.tenant.slug),
    eq(table.tenantRules.version, table.tenant.ruleVersion),
  );
  const scopes = sql`${table.calendar.scope} IN ('', (SELECT ${table.tenant.slug} FROM ${table.tenant} WHERE ${which}))`;
  const [found, departments, days] = await db.batch([
    db.select().from(table.tenant).innerJoin(table.tenantRules, inForce).where(which),
    db
      .select({
        id: table.department.id,
        name: table.department.name,
        since: table.department.since,
        closedAt: table.department.closedAt,
        successors: table.department.successors,
      })
      .from(table.department)
      .innerJoin(table.tenant, eq(table.tenant.slug, table.department.tenant))
      .where(which)
      .orderBy(asc(table.department.position)),
    daysInForce(db, scopes),
  ]);
  const row = found[0];
  return row ? { ...row.tenant, rules: complete(row.tenant_rules.rules), departments, days } : null;
}

/** The highest version of each year. */
function daysInForce(db: Database, scopes: SQL) {
  const { scope, year, version, days } = table.calendar;
  const latest = sql`(SELECT max(later.version) FROM calendar AS later WHERE later.scope = ${scope} AND later.year = ${year})`;
  return db
    .select({ scope, days })
    .from(table.calendar)
    .where(and(scopes, sql`${version} = ${latest}`))
    .orderBy(asc(scope), asc(year));
}

/** A version written before a rule was known has its default. */
const complete = (rules: Rules): Rules => ({ ...defaultRules, ...rules });

/** The nation's alone. */
export async function nationalDays(db: Database): Promise<AnnouncedDays[]> {
  return daysInForce(db, sql`${table.calendar.scope} = ''`);
}

/** @returns the rules of an earlier version; versions are never removed. */
export async function findRules(db: Database, tenant: string, version: number): Promise<Rules> {
  const where = and(eq(table.tenantRules.tenant, tenant), eq(table.tenantRules.version, version));
  const row = await db.select({ rules: table.tenantRules.rules }).from(table.tenantRules).where(where).get();
  if (!row) throw new Error(`rules ${tenant}/${version} are missing`);
  return complete(row.rules);
}

export async function isAllowedOrigin(db: Database, tenant: string, origin: string): Promise<boolean> {
  const where = and(eq(table.origin.tenant, tenant), eq(table.origin.origin, origin));
  return (
    (await db.select({ origin: table.origin.origin }).from(table.origin).where(where).get()) !== undefined
  );
}

export async function listOrigins(db: Database, tenant: string) {
  return db
    .select()
    .from(table.origin)
    .where(eq(table.origin.tenant, tenant))
    .orderBy(asc(table.origin.origin));
}

/** Tenants whose jurisdiction begins with `prefix` (GB/T 2260), with their latest figures. */
export async function listTenants(db: Database, prefix: string) {
  return db
    .select()
    .from(table.tenant)
    .leftJoin(table.tenantSummary, eq(table.tenantSummary.tenant, table.tenant.slug))
    .where(like(table.tenant.jurisdiction, `${prefix}%`))
    .orderBy(asc(table.tenant.jurisdiction), asc(table.tenant.slug));
}

/** Names of departments, by tenant and id, for lists that go over several tenants. */
export async function departmentNames(
  db: Database,
  wanted: readonly (readonly [tenant: string, department: string])[],
): Promise<Map<string, Map<string, string>>> {
  if (wanted.length === 0) return new Map();
  const rows = await db
    .select({ tenant: table.department.tenant, id: table.department.id, name: table.department.name })
    .from(table.department)
    .where(
      sql`(${table.department.tenant}, ${table.department.id}) IN
        (SELECT value ->> 0, value ->> 1 FROM json_each(${JSON.stringify(wanted)}))`,
    );
  const names = new Map<string, Map<string, string>>();
  for (const { tenant, id, name } of rows)
    names.set(tenant, (names.get(tenant) ?? new Map<string, string>()).set(id, name));
  return names;
}

/** How many tenants each shard holds. */
export async function shardLoads(db: Database): Promise<Map<number, number>> {
  const rows = await db
    .select({ shard: table.tenant.shard, count: sql<number>`count(*)` })
    .from(table.tenant)
    .groupBy(table.tenant.shard);
  return new Map(rows.map(({ shard, count }) => [shard, count]));
}

export async function hasTenants(db: Database): Promise<boolean> {
  return (await db.select({ slug: table.tenant.slug }).from(table.tenant).limit(1).get()) !== undefined;
}

export async function readMeta(db: Database, key: string): Promise<string | null> {
  return (await db.select().from(table.meta).where(eq(table.meta.key, key)).get())?.value ?? null;
}

export function writeMeta(db: Database, key: string, value: string): Statement {
  return db
    .insert(table.meta)
    .values({ key, value })
    .onConflictDoUpdate({ target: table.meta.key, set: { value } });
}

export function insertTenant(
  db: Database,
  row: Omit<Tenant, 'departments' | 'days' | 'retentionMonths' | 'retentionSince' | 'suspendedFor'>,
  createdAt: number,
): Statement[] {
  const { rules, ...columns } = row;
  return [
    db.insert(table.tenant).values({ ...columns, ruleVersion: rules.version, createdAt }),
    db.insert(table.tenantRules).values({ tenant: row.slug, version: rules.version, rules, createdAt }),
  ];
}

export function insertDepartment(db: Database, tenant: string, position: number, row: Department): Statement {
  return db.insert(table.department).values({ tenant, position, ...row });
}

export function insertOrigin(db: Database, tenant: string, origin: string, createdAt: number): Statement {
  return db.insert(table.origin).values({ tenant, origin, createdAt }).onConflictDoNothing();
}

/** At most one write a day, however many pages tell it. */
export function updateSeen(
  db: Database,
  {
    tenant,
    origin,
    version,
    at,
    before,
  }: { tenant: string; origin: string; version: string; at: number; before: number },
): Statement {
  const where = and(
    eq(table.origin.tenant, tenant),
    eq(table.origin.origin, origin),
    or(isNull(table.origin.seenAt), lt(table.origin.seenAt, before)),
  );
  return db.update(table.origin).set({ seenAt: at, seenVersion: version }).where(where);
}

export function insertAudit(
  db: Database,
  row: { at: number; userId: string; tenant: string | null; action: string; subject: string | null },
): Statement {
  return db.insert(table.audit).values(row);
}

/** @param suspended null: it takes letters */
export function setSuspended(
  db: Database,
  slug: string,
  suspended: { at: number; reason: string } | null,
): Statement {
  return db
    .update(table.tenant)
    .set({ suspendedAt: suspended?.at ?? null, suspendedFor: suspended?.reason ?? null })
    .where(eq(table.tenant.slug, slug));
}
