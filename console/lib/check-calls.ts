/** The calls of liveness, the inspection self-check and the annual form, one function each, in the contract's types. */
import type { Annual, AnnualTable, Inspection, InspectionTable, setTick } from '../../contract/inspection.ts';
import type { LivenessPage, OwnLiveness } from '../../contract/liveness.ts';
import type { input } from 'zod';
import { call, callForFile } from './api.ts';
import { role } from './session.ts';

/** The jurisdiction is asked for even where it is empty, which means everywhere. */
const below = (more: Record<string, string>): string =>
  new URLSearchParams({ jurisdiction: role()?.jurisdiction ?? '', ...more }).toString();
const ofYear = (tenant: string, year: number): string =>
  new URLSearchParams({ tenant, year: String(year) }).toString();

export const getLiveness = (cursor?: string) =>
  call<LivenessPage>(`/v1/central/liveness?${below(cursor ? { cursor } : {})}`);
export const getOwnLiveness = (tenant: string) =>
  call<OwnLiveness>('/v1/staff/liveness', { query: { tenant } });

export const getInspection = (tenant: string, year: number) =>
  call<Inspection>(`/v1/staff/inspection?${ofYear(tenant, year)}`);
export const getInspectionFile = (tenant: string, year: number) =>
  callForFile(`/v1/staff/inspection.xlsx?${ofYear(tenant, year)}`);
export const saveTick = (body: input<typeof setTick>) =>
  call<Inspection>('/v1/staff/inspection', { method: 'POST', body });
export const getInspections = (year: number) =>
  call<InspectionTable>(`/v1/central/inspection?${below({ year: String(year) })}`);

export const getAnnual = (tenant: string, year: number) =>
  call<Annual>(`/v1/staff/annual?${ofYear(tenant, year)}`);
export const getAnnuals = (year: number) =>
  call<AnnualTable>(`/v1/central/annual?${below({ year: String(year) })}`);
/** Of one tenant, or where none is named of all below the centre. */
export const getAnnualFile = (tenant: string, year: number) =>
  callForFile(
    tenant
      ? `/v1/staff/annual.xlsx?${ofYear(tenant, year)}`
      : `/v1/central/annual.xlsx?${below({ year: String(year) })}`,
  );
