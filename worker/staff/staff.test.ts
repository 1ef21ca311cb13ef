import { describe, expect, it, vi } from 'vitest';
import type { Problem } from '../../contract/errors.ts';
import type { Session } from '../../contract/staff.ts';
import { aMember, aTenant, call, freshSlug, fromAnywhere, origin, send } from '../test/app.ts';

const operator = { Authorization: 'Bearer test-operator-token' };
const password = 'correct horse battery';

async function makeUser(json: Record<string, unknown>, headers: Record<string, string> = operator) {
  const email = `${freshSlug()}@example.test`;
  const answer = await call('/v1/staff/members', {
    headers,
    json: { email, name: '李四', password, ...json },
  });
  return { email, status: answer.status, body: await answer.json<{ id: string }>() };
}

async function signIn(
  email: string,
  secret = password,
  headers: Record<string, string> = {},
): Promise<Response> {
  return call('/v1/auth/sign-in/email', {
    headers: { Origin: origin, ...fromAnywhere(), ...headers },
    json: { email, password: secret },
  });
}

const cookieOf = (answer: Response): string =>
  answer.headers
    .getSetCookie()
    .map((cookie) => cookie.split(';')[0])
    .join('; ');

describe('signing in', () => {
  it('gives a session whose roles and departments are the member’s, and nothing to others', async () => {
    const tenant = await aTenant();
    const { email } = await makeUser({ role: 'officer', tenant, departments: ['d01'] });
    const answer = await signIn(email);
    expect(answer.status).toBe(200);
    const cookies = answer.headers.getSetCookie().join();
    expect(cookies).toMatch(/HttpOnly/i);
    expect(cookies).toMatch(/SameSite=Lax/i);
    const session = await (
      await call('/v1/staff/session', { headers: { Cookie: cookieOf(answer) } })
    ).json<Session>();
    expect(session.roles).toMatchObject([
      { role: 'officer', tenant, departments: [{ id: 'd01', name: '市人社局' }] },
    ]);
    expect((await call('/v1/staff/session')).status).toBe(401);
    expect((await signIn(email, 'wrong password')).status).toBe(401);
  });

  it('refuses sign-up, and writes with a cookie from anywhere but our own pages', async () => {
    const tenant = await aTenant();
    const { email } = await makeUser({ role: 'coordinator', tenant });
    const signUp = await call('/v1/auth/sign-up/email', {
      headers: { Origin: origin },
      json: { email: 'x@example.test', password, name: 'x' },
    });
    expect(signUp.ok).toBe(false);
    const Cookie = cookieOf(await signIn(email));
    const { number } = await send(tenant);
    const accept = (headers: Record<string, string>) =>
      call(`/v1/staff/letters/${number}/accept`, {
        headers: { Cookie, ...headers },
        json: { department: 'd01' },
      });
    expect((await accept({})).status).toBe(403);
    expect((await accept({ Origin: 'https://evil.test' })).status).toBe(403);
    expect((await accept({ Origin: origin })).status).toBe(200);
  });

  it('slows down who guesses passwords from one address', async () => {
    const { email } = await makeUser({ role: 'central', jurisdiction: '42' });
    const from = fromAnywhere();
    vi.spyOn(Date, 'now').mockReturnValue(Date.now());
    const statuses: number[] = [];
    for (let turn = 0; turn < 12; turn++) statuses.push((await signIn(email, 'wrong password', from)).status);
    vi.restoreAllMocks();
    expect(statuses.at(-1)).toBe(429);
  });

  it('ends at once for a suspended member, with cookie and with token', async () => {
    const tenant = await aTenant();
    const { email, body } = await makeUser({ role: 'officer', tenant, departments: ['d01'] });
    const Cookie = cookieOf(await signIn(email));
    expect(
      (await call(`/v1/staff/members/${body.id}/suspend`, { method: 'POST', headers: operator })).status,
    ).toBe(200);
    expect((await (await call('/v1/staff/session', { headers: { Cookie } })).json<Session>()).roles).toEqual(
      [],
    );
    expect((await call('/v1/staff/letters', { headers: { Cookie } })).status).toBe(404);
  });

  it('offers a second factor', async () => {
    const { email } = await makeUser({ role: 'central', jurisdiction: '42' });
    const Cookie = cookieOf(await signIn(email));
    const answer = await call('/v1/auth/two-factor/enable', {
      headers: { Cookie, Origin: origin },
      json: { password },
    });
    expect((await answer.json<{ totpURI: string }>()).totpURI).toMatch(/^otpauth:\/\/totp\//);
  });
});

describe('making members', () => {
  it('is for those who answer for the tenant or the jurisdiction', async () => {
    const [tenant, other] = [await aTenant(), await aTenant({ jurisdiction: '360100' })];
    const coordinator = await aMember('coordinator', tenant);
    const central = await aMember('central', null, [], '42');
    const officer = await aMember('officer', tenant, ['d01']);
    const statusOf = async (headers: Record<string, string>, json: Record<string, unknown>) =>
      (await makeUser(json, headers)).status;
    expect(await statusOf(coordinator, { role: 'officer', tenant, departments: ['d02'] })).toBe(201);
    expect(await statusOf(coordinator, { role: 'officer', tenant: other })).toBe(403);
    expect(await statusOf(coordinator, { role: 'central', jurisdiction: '42' })).toBe(403);
    expect(await statusOf(central, { role: 'coordinator', tenant })).toBe(201);
    expect(await statusOf(central, { role: 'coordinator', tenant: other })).toBe(403);
    expect(await statusOf(central, { role: 'central', jurisdiction: '' })).toBe(403);
    expect(await statusOf(central, { role: 'central', jurisdiction: '4208' })).toBe(201);
    expect(await statusOf(officer, { role: 'officer', tenant })).toBe(403);
    // Naming a tenant of one's own must not carry a wider jurisdiction past the check.
    expect(await statusOf(central, { role: 'central', tenant, jurisdiction: '' })).toBe(403);
    expect(await statusOf(coordinator, { role: 'central', tenant, jurisdiction: '42' })).toBe(403);
  });
});

describe('API tokens', () => {
  it('do what their owner may, until they are revoked', async () => {
    const headers = await aMember('coordinator', await aTenant());
    const made = await (
      await call('/v1/staff/tokens', { headers, json: { name: '导入' } })
    ).json<{ id: string; token: string }>();
    const mine = { Authorization: `Bearer ${made.token}` };
    expect((await call('/v1/staff/letters', { headers: mine })).status).toBe(200);
    await call(`/v1/staff/tokens/${made.id}`, { method: 'DELETE', headers });
    const refused = await call('/v1/staff/letters', { headers: mine });
    expect((await refused.json<Problem>()).code).toBe('unauthenticated');
  });
});
