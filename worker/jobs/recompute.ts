/**
 * After a calendar changed: counts the open deadlines of every tenant concerned again, a part of the letters each minute, one
 * commit a letter. What moves is dated when the calendar changed, and what was counted already doesn't move: late, twice or killed
 * in the middle, the record is the same.
 */
import { keepRecount, recountsDue } from '../calendar/calendar.store.ts';
import { movingLetters, noteEdition } from '../calendar/recount.actions.ts';
import { recompute as recomputeLetter } from '../letters/command.actions.ts';
import { now } from '../platform/clock.ts';
import { commit, directory, shardsOf } from '../platform/d1.ts';
import type { Env } from '../platform/env.ts';
import type { RecountRow } from '../schema/directory.ts';
import { recomputeOrders } from '../supervision/order.actions.ts';
import { findTenant, type Tenant } from '../tenants/tenant.store.ts';

/** One run's share: letters that move, and letters looked at, a part at a time. The next minute takes the rest. */
const movesMax = 100;
const looksMax = 1_000;
const partMax = 200;
const tenantsMax = 50;
/** A letter that was on its way in with the old calendar lies behind the cursor by then: those are gone through once more. */
const settledMs = 60_000;

interface Share {
  moves: number;
  looks: number;
}

/** @returns how many letters were looked at in this share */
export async function recompute(env: Env, index: number): Promise<number> {
  if (index === shardsOf(env)[0]) await noteEdition(env);
  const due = await recountsDue(directory(env), index, now() - settledMs, tenantsMax);
  const left: Share = { moves: movesMax, looks: looksMax };
  for (const one of due) {
    await attempt(one.tenant, () => recountOf(env, one, left));
    if (left.moves <= 0 || left.looks <= 0) break;
  }
  return looksMax - left.looks;
}

async function recountOf(env: Env, one: RecountRow, left: Share): Promise<void> {
  const tenant = await findTenant(directory(env), { slug: one.tenant });
  if (!tenant) return;
  let cursor: string | null = one.cursor;
  while (cursor !== null && left.moves > 0 && left.looks > 0)
    cursor = await recountPart(env, tenant, { ...one, cursor }, left);
}

/** @returns where the next part begins; null where there is none */
async function recountPart(env: Env, tenant: Tenant, one: RecountRow, left: Share): Promise<string | null> {
  const { moving, looked, last } = await movingLetters(env, tenant, one, partMax);
  const share = moving.slice(0, left.moves);
  for (const id of share) await attempt(tenant.slug, () => recomputeLetter(env, tenant, id, one.since));
  left.looks -= looked;
  left.moves -= share.length;
  const over = looked < partMax && share.length === moving.length;
  const cursor = share.length < moving.length ? share.at(-1)! : last;
  // If we crash before this, the part is gone through again and moves nothing.
  await commit(directory(env), [
    keepRecount(directory(env), one, over ? await finished(env, tenant, one) : { cursor }),
  ]);
  return over ? null : cursor;
}

async function finished(env: Env, tenant: Tenant, one: RecountRow) {
  await attempt(tenant.slug, () => recomputeOrders(env, tenant, one.since));
  const at = now();
  const settled = at - one.since >= settledMs;
  return { cursor: '', passedAt: one.passedAt ?? at, doneAt: settled ? at : null };
}

/** What fails, a tenant, a letter or its orders, keeps no other waiting. */
async function attempt(tenant: string, one: () => Promise<unknown>): Promise<void> {
  try {
    await one();
  } catch (error) {
    logged(tenant, error);
  }
}

function logged(tenant: string, error: unknown): void {
  const { name } = error as Error;
  console.error(JSON.stringify({ level: 'error', job: 'recompute', tenant, error: name }));
}
