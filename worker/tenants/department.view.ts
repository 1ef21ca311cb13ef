/** A department with its history. */
import type { DepartmentDetail, DepartmentHistory } from '../../contract/departments.ts';
import { formatInstant } from '../../core/index.ts';
import type { Tenant, TenantDepartment } from './tenant.store.ts';

export interface History {
  tenant: Tenant;
  former: readonly { department: string; until: number; name: string }[];
  passing: ReadonlySet<string>;
}

export function toHistory(one: TenantDepartment, { tenant, former, passing }: History): DepartmentHistory {
  const time = (at: number | null) => at && formatInstant(at, tenant.timeZone);
  return {
    id: one.id,
    name: one.name,
    since: time(one.since) || null,
    closedAt: time(one.closedAt) || null,
    successors: one.successors,
    formerNames: former
      .filter(({ department }) => department === one.id)
      .map(({ name, until }) => ({ name, until: formatInstant(until, tenant.timeZone) })),
    passing: passing.has(one.id),
  };
}

export function toDetail(
  one: TenantDepartment,
  history: History,
  look: {
    members: DepartmentDetail['members'];
    letters: readonly { number: string; title: string }[];
    openLetters: number;
  },
): DepartmentDetail {
  return {
    ...toHistory(one, history),
    openLetters: look.openLetters,
    letters: look.letters.map(({ number, title }) => ({ number, title })),
    members: look.members.map(({ id, name, status }) => ({ id, name, status })),
  };
}
