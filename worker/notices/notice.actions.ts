/** Reading and publishing notices. API and hosted pages both ask here. */
import type { NoticePage } from '../../contract/tenants.ts';
import { now } from '../platform/clock.ts';
import { randomId } from '../platform/crypto.ts';
import { encodeCursor } from '../platform/cursor.ts';
import { commitTo, shard, type Database } from '../platform/d1.ts';
import type { Env } from '../platform/env.ts';
import type { NoticeRow } from '../schema/letters.ts';
import type { Tenant } from '../tenants/tenant.store.ts';
import { insertNotice, listNotices } from './notice.store.ts';
import { toNotice } from './notice.view.ts';

export async function publishNotice(
  env: Env,
  tenant: Tenant,
  input: { department: string | null; title: string; body: string },
): Promise<NoticeRow> {
  const db = shard(env, tenant.shard);
  const row: NoticeRow = {
    id: randomId(),
    tenant: tenant.slug,
    publishedAt: now(),
    externalId: null,
    ...input,
  };
  await commitTo(env, tenant, [insertNotice(db, row)]);
  return row;
}

/** @param after the last row of the page before */
export async function readNotices(
  db: Database,
  tenant: Tenant,
  { limit, department }: { limit: number; department?: string | undefined },
  after: { publishedAt: number; id: string } | null,
): Promise<NoticePage> {
  const found = await listNotices(db, tenant.slug, department, after, limit + 1);
  const rows = found.slice(0, limit);
  const last = found.length > limit ? rows.at(-1) : undefined;
  return {
    items: rows.map((row) => toNotice(row, tenant)),
    nextCursor: last ? `${encodeCursor(last.publishedAt)}.${last.id}` : null,
  };
}
