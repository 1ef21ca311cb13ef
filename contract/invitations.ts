/** Inviting members by link, and taking an invitation up. */
import { z } from 'zod';
import { limits } from './limits.ts';
import { departmentId, slug, text, time } from './primitives.ts';

export const MEMBER_ROLES = ['officer', 'coordinator'] as const;
const role = z.enum(MEMBER_ROLES);
const departments = z.array(departmentId).max(200);

export const inviteMember = z
  .object({
    tenant: slug.optional(),
    email: z.email().max(limits.emailCharsMax),
    name: text(1, limits.nameCharsMax),
    role,
    departments: departments.default([]).describe('An officer’s; a coordinator has none of their own'),
  })
  .meta({ id: 'InviteMember' });
export type InviteMember = z.output<typeof inviteMember>;

export const changeMember = z.object({ role, departments: departments.default([]) });
export type ChangeMember = z.output<typeof changeMember>;

export const invitationView = z
  .object({
    id: z.string(),
    email: z.string(),
    name: z.string(),
    role,
    departments,
    createdAt: time,
    expiresAt: time,
    expired: z.boolean(),
  })
  .meta({ id: 'Invitation' });
export type InvitationView = z.infer<typeof invitationView>;
export const invitationPage = z.object({ items: z.array(invitationView) });
export type InvitationPage = z.infer<typeof invitationPage>;

export const invitationMade = z
  .object({
    invitation: invitationView,
    link: z.string().describe('Shown once; opens one account, until it expires'),
    mailed: z.boolean().describe('It went out by mail as well'),
  })
  .meta({ id: 'InvitationMade' });
export type InvitationMade = z.infer<typeof invitationMade>;

const token = z.string().regex(/^[0-9a-z]{32}$/);
export const openInvitation = z.object({ token });
export const openedInvitation = z
  .object({
    tenantName: z.string(),
    name: z.string(),
    email: z.string(),
    role,
    departments: z.array(z.string()).describe('Names'),
    expiresAt: time,
    known: z.boolean().describe('There is an account of this address: its password stays as it is'),
  })
  .meta({ id: 'OpenedInvitation' });
export type OpenedInvitation = z.infer<typeof openedInvitation>;

export const acceptInvitation = z.object({
  token,
  password: z
    .string()
    .min(limits.passwordCharsMin)
    .max(limits.passwordCharsMax)
    .optional()
    .describe('Where there is no account yet'),
});
export const acceptedInvitation = z.object({ email: z.string() });

/** A member as the list shows them. */
export const listedMember = z
  .object({
    id: z.string(),
    email: z.string(),
    name: z.string(),
    role: z.enum(['officer', 'coordinator', 'central']),
    tenant: slug.nullable(),
    jurisdiction: z.string().nullable(),
    departments: z.array(departmentId),
    status: z.enum(['active', 'suspended']),
    lastSignInAt: time.nullable(),
    self: z.boolean().describe('It is you: nobody changes themselves'),
  })
  .meta({ id: 'ListedMember' });
export type ListedMember = z.infer<typeof listedMember>;
export const memberPage = z.object({ items: z.array(listedMember) });
export type MemberPage = z.infer<typeof memberPage>;
