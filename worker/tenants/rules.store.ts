/** Versions of a tenant's rules, and the bounds that centres set. Nothing here is ever changed: the highest version holds. */
import { and, asc, eq, sql } from 'drizzle-orm';
import { narrowBounds, type RuleBounds, type Rules } from '../../core/index.ts';
import type { Database, Statement } from '../platform/d1.ts';
import { ruleBounds, tenant, tenantRules } from '../schema/directory.ts';

export async function findVersion(db: Database, slug: string, version: number) {
  const where = and(eq(tenantRules.tenant, slug), eq(tenantRules.version, version));
  return (await db.select().from(tenantRules).where(where).get()) ?? null;
}

/** The next version, in force at once; of two at once the second breaks the key. */
export function insertRules(db: Database, slug: string, rules: Rules, createdAt: number): Statement[] {
  const { version } = rules;
  return [
    db.insert(tenantRules).values({ tenant: slug, version, rules, createdAt }),
    db.update(tenant).set({ ruleVersion: version }).where(eq(tenant.slug, slug)),
  ];
}

/** What was set for a jurisdiction and those above it, the widest first. */
export async function boundsAbove(db: Database, jurisdiction: string) {
  const prefixes = [0, 2, 4, 6]
    .filter((length) => length <= jurisdiction.length)
    .map((length) => jurisdiction.slice(0, length));
  const latest = sql`(SELECT max(later.version) FROM rule_bounds AS later WHERE later.jurisdiction = ${ruleBounds.jurisdiction})`;
  return db
    .select()
    .from(ruleBounds)
    .where(
      and(
        sql`${ruleBounds.jurisdiction} IN (SELECT value FROM json_each(${JSON.stringify(prefixes)}))`,
        sql`${ruleBounds.version} = ${latest}`,
      ),
    )
    .orderBy(asc(sql`length(${ruleBounds.jurisdiction})`));
}

/** Within which a tenant of a jurisdiction sets its rules. */
export async function boundsFor(db: Database, jurisdiction: string): Promise<RuleBounds> {
  return narrowBounds((await boundsAbove(db, jurisdiction)).map(({ bounds }) => bounds));
}

export function insertBounds(
  db: Database,
  row: {
    jurisdiction: string;
    version: number;
    bounds: Partial<RuleBounds>;
    createdAt: number;
    createdBy: string;
  },
): Statement {
  return db.insert(ruleBounds).values(row);
}
