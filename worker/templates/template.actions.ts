/**
 * Keeping the texts that replies are written from. They live with the letters, the record of who changed what in the directory: a
 * change is made first and then recorded, a removal recorded first. If we crash between, the row itself says who changed it last, or
 * is still there.
 */
import { templateLimits } from '../../contract/limits.ts';
import type { TemplateContent, TemplatePage } from '../../contract/templates.ts';
import { now } from '../platform/clock.ts';
import { randomId } from '../platform/crypto.ts';
import { encodeCursor } from '../platform/cursor.ts';
import { commit, directory, shard, type Database } from '../platform/d1.ts';
import type { Env } from '../platform/env.ts';
import type { TemplateRow } from '../schema/template.ts';
import { insertAudit, type Tenant } from '../tenants/tenant.store.ts';
import * as store from './template.store.ts';
import { toTemplate } from './template.view.ts';

type Done =
  | { ok: true; row: TemplateRow }
  | { ok: false; reason: 'too_many_templates' | 'unknown_department' | 'changed_meanwhile' };

export async function readTemplates(
  db: Database,
  tenant: Tenant,
  scope: store.TemplateScope,
  after: store.Place | null,
  limit: number,
): Promise<TemplatePage> {
  const rows = await store.listTemplates(db, tenant.slug, scope, after, limit + 1);
  const page = rows.slice(0, limit);
  const last = rows.length > limit ? page.at(-1) : undefined;
  return {
    items: page.map((row) => toTemplate(row, tenant)),
    nextCursor: last ? `${encodeCursor(last.changedAt)}.${last.id}` : null,
  };
}

export async function makeTemplate(
  env: Env,
  tenant: Tenant,
  content: TemplateContent,
  actor: string,
): Promise<Done> {
  if (!knows(tenant, content.department)) return { ok: false, reason: 'unknown_department' };
  const row = rowOf(tenant, randomId(), content, 1, actor);
  const statement = store.insertTemplate(shard(env, tenant.shard), row, templateLimits.templatesMax);
  if (!(await commits(env, tenant, statement))) return { ok: false, reason: 'too_many_templates' };
  await audited(env, tenant, actor, 'template-made', row.id);
  return { ok: true, row };
}

/** @param version the one it was made from: of two at once the second is told */
export async function changeTemplate(
  env: Env,
  tenant: Tenant,
  { id, version }: { id: string; version: number },
  content: TemplateContent,
  actor: string,
): Promise<Done> {
  if (!knows(tenant, content.department)) return { ok: false, reason: 'unknown_department' };
  const row = rowOf(tenant, id, content, version + 1, actor);
  const statement = store.updateTemplate(shard(env, tenant.shard), row);
  if (!(await commits(env, tenant, statement))) return { ok: false, reason: 'changed_meanwhile' };
  await audited(env, tenant, actor, 'template-changed', id);
  return { ok: true, row };
}

export async function removeTemplate(env: Env, tenant: Tenant, id: string, actor: string): Promise<void> {
  await audited(env, tenant, actor, 'template-removed', id);
  const db = shard(env, tenant.shard);
  await commit(db, [store.deleteTemplate(db, tenant.slug, id)]);
}

const knows = ({ departments }: Tenant, department: string | null): boolean =>
  department === null || departments.some(({ id }) => id === department);

function rowOf(
  { slug }: Tenant,
  id: string,
  { kinds, ...content }: TemplateContent,
  version: number,
  changedBy: string,
): TemplateRow {
  return { id, tenant: slug, ...content, kinds: [...new Set(kinds)], version, changedAt: now(), changedBy };
}

/** Whether the statement wrote its row: it doesn't where there are too many, or another was faster. */
async function commits(env: Env, tenant: Tenant, statement: Parameters<typeof commit>[1][number]) {
  const committed = await commit(shard(env, tenant.shard), [statement]);
  return committed.ok && (committed.results[0] as unknown[]).length === 1;
}

async function audited(env: Env, { slug }: Tenant, userId: string, action: string, subject: string) {
  const db = directory(env);
  await commit(db, [insertAudit(db, { at: now(), userId, tenant: slug, action, subject })]);
}
