/** A tenant's right of reply: what it says about its figures stands beside them. Each version is kept, the latest one shows. */
import { proposeRedactions, type Redaction } from '../../core/index.ts';
import { now } from '../platform/clock.ts';
import { commit, directory } from '../platform/d1.ts';
import type { Env } from '../platform/env.ts';
import { insertAudit } from '../tenants/tenant.store.ts';
import { forgetRankings } from './ranking-version.ts';
import * as store from './ranking.store.ts';

const shownMax = 50;

type Said =
  | { ok: true }
  /** It says who somebody is: it can't stand in public so. */
  | { ok: false; personal: Redaction[] }
  | { ok: false; reason: 'unchanged' | 'changed_meanwhile' };

/** @param text empty to take the comment back */
export async function saySo(
  env: Env,
  tenant: { slug: string; jurisdiction: string },
  text: string,
  actor: string,
): Promise<Said> {
  const personal = proposeRedactions(text);
  if (personal.length > 0) return { ok: false, personal };
  const db = directory(env);
  const { slug } = tenant;
  const [last] = await store.commentsOf(db, slug, 1);
  if ((last?.text ?? '') === text) return { ok: false, reason: 'unchanged' };
  const at = now();
  const seq = (last?.seq ?? 0) + 1;
  const committed = await commit(db, [
    store.insertComment(db, { tenant: slug, seq, text, createdAt: at, createdBy: actor }),
    insertAudit(db, { at, userId: actor, tenant: slug, action: 'ranking-comment', subject: String(seq) }),
  ]);
  if (!committed.ok) return { ok: false, reason: 'changed_meanwhile' };
  await forgetRankings(env, [tenant.jurisdiction]);
  return { ok: true };
}

export const readComments = (env: Env, slug: string): Promise<store.Comment[]> =>
  store.commentsOf(directory(env), slug, shownMax);
