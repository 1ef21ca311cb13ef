/** What tests of the service share: a tenant of one's own, members, and letters sent as a page sends them. */
import { env, exports } from 'cloudflare:workers';
import { deriveKey } from 'altcha-lib/algorithms/sha';
import { solveChallenge, type Challenge } from 'altcha-lib';
import type { Receipt } from '../../contract/letters.ts';
import type { CreateTenant } from '../../contract/tenants.ts';
import type { Env } from '../platform/env.ts';
import { makeMember } from '../staff/member.actions.ts';
import { makeToken } from '../staff/member.actions.ts';
import { createTenant } from '../tenants/tenant.actions.ts';

export const testEnv = env as unknown as Env;
export const origin = 'https://letters.test';

let counter = 0;
/** A slug nobody else in this file uses. */
export const freshSlug = (): string => `t${Date.now().toString(36)}${(counter++).toString(36)}`;

export async function aTenant(more: Partial<CreateTenant> = {}): Promise<string> {
  const slug = more.slug ?? freshSlug();
  const input = {
    slug,
    name: '测试市',
    jurisdiction: '420800',
    prefix: slug.slice(-8).toUpperCase(),
    departments: ['市人社局', '市房管局'],
    timeZone: 'Asia/Shanghai',
    locale: 'zh-CN' as const,
    phone: '0724-1234567',
    ...more,
  };
  if (!(await createTenant(testEnv, input, 'test'))) throw new Error('tenant refused');
  return slug;
}

export function call(path: string, init: RequestInit & { json?: unknown } = {}): Promise<Response> {
  const { json, ...rest } = init;
  const headers = new Headers(rest.headers);
  if (json !== undefined) headers.set('Content-Type', 'application/json');
  const request = new Request(`${origin}${path}`, {
    redirect: 'manual',
    ...rest,
    headers,
    ...(json === undefined ? {} : { method: rest.method ?? 'POST', body: JSON.stringify(json) }),
  });
  return (
    exports as unknown as { default: { fetch: (request: Request) => Promise<Response> } }
  ).default.fetch(request);
}

/** A member's headers: a token of their own, as a program would use it. */
export async function aMember(
  role: 'officer' | 'coordinator' | 'central',
  tenant: string | null,
  departments: string[] = [],
  jurisdiction = '',
): Promise<Record<string, string>> {
  const email = `${role}-${freshSlug()}@example.test`;
  const made = await makeMember(
    testEnv,
    origin,
    {
      email,
      name: `${role} 某`,
      role,
      departments,
      ...(tenant ? { tenant } : {}),
      ...(role === 'central' ? { jurisdiction } : {}),
      password: 'correct horse battery',
    },
    { id: 'operator', scopes: [{ role: 'central', tenant: null, jurisdiction: '' }] },
  );
  if (!made.ok) throw new Error(made.reason);
  const user = await testEnv.DIRECTORY.prepare('SELECT user_id FROM member WHERE id = ?')
    .bind(made.id)
    .first<{ user_id: string }>();
  const { token } = await makeToken(testEnv, user!.user_id, { name: 'test', days: 1 });
  return { Authorization: `Bearer ${token}` };
}

export async function solved(tenant: string): Promise<string> {
  const challenge = await (
    await call(`/v1/tenants/${tenant}/challenge`, { headers: fromAnywhere() })
  ).json<Challenge>();
  const solution = await solveChallenge({ challenge, deriveKey });
  return btoa(JSON.stringify({ challenge, solution }));
}

export const newKey = (): string => crypto.randomUUID() + crypto.randomUUID();
/** Another address each time, so that tests don't meet each other's rate limit. */
export const fromAnywhere = (): Record<string, string> => ({
  'CF-Connecting-IP': `192.0.2.${counter++ % 250}-${crypto.randomUUID()}`,
});

export const someLetter = {
  kind: 'inquiry',
  title: '退休档案保管费',
  body: '请问退休以后档案保管费还要不要交,在哪里交?',
  publish: true,
} as const;

export async function send(tenant: string, more: Record<string, unknown> = {}): Promise<Receipt> {
  const answer = await call(`/v1/tenants/${tenant}/letters`, {
    headers: { 'Idempotency-Key': newKey(), ...fromAnywhere() },
    json: { ...someLetter, ...more, challenge: await solved(tenant) },
  });
  if (answer.status !== 201) throw new Error(`submit: ${answer.status} ${await answer.text()}`);
  return answer.json<Receipt>();
}
