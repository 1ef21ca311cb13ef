/** Promises and contested letters: whose, since when, how late. Of what was written only the tenant's own list shows the title. */
import type { ContestedLetter, PromiseView, StaffPromise } from '../../contract/promises.ts';
import { dayOf, daysApart, formatInstant } from '../../core/index.ts';
import type { Tenant } from '../tenants/tenant.store.ts';
import type { OwnPromise } from './own-promise.store.ts';
import type { ListedContested, ListedPromise } from './promise.store.ts';

/** Days after the promised day, until it was kept or until now. */
const daysLate = (promisedFor: string, until: number, timeZone: string): number =>
  daysApart(promisedFor, dayOf(until, timeZone));

function listed(row: ListedPromise | ListedContested, departmentName: string | null) {
  return {
    number: row.number,
    tenant: row.tenant,
    tenantName: row.tenantName,
    department: row.department,
    departmentName: departmentName ?? row.department,
    kind: row.kind,
    receivedAt: formatInstant(row.receivedAt, row.timeZone),
  };
}

export function toPromise(row: ListedPromise, departmentName: string | null, now: number): PromiseView {
  return {
    ...listed(row, departmentName),
    promisedAt: formatInstant(row.promisedAt, row.timeZone),
    promisedFor: row.promisedFor,
    keptAt: row.doneAt === null ? null : formatInstant(row.doneAt, row.timeZone),
    daysLate: daysLate(row.promisedFor, row.doneAt ?? now, row.timeZone),
  };
}

export function toContested(
  row: ListedContested,
  departmentName: string | null,
  order: string | null,
): ContestedLetter {
  return {
    ...listed(row, departmentName),
    contestedAt: formatInstant(row.contestedAt, row.timeZone),
    levels: row.levels,
    outcome: row.outcome,
    order,
  };
}

/** @param keptAt null while it is open */
export function toStaffPromise(
  letter: OwnPromise,
  keptAt: number | null,
  tenant: Tenant,
  now: number,
): StaffPromise {
  const { promisedFor } = letter;
  return {
    number: letter.number,
    kind: letter.kind,
    title: letter.title,
    department: letter.department,
    departmentName: tenant.departments.find(({ id }) => id === letter.department)?.name ?? null,
    receivedAt: formatInstant(letter.receivedAt, tenant.timeZone),
    promisedFor,
    keptAt: keptAt === null ? null : formatInstant(keptAt, tenant.timeZone),
    daysLate: daysLate(promisedFor, keptAt ?? now, tenant.timeZone),
  };
}
