/** Other tenants by name, from the directory. */
import { and, asc, eq, isNull, ne, sql } from 'drizzle-orm';
import type { Database } from '../platform/d1.ts';
import { department, tenant } from '../schema/directory.ts';

/** Another tenant that holds a letter, as people are told of it. */
export interface OtherTenant {
  name: string;
  departments: ReadonlyMap<string, string>;
}
export type OtherTenants = ReadonlyMap<string, OtherTenant>;

/** By slug. */
export async function namesOfTenants(db: Database, slugs: readonly string[]): Promise<OtherTenants> {
  const wanted = [...new Set(slugs)];
  if (wanted.length === 0) return new Map();
  const rows = await db
    .select({ slug: tenant.slug, name: tenant.name, id: department.id, department: department.name })
    .from(tenant)
    .leftJoin(department, eq(department.tenant, tenant.slug))
    .where(sql`${tenant.slug} IN (SELECT value FROM json_each(${JSON.stringify(wanted)}))`);
  const names = new Map<string, { name: string; departments: Map<string, string> }>();
  for (const { slug, name, id, department: title } of rows) {
    const one = names.get(slug) ?? { name, departments: new Map<string, string>() };
    if (id !== null && title !== null) one.departments.set(id, title);
    names.set(slug, one);
  }
  return names;
}

/** A suspended one goes on with what it has, and gets no more. */
const takes = isNull(tenant.suspendedFor);

/** Tenants that a letter may be handed to: those that take letters, but for its own, whose name or slug has the text in it. In the order of their slugs. */
export async function listTakers(
  db: Database,
  except: string,
  q: string,
  after: string,
  limit: number,
): Promise<{ slug: string; name: string }[]> {
  const found = sql`(instr(${tenant.name}, ${q}) > 0 OR instr(${tenant.slug}, ${q.toLowerCase()}) > 0)`;
  return db
    .select({ slug: tenant.slug, name: tenant.name })
    .from(tenant)
    .where(and(ne(tenant.slug, except), takes, sql`${tenant.slug} > ${after}`, q === '' ? undefined : found))
    .orderBy(asc(tenant.slug))
    .limit(limit);
}

export async function takesLetters(db: Database, slug: string): Promise<boolean> {
  const row = await db
    .select({ slug: tenant.slug })
    .from(tenant)
    .where(and(eq(tenant.slug, slug), takes))
    .get();
  return row !== undefined;
}
