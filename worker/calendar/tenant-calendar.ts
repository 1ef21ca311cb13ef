/** The calendar that a tenant's deadlines are counted by: the national one, years announced since, and its own place's days. */
import { chinaCalendar, withLocalDays, withYear, type Calendar, type YearDays } from '../../core/index.ts';
import type { AnnouncedDays, Tenant } from '../tenants/tenant.store.ts';

/** Years come in their order, so that each begins where the one before is known to. */
export function nationalCalendar(days: readonly AnnouncedDays[]): Calendar {
  return yearsOf(days, '').reduce(withYear, chinaCalendar);
}

export function calendarFor({ slug, days }: Pick<Tenant, 'slug' | 'days'>): Calendar {
  return yearsOf(days, slug).reduce(withLocalDays, nationalCalendar(days));
}

export function yearsOf(days: readonly AnnouncedDays[], scope: string): YearDays[] {
  return days.filter((one) => one.scope === scope).map((one) => one.days);
}
