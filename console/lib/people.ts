/** Calls about departments, members, invitations and deputies. */
import type { DepartmentDetail, DepartmentList } from '../../contract/departments.ts';
import type { mergeDepartments, splitDepartment } from '../../contract/departments.ts';
import type { DeputyPage } from '../../contract/deputies.ts';
import type {
  ChangeMember,
  InvitationMade,
  InvitationPage,
  ListedMember,
  MemberPage,
  OpenedInvitation,
} from '../../contract/invitations.ts';
import type { Department } from '../../contract/tenants.ts';
import type { input } from 'zod';
import { call, callOnce } from './api.ts';

const post = <T>(path: string, body: unknown, query: Record<string, string> = {}) =>
  call<T>(path, { method: 'POST', body, query });
const departments = '/v1/staff/departments';
const members = '/v1/staff/members';
const invitations = '/v1/staff/invitations';
const deputies = '/v1/staff/deputies';
const at = (path: string, id: string, step = '') => `${path}/${encodeURIComponent(id)}${step}`;

export const getDepartments = (tenant: string) => call<DepartmentList>(departments, { query: { tenant } });
export const getDepartment = (tenant: string, id: string) =>
  call<DepartmentDetail>(at(departments, id), { query: { tenant } });
export const addDepartment = (tenant: string, name: string) =>
  post<Department>(departments, { tenant, name });
export const renameDepartment = (tenant: string, id: string, name: string) =>
  post<Department>(at(departments, id, '/rename'), { tenant, name });
export const mergeThem = (tenant: string, body: Omit<input<typeof mergeDepartments>, 'tenant'>) =>
  post<DepartmentList>(`${departments}/merge`, { tenant, ...body });
export const splitIt = (tenant: string, id: string, body: Omit<input<typeof splitDepartment>, 'tenant'>) =>
  post<DepartmentList>(at(departments, id, '/split'), { tenant, ...body });

export const getMembers = (tenant: string) => call<MemberPage>(members, { query: { tenant } });
export const changeMember = (tenant: string, id: string, body: ChangeMember) =>
  post<ListedMember>(at(members, id), body, { tenant });
export const setMember = (id: string, to: 'suspend' | 'resume') =>
  post<unknown>(at(members, id, `/${to}`), {});

export const getInvitations = (tenant: string) => call<InvitationPage>(invitations, { query: { tenant } });
export const inviteThem = (tenant: string, body: Record<string, unknown>) =>
  post<InvitationMade>(invitations, { tenant, ...body });
export const inviteAgain = (tenant: string, id: string) =>
  post<InvitationMade>(at(invitations, id, '/again'), {}, { tenant });
export const withdrawInvitation = (tenant: string, id: string) =>
  call<InvitationPage>(at(invitations, id), { method: 'DELETE', query: { tenant } });

/** The token came in the fragment of the address and goes out in a body: no server ever sees it in an address. */
export const openInvitation = (token: string) =>
  callOnce<OpenedInvitation>('/v1/invitations/open', { method: 'POST', body: { token } });
export const acceptInvitation = (token: string, password: string | undefined) =>
  callOnce<{ email: string }>('/v1/invitations/accept', {
    method: 'POST',
    body: { token, ...(password === undefined ? {} : { password }) },
  });

export const getDeputies = (tenant: string) => call<DeputyPage>(deputies, { query: { tenant } });
export const nameDeputy = (tenant: string, body: Record<string, string>) =>
  post<DeputyPage>(deputies, { tenant, ...body });
export const endDeputy = (tenant: string, id: string) =>
  call<DeputyPage>(at(deputies, id), { method: 'DELETE', query: { tenant } });
