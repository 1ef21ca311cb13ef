/** Texts that replies are written from. The tenant comes first; writes are statements that haven't run. */
import { and, desc, eq, isNull, or, sql } from 'drizzle-orm';
import type { Database, Statement } from '../platform/d1.ts';
import { template, type TemplateRow } from '../schema/template.ts';

export interface TemplateScope {
  /** Departments an officer works for, beside what is for all; null: the whole tenant's. */
  departments: string[] | null;
  q?: string | undefined;
}

export type Place = Pick<TemplateRow, 'changedAt' | 'id'>;

const theTemplate = (tenant: string, id: string) => and(eq(template.id, id), eq(template.tenant, tenant));

/** Latest change first; `after` is the last row's place. A tenant has few enough of them to be read through. */
export async function listTemplates(
  db: Database,
  tenant: string,
  { departments, q }: TemplateScope,
  after: Place | null,
  limit: number,
): Promise<TemplateRow[]> {
  const own =
    departments === null
      ? undefined
      : or(
          isNull(template.department),
          sql`${template.department} IN (SELECT value FROM json_each(${JSON.stringify(departments)}))`,
        );
  // Not LIKE: D1 bounds its patterns at 50 bytes, which are sixteen Chinese characters.
  const said = q
    ? sql`(instr(lower(${template.title}), lower(${q})) > 0 OR instr(lower(${template.body}), lower(${q})) > 0)`
    : undefined;
  const from = after
    ? sql`(${template.changedAt}, ${template.id}) < (${after.changedAt}, ${after.id})`
    : undefined;
  return db
    .select()
    .from(template)
    .where(and(eq(template.tenant, tenant), own, said, from))
    .orderBy(desc(template.changedAt), desc(template.id))
    .limit(limit);
}

export async function findTemplate(db: Database, tenant: string, id: string): Promise<TemplateRow | null> {
  return (await db.select().from(template).where(theTemplate(tenant, id)).get()) ?? null;
}

/** Where the tenant has fewer than `most`; two that race can't make one too many. */
export function insertTemplate(db: Database, row: TemplateRow, most: number): Statement {
  return db
    .insert(template)
    .select(
      sql`SELECT ${row.id}, ${row.tenant}, ${row.department}, ${row.title}, ${row.body}, ${JSON.stringify(row.kinds)},
        ${row.version}, ${row.changedAt}, ${row.changedBy}
        WHERE (SELECT count(*) FROM ${template} WHERE ${template.tenant} = ${row.tenant}) < ${most}`,
    )
    .returning({ id: template.id });
}

/** Where it is still the version that was changed. */
export function updateTemplate(db: Database, { id, tenant, ...row }: TemplateRow): Statement {
  return db
    .update(template)
    .set(row)
    .where(and(theTemplate(tenant, id), eq(template.version, row.version - 1)))
    .returning({ id: template.id });
}

export function deleteTemplate(db: Database, tenant: string, id: string): Statement {
  return db.delete(template).where(theTemplate(tenant, id));
}
