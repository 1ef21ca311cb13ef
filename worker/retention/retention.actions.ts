/** For how long a tenant keeps contact details, and the end of what the directory keeps for a time. */
import { now } from '../platform/clock.ts';
import { commit, commitTenant, directory } from '../platform/d1.ts';
import type { Env } from '../platform/env.ts';
import { insertAudit } from '../tenants/tenant.store.ts';
import * as store from './retention.store.ts';

const dayMs = 86_400_000;
/** Longer than the six months for which access must be on record (网络安全法 第21条): an inspection asks about the year before. */
const auditKeptDays = 730;
/** An expired token opens nothing; its name tells for a while whose it was. */
const tokensKeptDays = 180;

/** A longer time holds for what is still there; a shorter one from now on, not backwards. */
export async function changeRetention(
  env: Env,
  tenant: string,
  months: number,
  actor: string,
): Promise<void> {
  const db = directory(env);
  const at = now();
  await commitTenant(env, tenant, [
    store.setRetention(db, tenant, months, at),
    insertAudit(db, { at, userId: actor, tenant, action: 'retention-changed', subject: String(months) }),
  ]);
}

export async function dropOldRecords(env: Env): Promise<void> {
  const db = directory(env);
  const at = now();
  const [tokensBefore, auditBefore] = [at - tokensKeptDays * dayMs, at - auditKeptDays * dayMs];
  await commit(db, store.dropOld(db, { now: at, tokensBefore, auditBefore }));
}
