/**
 * After departments were merged or split: their open letters pass to whoever took over, a part each minute, one commit a letter.
 * Each is dated when the departments changed, and what has passed on already doesn't pass again: late, twice or killed in the
 * middle, the record is the same.
 */
import { heirOf } from '../../core/index.ts';
import { succeed } from '../letters/command.actions.ts';
import { now } from '../platform/clock.ts';
import { commit, directory, shard } from '../platform/d1.ts';
import type { Env } from '../platform/env.ts';
import type { SuccessionRow } from '../schema/departments.ts';
import { heldOpenOf, openOf } from '../tenants/department-letters.store.ts';
import * as store from '../tenants/department.store.ts';
import { findTenant, type Tenant } from '../tenants/tenant.store.ts';

/** One run's share; the next minute takes the rest. */
const lettersMax = 100;
const successionsMax = 50;
/** A letter that was on its way to the closed department lies behind the cursor by then: those are gone through once more. */
const settledMs = 60_000;

/** @returns how many letters were looked at in this share */
export async function passOnLetters(env: Env, index: number): Promise<number> {
  const due = await store.successionsDue(directory(env), index, now() - settledMs, successionsMax);
  let left = lettersMax;
  for (const one of due) {
    if (left <= 0) break;
    const tenant = await findTenant(directory(env), { slug: one.tenant });
    if (tenant) left -= await passOn(env, tenant, one, left);
  }
  return lettersMax - left;
}

/** The tenant's own letters first; then, behind this mark of the cursor, those of other tenants that it holds. */
const HELD = 'held:';

async function passOn(env: Env, tenant: Tenant, one: SuccessionRow, most: number): Promise<number> {
  const letters = await partOf(env, tenant, one, most);
  for (const { id, home } of letters) {
    const to = heirOf(one.chosen[id] ?? one.heir ?? '', tenant.departments);
    if (to !== null) await attempt(env, tenant, one, id, to, home);
  }
  const held = one.cursor.startsWith(HELD);
  const over = letters.length < most;
  const mark = held ? HELD : '';
  const next = over ? HELD : `${mark}${letters.at(-1)!.id}`;
  const far = over && held ? finished(one) : { cursor: next };
  // If we crash before this, the part is gone through again and passes nothing on.
  await commit(directory(env), [store.keepSuccession(directory(env), one, far)]);
  const left = most - letters.length;
  if (!over || held || left <= 0) return letters.length;
  return letters.length + (await passOn(env, tenant, { ...one, cursor: HELD }, left));
}

async function partOf(
  env: Env,
  { slug, shard: at }: Tenant,
  { department, cursor }: SuccessionRow,
  most: number,
) {
  const db = shard(env, at);
  if (cursor.startsWith(HELD)) return heldOpenOf(db, slug, department, cursor.slice(HELD.length), most);
  const own = await openOf(db, slug, department, cursor, most);
  return own.map(({ id }) => ({ id, home: slug }));
}

function finished(one: SuccessionRow) {
  const at = now();
  const settled = at - one.since >= settledMs;
  return { cursor: '', passedAt: one.passedAt ?? at, doneAt: settled ? at : null };
}

/** What fails keeps no other letter waiting; it is tried once more in the second pass. */
async function attempt(
  env: Env,
  tenant: Tenant,
  one: SuccessionRow,
  id: string,
  to: string,
  home: string,
): Promise<void> {
  const before = one.heir === null ? one.since : null;
  const command = { name: 'succeed', from: one.department, to, before } as const;
  try {
    if (home === tenant.slug) return void (await succeed(env, tenant, id, command, one.since));
    const own = await findTenant(directory(env), { slug: home });
    if (own) await succeed(env, own, id, command, one.since, tenant);
  } catch (error) {
    const { name } = error as Error;
    console.error(
      JSON.stringify({ level: 'error', job: 'pass-on-letters', tenant: tenant.slug, error: name }),
    );
  }
}
