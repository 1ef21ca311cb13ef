/**
 * Who may do what, for every operation of the OpenAPI document and every kind of stranger: a new endpoint without a line here
 * fails the test. What is refused must look the same for what is there and what isn't, and carry nothing of the letter.
 */
import { beforeAll, describe, expect, it } from 'vitest';
import type { Receipt } from '../../contract/letters.ts';
import { makeToken } from '../staff/member.actions.ts';
import { aMember, aTenant, call, fromAnywhere, newKey, origin, send, testEnv } from './app.ts';
import { bodyOf, bulletin, secret, spotCheck } from './matrix-bodies.ts';
import { people, type Person, table } from './matrix-table.ts';

let tenant = '';
let headers: Record<Person, Record<string, string>>;
let memberId = '';
let operations: string[] = [];

beforeAll(async () => {
  tenant = await aTenant();
  const elsewhere = await aTenant({ jurisdiction: '360100' });
  const suspended = await aMember('coordinator', tenant);
  await testEnv.DIRECTORY.prepare("UPDATE member SET status = 'suspended' WHERE tenant = ?")
    .bind(tenant)
    .run();
  const officer = await aMember('officer', tenant, ['d01']);
  const row = await testEnv.DIRECTORY.prepare(
    "SELECT id, user_id FROM member WHERE tenant = ? AND role = 'officer'",
  )
    .bind(tenant)
    .first<{ id: string; user_id: string }>();
  memberId = row!.id;
  const expired = await makeToken(testEnv, row!.user_id, { name: 'old', days: 1 });
  await testEnv.DIRECTORY.prepare('UPDATE token SET expires_at = 1 WHERE id = ?').bind(expired.id).run();
  headers = {
    nobody: {},
    officer,
    'officer of another department': await aMember('officer', tenant, ['d02']),
    'officer of another tenant': await aMember('officer', elsewhere, ['d01']),
    coordinator: await aMember('coordinator', tenant),
    'coordinator of another tenant': await aMember('coordinator', elsewhere),
    central: await aMember('central', null, [], '42'),
    'central of another jurisdiction': await aMember('central', null, [], '36'),
    suspended,
    expired: { Authorization: `Bearer ${expired.token}` },
    writer: {},
    'writer with a wrong key': { Authorization: `Letter ${'0'.repeat(20)}` },
    'another site': { Origin: 'https://evil.test' },
  };
  const document = await (
    await call('/openapi.json')
  ).json<{ paths: Record<string, Record<string, unknown>> }>();
  operations = Object.entries(document.paths).flatMap(([path, methods]) =>
    Object.keys(methods).map((method) => `${method} ${path}`),
  );
}, 60_000);

let any: Receipt | undefined;
const aLetter = (): Promise<Receipt> =>
  send(tenant, { department: 'd01', title: secret, contact: { name: secret, phone: '13800009999' } });

async function ask(operation: string, person: Person): Promise<{ status: number; text: string }> {
  // Somebody who may may have suspended it.
  await testEnv.DIRECTORY.prepare('UPDATE tenant SET suspended_for = NULL').run();
  const [method, path] = operation.split(' ') as [string, string];
  // A letter of its own for each question about one: some answers change it.
  const letter = path.includes('/letters/{number}') ? await aLetter() : (any ??= await aLetter());
  if (path.includes('/webhooks/{id}') || path.includes('/deliveries/{id}')) await aWebhook();
  const last = path.split('/').at(-1)!;
  const number = path.includes('/orders/{number}') ? await anOrder() : letter.number;
  const address = path
    .replace('{tenant}', tenant)
    .replace('{number}', number)
    .replace('{part}', '1')
    .replace('{ordinal}', '1')
    .replace('{format}', 'html')
    .replace(
      '{id}',
      path.includes('/bulletins/')
        ? await aBulletin()
        : path.includes('/spot-checks/')
          ? await aSpotCheck()
          : path.includes('/departments/')
            ? 'd02'
            : memberId,
    );
  const more = /\/(bounds|ranking|central\/(reviewers|liveness|inspection|annual(\.xlsx)?))$/.test(path)
    ? '?jurisdiction=42'
    : '?year=2026&rule=accept';
  const named = path.startsWith('/v1/staff/') && !path.includes('{') ? `&tenant=${tenant}` : '';
  const query = method === 'get' || named !== '' ? `${more}${named}` : '';
  const own = person === 'writer' ? { Authorization: `Letter ${letter.accessKey}` } : headers[person];
  const json = method === 'post' ? { json: bodyOf(tenant, path, last) } : {};
  const answer = await call(address + query, {
    method: method.toUpperCase(),
    headers: { ...own, ...fromAnywhere(), 'Idempotency-Key': newKey() },
    ...json,
  });
  return { status: answer.status, text: await answer.text() };
}

/** A webhook and a dead message of it, under the id that is asked for; its address is one that isn't called. */
async function aWebhook(): Promise<void> {
  const key = `webhook:${memberId}:x:1`;
  await testEnv.DIRECTORY.prepare(
    "INSERT OR REPLACE INTO webhook (id, tenant, url, secret, created_at) VALUES (?, ?, 'https://127.0.0.1/', 'x', 1)",
  )
    .bind(memberId, tenant)
    .run();
  await testEnv.LETTERS_0.prepare(
    `INSERT OR REPLACE INTO delivery (id, key, tenant, channel, kind, target, state, attempts, due_at, created_at)
      VALUES (?, ?, ?, 'webhook', 'letter.accepted', ?, 'dead', 1, 1, 1)`,
  )
    .bind(memberId, key, tenant, memberId)
    .run();
}

/** To the officer's department, and unanswered. */
async function anOrder(): Promise<string> {
  const made = await call('/v1/central/orders', {
    headers: headers.central,
    json: { tenant, department: 'd01', text: `${secret},请书面说明情况。` },
  });
  return (await made.json<{ number: string }>()).number;
}

async function aBulletin(): Promise<string> {
  const json = { ...bulletin, freeze: true };
  const once = { 'Idempotency-Key': 'the-same-bulletin-each-time' };
  const made = await call('/v1/central/bulletins', { headers: { ...headers.central, ...once }, json });
  return (await made.json<{ id: string }>()).id;
}

/** Judged by the centre that asks; its draw lies far ahead. */
async function aSpotCheck(): Promise<string> {
  const { items } = await (
    await call('/v1/central/reviewers?jurisdiction=4208', { headers: headers.central })
  ).json<{ items: { id: string; me: boolean }[] }>();
  const other = items.find(({ me }) => !me) ?? (await anotherReviewer());
  const json = { ...spotCheck, reviewers: [items.find(({ me }) => me)!.id, other.id] };
  const once = { 'Idempotency-Key': `the-same-spot-check-${other.id}` };
  const made = await call('/v1/central/spot-checks', { headers: { ...headers.central, ...once }, json });
  return (await made.json<{ id: string }>()).id;
}

async function anotherReviewer(): Promise<{ id: string }> {
  const member = await aMember('central', null, [], '42');
  const found = await call('/v1/central/reviewers?jurisdiction=42', { headers: member });
  return (await found.json<{ items: { id: string; me: boolean }[] }>()).items.find(({ me }) => me)!;
}

describe('every operation', () => {
  it('stands in the table once', () => {
    const counts = operations.map((operation) => [
      operation,
      table.filter(([pattern]) => pattern.test(operation)).length,
    ]);
    expect(counts.filter(([, count]) => count !== 1)).toEqual([]);
  });

  it.each(people)(
    'answers %s as the scopes say, and tells strangers nothing',
    async (person) => {
      const wrong: string[] = [];
      for (const operation of operations.filter((one) => !one.includes('/import/') || person !== 'nobody')) {
        const row = table.find(([pattern]) => pattern.test(operation))![1];
        const expected = row[person] ?? row.else;
        const { status, text } = await ask(operation, person);
        const fits =
          expected === 'yes' ? ![401, 403, 404].includes(status) && status < 500 : status === expected;
        const leaks = expected !== 'yes' && (text.includes(secret) || text.includes('13800009999'));
        if (!fits || leaks)
          wrong.push(`${operation}: ${status}${leaks ? ' LEAKS' : ''}, expected ${expected}`);
      }
      expect(wrong).toEqual([]);
    },
    120_000,
  );

  it('refuses a cookie from another site on every write', async () => {
    const email = `${newKey()}@example.test`;
    const made = { email, name: '某', role: 'coordinator', tenant, password: 'correct horse battery' };
    await call('/v1/staff/members', { headers: { Authorization: 'Bearer test-operator-token' }, json: made });
    const signIn = await call('/v1/auth/sign-in/email', {
      headers: { Origin: origin, ...fromAnywhere() },
      json: { email, password: made.password },
    });
    headers['another site'] = {
      Origin: 'https://evil.test',
      Cookie: signIn.headers
        .getSetCookie()
        .map((cookie) => cookie.split(';')[0])
        .join('; '),
    };
    const wrong: string[] = [];
    for (const operation of operations.filter(
      (one) => !one.startsWith('get ') && !one.includes(' /v1/letters/') && !one.includes(' /v1/tenants/'),
    )) {
      const { status } = await ask(operation, 'another site');
      if (status !== 403) wrong.push(`${operation}: ${status}`);
    }
    expect(wrong).toEqual([]);
  }, 120_000);
});
