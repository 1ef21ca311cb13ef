/** Calls about time: calendars, rules and their bounds, counting aloud; and what a tenant says of itself. */
import type { input, output } from 'zod';
import type {
  CalendarView,
  ClockAnswer,
  PreviewPage,
  YearDaysInput,
  clockQuery,
} from '../../contract/calendar.ts';
import type { BoundsView, RulesView, setBounds, setRules } from '../../contract/rules.ts';
import type { SetTenantDetail, TenantDetail } from '../../contract/tenant-detail.ts';
import { call } from './api.ts';

const post = <T>(path: string, body: unknown) => call<T>(path, { method: 'POST', body });

/** Of a tenant's own place, or of the nation where `tenant` is null. */
export interface CalendarOf {
  tenant: string | null;
}

const calendarPath = ({ tenant }: CalendarOf) =>
  tenant === null ? '/v1/central/calendar' : '/v1/staff/calendar';

export const getCalendar = (of: CalendarOf, year: number) =>
  call<CalendarView>(calendarPath(of), { query: { year: String(year), tenant: of.tenant ?? undefined } });
export const setCalendar = (of: CalendarOf, days: YearDaysInput) =>
  post<CalendarView>(calendarPath(of), of.tenant === null ? days : { ...days, tenant: of.tenant });
/** @param tenant whose open letters are looked through */
export const previewCalendar = (of: CalendarOf, tenant: string, days: YearDaysInput, cursor: string | null) =>
  post<PreviewPage>(`${calendarPath(of)}/preview`, { ...days, tenant, ...(cursor && { cursor }) });

export type ClockQuery = Partial<Record<keyof output<typeof clockQuery>, string>>;
export const countAloud = (query: ClockQuery) => call<ClockAnswer>('/v1/staff/clock', { query });

export const getRules = (tenant: string) => call<RulesView>('/v1/staff/rules', { query: { tenant } });
export const setRulesOf = (body: input<typeof setRules>) => post<RulesView>('/v1/staff/rules', body);
export const getBounds = (jurisdiction: string) =>
  // An empty value is everywhere, and must be said.
  call<BoundsView>(`/v1/central/bounds?jurisdiction=${encodeURIComponent(jurisdiction)}`);
export const setBoundsOf = (body: input<typeof setBounds>) => post<BoundsView>('/v1/central/bounds', body);

export const getDetail = (tenant: string) => call<TenantDetail>('/v1/staff/tenant', { query: { tenant } });
export const setDetail = (tenant: string, body: SetTenantDetail) =>
  post<TenantDetail>('/v1/staff/tenant', { tenant, ...body });
