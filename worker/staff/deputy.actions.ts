/** Naming a deputy for days, and ending that early. Both are officers: a deputy gets departments to act for, never a higher role. */
import type { DeputyPage, NameDeputy } from '../../contract/deputies.ts';
import { addDays, dayOf, startOfDay } from '../../core/index.ts';
import { now } from '../platform/clock.ts';
import { randomId } from '../platform/crypto.ts';
import { commit, directory } from '../platform/d1.ts';
import type { Env } from '../platform/env.ts';
import type { DeputyRow } from '../schema/members.ts';
import { insertAudit, type Tenant } from '../tenants/tenant.store.ts';
import * as store from './deputy.store.ts';
import { membersOfTenant } from './member.store.ts';

export interface By {
  id: string;
  role: 'officer' | 'coordinator' | 'central';
}

type Named =
  { ok: true } | { ok: false; reason: 'forbidden' | 'not_an_officer' | 'days_passed' | 'deputies_overlap' };

export async function nameDeputy(
  env: Env,
  tenant: Tenant,
  { absent, deputy, from, until }: Omit<NameDeputy, 'tenant'>,
  by: By,
): Promise<Named> {
  const db = directory(env);
  const at = now();
  const officers = await officersOf(env, tenant);
  const away = officers.find(({ id, userId }) => (absent === undefined ? userId === by.id : id === absent));
  if (by.role === 'officer' && away?.userId !== by.id) return { ok: false, reason: 'forbidden' };
  const standsIn = officers.find(({ id }) => id === deputy);
  if (!away || !standsIn || away.id === standsIn.id) return { ok: false, reason: 'not_an_officer' };
  if (until < from || until < dayOf(at, tenant.timeZone)) return { ok: false, reason: 'days_passed' };
  const row: DeputyRow = {
    ...{ id: randomId(), tenant: tenant.slug, absent: away.id, deputy: standsIn.id },
    ...{ fromDay: from, untilDay: until, madeBy: by.id, createdAt: at },
    fromAt: startOfDay(from, tenant.timeZone),
    untilAt: startOfDay(addDays(until, 1), tenant.timeZone),
  };
  const committed = await commit(db, store.insertDeputy(db, row));
  const [inserted = []] = committed.ok ? (committed.results as [{ id: string }[]?]) : [];
  return inserted.length > 0 ? { ok: true } : { ok: false, reason: 'deputies_overlap' };
}

/** @returns false where there is none, it is over, or it is neither theirs nor their tenant's to end */
export async function endDeputy(env: Env, tenant: Tenant, id: string, by: By): Promise<boolean> {
  const db = directory(env);
  const at = now();
  const row = await store.findDeputy(db, id);
  if (!row || row.tenant !== tenant.slug || row.untilAt <= at) return false;
  const own = (await officersOf(env, tenant)).some(
    ({ id: member, userId }) => member === row.absent && userId === by.id,
  );
  if (by.role !== 'coordinator' && !own) return false;
  const audit = { at, userId: by.id, tenant: tenant.slug, action: 'deputy-ended', subject: id };
  await commit(db, [store.endDeputy(db, id, at), insertAudit(db, audit)]);
  return true;
}

const officersOf = async (env: Env, tenant: Tenant) =>
  (await membersOfTenant(directory(env), tenant.slug)).filter(
    ({ role, status }) => role === 'officer' && status === 'active',
  );

export async function readDeputies(env: Env, tenant: Tenant, by: By): Promise<DeputyPage> {
  const at = now();
  const all = by.role !== 'officer';
  const [rows, officers] = await Promise.all([
    store.deputiesOf(directory(env), tenant.slug, all ? null : by.id, at),
    officersOf(env, tenant),
  ]);
  return {
    items: rows.map(({ row, absentName, deputyName, absentUser }) => ({
      id: row.id,
      absent: { id: row.absent, name: absentName },
      deputy: { id: row.deputy, name: deputyName },
      ...{ from: row.fromDay, until: row.untilDay },
      acting: row.fromAt <= at,
      mayEnd: by.role === 'coordinator' || absentUser === by.id,
    })),
    officers: officers.map(({ id, name }) => ({ id, name })),
    self: officers.find(({ userId }) => userId === by.id)?.id ?? null,
  };
}
