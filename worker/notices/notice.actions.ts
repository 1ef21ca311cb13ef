/** Publishing a notice. */
import { now } from '../platform/clock.ts';
import { randomId } from '../platform/crypto.ts';
import { commit, shard } from '../platform/d1.ts';
import type { Env } from '../platform/env.ts';
import type { NoticeRow } from '../schema/letters.ts';
import type { Tenant } from '../tenants/tenant.store.ts';
import { insertNotice } from './notice.store.ts';

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
  await commit(db, [insertNotice(db, row)]);
  return row;
}
