/** Announcing a year's days, and a place's own: recorded, kept by version, and followed by counting open deadlines again. */
import type { CalendarView } from '../../contract/calendar.ts';
import { dayOf, faultOfLocal, faultOfYear, type YearDays, type YearFault } from '../../core/index.ts';
import { now } from '../platform/clock.ts';
import { commit, commitTenant, directory } from '../platform/d1.ts';
import type { Env } from '../platform/env.ts';
import { boundsFor } from '../tenants/rules.store.ts';
import { insertAudit, nationalDays, type AnnouncedDays, type Tenant } from '../tenants/tenant.store.ts';
import * as store from './calendar.store.ts';
import { toCalendar } from './calendar.view.ts';
import { calendarFor, nationalCalendar, yearsOf } from './tenant-calendar.ts';

/** Whose year it is. */
const nation = 'Asia/Shanghai';

export type Announced =
  { ok: true } | { ok: false; fault: YearFault } | { ok: false; reason: 'changed_meanwhile' };

/** What is wrong with a national year; null: nothing. */
export async function faultOfNation(env: Env, days: YearDays): Promise<YearFault | null> {
  const calendar = nationalCalendar(await nationalDays(directory(env)));
  return faultOfYear(days, calendar, dayOf(now(), nation));
}

export async function faultOfPlace(env: Env, tenant: Tenant, days: YearDays): Promise<YearFault | null> {
  const bounds = await boundsFor(directory(env), tenant.jurisdiction);
  const before = tenant.days.find((one) => one.scope === tenant.slug && one.days.year === days.year);
  return faultOfLocal(days, before?.days ?? null, nationalCalendar(tenant.days), {
    localDaysMax: bounds.localDays[1],
    today: dayOf(now(), tenant.timeZone),
  });
}

export async function announceYear(env: Env, days: YearDays, by: string): Promise<Announced> {
  const fault = await faultOfNation(env, days);
  if (fault) return { ok: false, fault };
  const db = directory(env);
  const at = now();
  const version = (await store.latestVersion(db, '', days.year)) + 1;
  const committed = await commit(db, [
    store.insertYear(db, '', days, version, { at, by }),
    store.askRecount(db, null, at),
    insertAudit(db, { at, userId: by, tenant: null, action: 'year-announced', subject: String(days.year) }),
  ]);
  return committed.ok ? { ok: true } : { ok: false, reason: 'changed_meanwhile' };
}

export async function announceLocalDays(
  env: Env,
  tenant: Tenant,
  days: YearDays,
  by: string,
): Promise<Announced> {
  const fault = await faultOfPlace(env, tenant, days);
  if (fault) return { ok: false, fault };
  const db = directory(env);
  const at = now();
  const { slug } = tenant;
  const version = (await store.latestVersion(db, slug, days.year)) + 1;
  const committed = await commitTenant(env, slug, [
    store.insertYear(db, slug, days, version, { at, by }),
    store.askRecount(db, slug, at),
    insertAudit(db, { at, userId: by, tenant: slug, action: 'local-days-set', subject: String(days.year) }),
  ]);
  return committed.ok ? { ok: true } : { ok: false, reason: 'changed_meanwhile' };
}

/** A year as the tenant's deadlines are counted by it. */
export async function readCalendar(env: Env, tenant: Tenant, year: number): Promise<CalendarView> {
  const db = directory(env);
  const bounds = await boundsFor(db, tenant.jurisdiction);
  const local = yearsOf(tenant.days, tenant.slug).find((days) => days.year === year);
  return toCalendar(year, calendarFor(tenant), local, {
    localDaysMax: bounds.localDays[1],
    recounting: await store.isBeingCounted(db, tenant.slug),
  });
}

export async function readNation(env: Env, year: number): Promise<CalendarView> {
  const db = directory(env);
  return toCalendar(year, nationalCalendar(await nationalDays(db)), undefined, {
    localDaysMax: null,
    recounting: await store.isBeingCounted(db, null),
  });
}

/** The tenant's calendar as these days would make it. */
export function calendarAfter(tenant: Tenant, scope: string, days: YearDays) {
  const others = tenant.days.filter((one) => one.scope !== scope || one.days.year !== days.year);
  const all: AnnouncedDays[] = [...others, { scope, days }];
  return calendarFor({ ...tenant, days: all.sort((one, other) => one.days.year - other.days.year) });
}
