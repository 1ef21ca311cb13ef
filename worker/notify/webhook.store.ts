/** Webhooks as the directory holds them. */
import { and, asc, eq, isNull, sql } from 'drizzle-orm';
import type { DisabledFor } from '../../contract/vocabulary.ts';
import type { Database, Statement } from '../platform/d1.ts';
import { webhook, type WebhookRow } from '../schema/directory.ts';

export async function webhooksOf(db: Database, tenant: string): Promise<WebhookRow[]> {
  return db
    .select()
    .from(webhook)
    .where(eq(webhook.tenant, tenant))
    .orderBy(asc(webhook.createdAt), asc(webhook.id));
}

export async function findWebhook(db: Database, tenant: string, id: string): Promise<WebhookRow | null> {
  const where = and(eq(webhook.id, id), eq(webhook.tenant, tenant));
  return (await db.select().from(webhook).where(where).get()) ?? null;
}

/** Where the tenant has fewer than `most`; two that race can't make one too many. */
export function insertWebhook(
  db: Database,
  row: Pick<WebhookRow, 'id' | 'tenant' | 'url' | 'events' | 'secret' | 'createdAt'>,
  most: number,
) {
  const events = row.events === null ? null : JSON.stringify(row.events);
  return db
    .insert(webhook)
    .select(
      sql`SELECT ${row.id}, ${row.tenant}, ${row.url}, ${events}, ${row.secret}, NULL, NULL, NULL, NULL, ${row.createdAt}
        WHERE (SELECT count(*) FROM ${webhook} WHERE ${webhook.tenant} = ${row.tenant}) < ${most}`,
    )
    .returning({ id: webhook.id });
}

export function deleteWebhook(db: Database, tenant: string, id: string): Statement {
  return db.delete(webhook).where(and(eq(webhook.id, id), eq(webhook.tenant, tenant)));
}

export function replaceSecret(
  db: Database,
  { id, tenant, secret: oldSecret }: WebhookRow,
  secret: string,
  oldUntil: number,
): Statement {
  const where = and(eq(webhook.id, id), eq(webhook.tenant, tenant));
  return db.update(webhook).set({ secret, oldSecret, oldUntil }).where(where);
}

/** The first reason stays. */
export function disable(db: Database, id: string, disabledFor: DisabledFor, disabledAt: number): Statement {
  const where = and(eq(webhook.id, id), isNull(webhook.disabledAt));
  return db.update(webhook).set({ disabledAt, disabledFor }).where(where);
}

export function enable(db: Database, tenant: string, id: string): Statement {
  const where = and(eq(webhook.id, id), eq(webhook.tenant, tenant));
  return db.update(webhook).set({ disabledAt: null, disabledFor: null }).where(where);
}
