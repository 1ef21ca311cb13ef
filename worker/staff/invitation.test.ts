import { afterEach, describe, expect, it, vi } from 'vitest';
import type { InvitationMade, MemberPage, OpenedInvitation } from '../../contract/invitations.ts';
import { aMember, aTenant, call, freshSlug, fromAnywhere, origin, testEnv } from '../test/app.ts';

type Headers = Record<string, string>;
const password = 'k7Rw-px2Q-mm9T';
const hour = 3_600_000;

const ask = async <T>(path: string, headers: Headers, json?: unknown, method?: string) => {
  const answer = await call(path, {
    headers: { ...fromAnywhere(), ...headers },
    ...(json === undefined ? {} : { json }),
    ...(method ? { method } : {}),
  });
  return { status: answer.status, body: await answer.json<T & { code?: string }>() };
};
const tokenIn = ({ link }: InvitationMade) => link.split('#/invitation/')[1]!;
const accept = (token: string, secret: string | undefined = password) =>
  ask<{ email: string }>('/v1/invitations/accept', {}, { token, ...(secret ? { password: secret } : {}) });

async function anInvitation(more: object = {}) {
  const tenant = await aTenant();
  const coordinator = await aMember('coordinator', tenant);
  const email = `${freshSlug()}@example.test`;
  const json = { email, name: '王小梅', role: 'officer', departments: ['d01'], ...more };
  const { status, body } = await ask<InvitationMade>('/v1/staff/invitations', coordinator, json);
  expect(status).toBe(201);
  return { tenant, coordinator, email, made: body, token: tokenIn(body) };
}
const signIn = (email: string, secret = password) =>
  call('/v1/auth/sign-in/email', {
    headers: { Origin: origin, ...fromAnywhere() },
    json: { email, password: secret },
  });
const membersOf = async (headers: Headers) =>
  (await ask<MemberPage>('/v1/staff/members', headers)).body.items;

afterEach(() => vi.useRealTimers());

describe('an invitation', () => {
  it('opens one account with a password that only the invited knows, once', async () => {
    const { email, token, coordinator } = await anInvitation();
    const opened = await ask<OpenedInvitation>('/v1/invitations/open', {}, { token });
    expect(opened.body).toMatchObject({ email, role: 'officer', departments: ['市人社局'], known: false });
    expect((await accept(token)).status).toBe(200);
    expect((await signIn(email)).status).toBe(200);
    const listed = (await membersOf(coordinator)).find((one) => one.email === email);
    expect(listed).toMatchObject({ role: 'officer', departments: ['d01'], status: 'active', self: false });
    expect(listed!.lastSignInAt).not.toBeNull();
    for (const path of ['open', 'accept'])
      expect((await ask(`/v1/invitations/${path}`, {}, { token, password })).body.code).toBe(
        'invitation_over',
      );
    expect((await ask<{ items: [] }>('/v1/staff/invitations', coordinator)).body.items).toEqual([]);
  });

  it('taken up twice at once makes one member', async () => {
    const { email, token, coordinator } = await anInvitation();
    await Promise.all([accept(token), accept(token)]);
    expect((await membersOf(coordinator)).filter((one) => one.email === email)).toHaveLength(1);
  });

  it('is over after seven days, when withdrawn, and when another was sent', async () => {
    const { coordinator, made, token } = await anInvitation();
    const again = await ask<InvitationMade>(
      `/v1/staff/invitations/${made.invitation.id}/again`,
      coordinator,
      {},
    );
    expect(again.status).toBe(200);
    expect((await accept(token)).status).toBe(404);
    const fresh = tokenIn(again.body);
    vi.useFakeTimers({ now: Date.now() + 7 * 24 * hour + 1, toFake: ['Date'] });
    expect((await accept(fresh)).status).toBe(404);
    vi.useRealTimers();
    const path = `/v1/staff/invitations/${made.invitation.id}`;
    expect((await ask(path, coordinator, undefined, 'DELETE')).status).toBe(200);
    expect((await accept(fresh)).status).toBe(404);
  });

  it('is kept without its token', async () => {
    const { token } = await anInvitation();
    const { results } = await testEnv.DIRECTORY.prepare('SELECT * FROM invitation').all();
    expect(JSON.stringify(results)).not.toContain(token);
  });

  it('asks for a password that isn’t tried first', async () => {
    const { token, email } = await anInvitation();
    const codes = [];
    for (const one of ['short', 'password1234', '123456789012345', `${email.split('@')[0]}2026`])
      codes.push((await accept(token, one)).body.code);
    expect(codes).toEqual(['bad_request', ...Array<string>(3).fill('password_too_common')]);
    expect((await accept(token)).status).toBe(200);
  });

  it('gives who has an account one more role, and leaves the password alone', async () => {
    const first = await anInvitation();
    await accept(first.token);
    const second = await anInvitation({ email: first.email.toUpperCase(), role: 'coordinator' });
    const opened = await ask<OpenedInvitation>('/v1/invitations/open', {}, { token: second.token });
    expect(opened.body.known).toBe(true);
    expect((await accept(second.token, 'another-pass-word-9')).status).toBe(200);
    expect((await signIn(first.email)).status).toBe(200);
    expect((await signIn(first.email, 'another-pass-word-9')).status).toBe(401);
  });

  it('is not for who has the role already, nor for departments that aren’t there', async () => {
    const { coordinator, token, email } = await anInvitation();
    await accept(token);
    const send = (json: object) =>
      ask('/v1/staff/invitations', coordinator, { email, name: '某', role: 'officer', ...json });
    expect((await send({})).body.code).toBe('already_member');
    expect((await send({ email: 'x@example.test', departments: ['d77'] })).body.code).toBe(
      'unknown_department',
    );
  });

  it('of another tenant is not found', async () => {
    const { made, token } = await anInvitation();
    const stranger = (await anInvitation()).coordinator;
    const path = `/v1/staff/invitations/${made.invitation.id}`;
    expect((await ask(path, stranger, undefined, 'DELETE')).status).toBe(404);
    expect((await ask(`${path}/again`, stranger, {})).status).toBe(404);
    expect((await accept(token)).status).toBe(200);
  });

  it('is taken up only from our own pages', async () => {
    const { token } = await anInvitation();
    const headers = { Origin: 'https://evil.test' };
    expect((await ask('/v1/invitations/accept', headers, { token, password })).status).toBe(403);
  });
});

describe('changing a member', () => {
  it('gives another role and departments; never to oneself, never in another tenant', async () => {
    const { tenant, coordinator, token, email } = await anInvitation();
    await accept(token);
    const members = await membersOf(coordinator);
    const { id } = members.find((one) => one.email === email)!;
    const self = members.find((one) => one.self)!.id;
    const change = (headers: Headers, whom: string, json: object) =>
      ask<{ departments: string[] }>(`/v1/staff/members/${whom}`, headers, json);
    const moved = await change(coordinator, id, { role: 'officer', departments: ['d02'] });
    expect(moved.body).toMatchObject({ role: 'officer', departments: ['d02'] });
    expect((await change(coordinator, id, { role: 'coordinator' })).body.departments).toEqual([]);
    expect((await change(coordinator, self, { role: 'officer' })).status).toBe(403);
    expect((await change(await aMember('officer', tenant), id, { role: 'officer' })).status).toBe(403);
    const stranger = await aMember('coordinator', await aTenant());
    expect((await change(stranger, id, { role: 'officer' })).status).toBe(404);
  });
});
