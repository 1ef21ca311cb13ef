/** Who gets a digest this morning, and which promises have run out: deliveries keyed by person, or letter, and day. */
import { addDays, dayOf, startOfDay, type Calendar, type Day } from '../../core/index.ts';
import { calendarFor } from '../calendar/tenant-calendar.ts';
import { openContact } from '../letters/contact.ts';
import { randomId } from '../platform/crypto.ts';
import { commit, directory, shard } from '../platform/d1.ts';
import type { Env } from '../platform/env.ts';
import { absentIn, withAbsent } from '../staff/deputy.store.ts';
import { membersOfTenant } from '../staff/member.store.ts';
import type { Tenant } from '../tenants/tenant.store.ts';
import * as store from './delivery.store.ts';
import { dailyDigest, ordersDigest, weeklyDigest } from './digest.ts';
import { promisedOn } from './digest.store.ts';
import type { Digest } from './topics.ts';

const morning = 8 * 3_600_000;

/** The instant of this day at which the tenant's digests go out. */
export const morningOf = (day: Day, timeZone: string): number => startOfDay(day, timeZone) + morning;

/** What falls due this morning. Twice, or late on the same day, gives the same. */
export async function announce(env: Env, tenant: Tenant, at: number): Promise<void> {
  const db = shard(env, tenant.shard);
  const today = dayOf(at, tenant.timeZone);
  const rows = [...(await promises(env, tenant, today, at)), ...(await digests(env, tenant, today, at))];
  await commit(db, store.insertDeliveries(db, rows));
}

/** The morning after the promised day: the department had all of it to keep its word. */
async function promises(env: Env, tenant: Tenant, today: Day, at: number): Promise<store.NewDelivery[]> {
  const due = await promisedOn(shard(env, tenant.shard), tenant.slug, addDays(today, -1));
  const rows = await Promise.all(
    due.map(async ({ letterId, seq, contact }) => {
      const { email } = await openContact(env, tenant, letterId, contact);
      const key = `mail:writer:${letterId}:promise-due:${today}`;
      const base = { id: randomId(), key, tenant: tenant.slug, dueAt: at, createdAt: at };
      return email
        ? [{ ...base, channel: 'mail' as const, kind: 'promise-due', target: null, letterId, seq }]
        : [];
    }),
  );
  return rows.flat();
}

async function digests(env: Env, tenant: Tenant, today: Day, at: number): Promise<store.NewDelivery[]> {
  const calendar = calendarFor(tenant);
  if (!calendar.isWorkday(today)) return [];
  const db = shard(env, tenant.shard);
  const members = (await membersOfTenant(directory(env), tenant.slug)).filter(
    ({ status }) => status === 'active',
  );
  // The address for links doesn't matter here: only whether there is something to tell.
  const weekly = isFirstWorkday(today, calendar) ? await weeklyDigest(db, tenant, at, '') : null;
  const orders = await ordersDigest(directory(env), tenant, at, '');
  const coordinators: Digest[] = [
    ...(weekly ? ['digest-weekly' as const] : []),
    ...(orders ? ['digest-orders' as const] : []),
  ];
  const absent = await absentIn(directory(env), tenant.slug, at);
  const wanted = await Promise.all(
    members.map(async ({ id, role, departments: own }): Promise<[string, Digest][]> => {
      if (role === 'coordinator') return coordinators.map((kind) => [id, kind]);
      const { departments } = withAbsent(own, absent.get(id));
      return (await dailyDigest(db, tenant, departments, at, '')) ? [[id, 'digest-daily']] : [];
    }),
  );
  return wanted.flat().map(([target, kind]) => ({
    id: randomId(),
    key: `mail:${target}:${kind}:${today}`,
    tenant: tenant.slug,
    channel: 'mail',
    kind,
    target,
    letterId: null,
    seq: null,
    dueAt: at,
    createdAt: at,
  }));
}

/** Of its week: Monday, or the day after the holidays. */
function isFirstWorkday(day: Day, calendar: Calendar): boolean {
  const sinceMonday = (new Date(`${day}T00:00:00Z`).getUTCDay() + 6) % 7;
  for (let back = 1; back <= sinceMonday; back++) if (calendar.isWorkday(addDays(day, -back))) return false;
  return true;
}
