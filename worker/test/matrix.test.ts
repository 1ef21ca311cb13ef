/**
 * Who may do what, for every operation of the OpenAPI document and every kind of stranger: a new endpoint without a line here
 * fails the test. What is refused must look the same for what is there and what isn't, and carry nothing of the letter.
 */
import { beforeAll, describe, expect, it } from 'vitest';
import { makeToken } from '../staff/member.actions.ts';
import { aMember, aTenant, call, fromAnywhere, newKey, origin, send, testEnv } from './app.ts';

const people = [
  'nobody',
  'officer',
  'officer of another department',
  'officer of another tenant',
  'coordinator',
  'coordinator of another tenant',
  'central',
  'central of another jurisdiction',
  'suspended',
  'expired',
  'writer',
  'writer with a wrong key',
  'another site',
] as const;
type Person = (typeof people)[number];

/** `yes`: anything but 401, 403 and 404. */
type Expected = 'yes' | 401 | 403 | 404;
type Row = Partial<Record<Person, Expected>> & { else: Expected };

const signedOut = {
  nobody: 401,
  expired: 401,
  writer: 401,
  'writer with a wrong key': 401,
  'another site': 401,
} as const;
const everybody: Row = { else: 'yes' };
const theWriter: Row = { writer: 'yes', else: 404 };
const staffOfLetter: Row = { ...signedOut, officer: 'yes', coordinator: 'yes', central: 403, else: 404 };
const coordinatorOnly: Row = { ...staffOfLetter, officer: 403 };
const anyMember: Row = { ...signedOut, else: 'yes' };
const tenantReaders: Row = {
  ...signedOut,
  officer: 'yes',
  'officer of another department': 'yes',
  coordinator: 'yes',
  central: 'yes',
  else: 404,
};
const tenantAdmins: Row = { ...tenantReaders, officer: 403, 'officer of another department': 403 };

const coordinatorOfTenant: Row = { ...tenantAdmins, central: 403 };

const bothCentres = { central: 'yes', 'central of another jurisdiction': 'yes' } as const;
const elsewhere404 = { 'central of another jurisdiction': 404, else: 403 } as const;

const officers =
  'accept|transfer|object|request-info|reply|extend|follow-up|contacted|publish|note|new-key|contact|uploads';
const coordinators = 'assign|decline|spam|approve|return|withhold|take-down|merge|erase|erase-contact';
const table: [operation: RegExp, row: Row][] = [
  [/^get \/v1\/tenants\/\{tenant\}(\/(?!letters\/|uploads\/).*)?$/, everybody],
  // An upload is its key's; there is none of that name.
  [/^get \/v1\/tenants\/\{tenant\}\/uploads\/\{id\}$/, { else: 404 }],
  [/^post \/v1\/tenants\/\{tenant\}\/uploads\/\{id\}\/complete$/, { 'another site': 403, else: 404 }],
  [/^put \/v1\/tenants\/\{tenant\}\/uploads\/\{id\}\/parts\/\{part\}$/, { 'another site': 403, else: 404 }],
  // Nor is there such a file: worker/attachments/files.test.ts opens those that are.
  [/^get \/v1\/tenants\/\{tenant\}\/letters\/\{number\}\/files\/\{id\}$/, { else: 404 }],
  [/^get \/v1\/letters\/\{number\}\/files\/\{id\}$/, { else: 404 }],
  [/^get \/v1\/staff\/letters\/\{number\}\/files\/\{id\}$/, { ...signedOut, central: 403, else: 404 }],
  // It isn't published: nobody reads it here, not even those who may elsewhere.
  [/^get \/v1\/tenants\/\{tenant\}\/letters\/\{number\}$/, { else: 404 }],
  [/^post \/v1\/tenants\/\{tenant\}\/(letters|uploads)$/, { ...everybody, 'another site': 403 }],
  [/^post \/v1\/tenants\/\{tenant\}\/seen$/, everybody],
  // A letter that isn't published can't be endorsed, whoever asks.
  [
    /^post \/v1\/tenants\/\{tenant\}\/letters\/\{number\}\/(endorsements|verdicts)$/,
    { 'another site': 403, else: 404 },
  ],
  [/^get \/v1\/letters\/\{number\}$/, theWriter],
  [/^post \/v1\/letters\/\{number\}\/\w+$/, { ...theWriter, 'another site': 403 }],
  [/^get \/v1\/staff\/(session|tokens)$/, anyMember],
  [/^(post|delete) \/v1\/staff\/tokens(\/\{id\})?$/, anyMember],
  [/^get \/v1\/staff\/letters$/, tenantReaders],
  [/^post \/v1\/staff\/letters$/, { ...tenantReaders, central: 403 }],
  [/^get \/v1\/staff\/letters\/\{number\}$/, { ...staffOfLetter, central: 'yes' }],
  [new RegExp(`^post /v1/staff/letters/\\{number\\}/(${officers})$`), staffOfLetter],
  [new RegExp(`^post /v1/staff/letters/\\{number\\}/(${coordinators})$`), coordinatorOnly],
  [/^(get|post) \/v1\/staff\/webhooks$/, coordinatorOfTenant],
  [/^get \/v1\/staff\/deliveries$/, coordinatorOfTenant],
  // By its id: who belongs to another tenant is told what they are there.
  [
    /^(get|post|delete) \/v1\/staff\/(webhooks|deliveries)\/\{id\}(\/\w+)?$/,
    { ...coordinatorOfTenant, 'officer of another tenant': 403, central: 404 },
  ],
  [/^get \/v1\/staff\/notices$/, tenantReaders],
  [/^post \/v1\/staff\/notices$/, { ...tenantReaders, 'officer of another department': 403, central: 403 }],
  [/^get \/v1\/staff\/(members|origins|retention)$/, tenantAdmins],
  [/^post \/v1\/staff\/(origins|retention)$/, tenantAdmins],
  [/^post \/v1\/staff\/members$/, { ...signedOut, coordinator: 'yes', central: 'yes', else: 403 }],
  [
    /^post \/v1\/staff\/members\/\{id\}\/(suspend|resume)$/,
    { ...signedOut, coordinator: 'yes', central: 'yes', else: 404 },
  ],
  [
    /^get \/v1\/central\/tenants$/,
    { ...signedOut, central: 'yes', 'central of another jurisdiction': 'yes', else: 403 },
  ],
  [/^post \/v1\/central\/tenants$/, { ...signedOut, central: 'yes', else: 403 }],
  [/^(get|post) \/v1\/central\/tenants\/\{tenant\}\/origins$/, { ...tenantAdmins, coordinator: 403 }],
  [/^post \/v1\/central\/tenants\/\{tenant\}\/import\/(letters|notices)$/, tenantAdmins],
  [/^get \/v1\/central\/(orders|overdue|calendar)$/, { ...signedOut, ...bothCentres, else: 403 }],
  [/^post \/v1\/central\/orders$/, { ...signedOut, central: 'yes', ...elsewhere404 }],
  // Published nowhere: whoever asks.
  [/^get \/v1\/ranking$/, { else: 404 }],
  [/^get \/v1\/central\/ranking$/, { ...signedOut, central: 'yes', ...elsewhere404 }],
  [/^post \/v1\/central\/ranking\/publication$/, { ...signedOut, central: 'yes', ...elsewhere404 }],
  [/^get \/v1\/central\/ranking\/\{tenant\}$/, { ...tenantAdmins, coordinator: 403 }],
  [/^get \/v1\/staff\/ranking-comment$/, tenantReaders],
  [/^post \/v1\/staff\/ranking-comment$/, coordinatorOfTenant],
  [/^get \/v1\/central\/bulletins$/, { ...signedOut, ...bothCentres, else: 403 }],
  [
    /^(post \/v1\/central\/bulletins|(get|post) \/v1\/central\/bulletins\/\{id\}(\/(\{format\}|publication))?)$/,
    { ...signedOut, central: 'yes', ...elsewhere404 },
  ],
  [/^(get|post) \/v1\/central\/bounds$/, { ...signedOut, central: 'yes', ...elsewhere404 }],
  // Who answers for a part of the nation announces no year to all of it.
  [/^post \/v1\/central\/calendar$/, { ...signedOut, else: 403 }],
  [/^post \/v1\/central\/calendar\/preview$/, { ...signedOut, central: 'yes', ...elsewhere404 }],
  [
    /^(get|post) \/v1\/central\/orders\/\{number\}(\/(accept|return))?$/,
    { ...signedOut, central: 'yes', ...elsewhere404 },
  ],
  [/^get \/v1\/staff\/(orders|rules|calendar|clock|departments)$/, tenantReaders],
  [/^get \/v1\/staff\/orders\/\{number\}$/, { ...staffOfLetter, central: 'yes' }],
  [/^post \/v1\/staff\/orders\/\{number\}\/answer$/, coordinatorOnly],
  [/^post \/v1\/staff\/(rules|calendar|calendar\/preview|departments)$/, tenantAdmins],
  [/^post \/v1\/staff\/departments\/\{id\}\/rename$/, tenantAdmins],
  [/^post \/v1\/operator\/(seeding|ready)$/, { ...signedOut, else: 403 }],
];

const secret = '张三丰的秘密';
const bodies: Record<string, unknown> = {
  accept: { department: 'd01' },
  assign: { department: 'd02' },
  transfer: { department: 'd02', reason: '职责所在' },
  object: { reason: '不属于我们' },
  'request-info': { question: '请说明具体地点' },
  extend: { days: 3, reason: '需要现场核实' },
  reply: { type: 'interim', body: '正在核实,需要一些时间。' },
  'follow-up': { body: '已经办成了', done: true },
  contacted: { note: '已通话' },
  publish: { title: '标题', body: '正文' },
  note: { body: '内部备注' },
  'new-key': { proof: '身份证' },
  contact: {},
  decline: { grounds: 'petition', explanation: '属于信访事项,请到信访局。', goTo: '信访局' },
  spam: { grounds: 'abuse' },
  approve: {},
  return: { reason: '请补充' },
  withhold: { grounds: 'privacy' },
  'take-down': { grounds: 'privacy' },
  merge: { into: 'XX-2026-000001' },
  erase: { reason: '申请' },
  'erase-contact': { reason: '申请' },
  erasure: {},
  supplements: { body: '补充' },
  uploads: { bytes: 500 },
  withdrawal: {},
  ratings: { level: 5, solved: 'yes' },
  consent: { publish: false },
  origins: { origin: 'https://a.test' },
  letters: { rows: [] },
  notices: { rows: [] },
  endorsements: { challenge: 'x' },
  verdicts: { challenge: 'x', answers: true },
};

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

async function ask(operation: string, person: Person): Promise<{ status: number; text: string }> {
  // A letter of its own for each question: some answers change it.
  const letter = await send(tenant, {
    department: 'd01',
    title: secret,
    contact: { name: secret, phone: '13800009999' },
  });
  const [method, path] = operation.split(' ') as [string, string];
  if (path.includes('/webhooks/{id}') || path.includes('/deliveries/{id}')) await aWebhook();
  const last = path.split('/').at(-1)!;
  const number = path.includes('/orders/{number}') ? await anOrder() : letter.number;
  const address = path
    .replace('{tenant}', tenant)
    .replace('{number}', number)
    .replace('{part}', '1')
    .replace('{format}', 'html')
    .replace(
      '{id}',
      path.includes('/bulletins/') ? await aBulletin() : path.includes('/departments/') ? 'd02' : memberId,
    );
  const more = /\/(bounds|ranking)$/.test(path) ? '?jurisdiction=42' : '?year=2026&rule=accept';
  const named = path.startsWith('/v1/staff/') && !path.includes('{') ? `&tenant=${tenant}` : '';
  const query = method === 'get' || named !== '' ? `${more}${named}` : '';
  const own = person === 'writer' ? { Authorization: `Letter ${letter.accessKey}` } : headers[person];
  const json = method === 'post' ? { json: bodyOf(path, last) } : {};
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

const bulletin = { from: '2011-01-01', to: '2011-03-31', scope: { jurisdiction: '420800' } };
async function aBulletin(): Promise<string> {
  const json = { ...bulletin, freeze: true };
  const once = { 'Idempotency-Key': 'the-same-bulletin-each-time' };
  const made = await call('/v1/central/bulletins', { headers: { ...headers.central, ...once }, json });
  return (await made.json<{ id: string }>()).id;
}

function bodyOf(path: string, last: string): unknown {
  const letter = { kind: 'help', title: '标题文字', body: '来人口述停水三天了。', publish: false };
  if (path === '/v1/staff/letters') return { ...letter, channel: 'counter', tenant };
  if (path === '/v1/tenants/{tenant}/letters') return { ...letter, challenge: 'none' };
  if (path === '/v1/staff/notices') return { tenant, department: 'd01', title: '通知', body: '内容' };
  if (path === '/v1/staff/members')
    return { email: `${newKey()}@example.test`, name: '某', role: 'officer', tenant, departments: ['d01'] };
  if (path === '/v1/central/tenants')
    return {
      slug: `m${Math.random().toString(36).slice(2, 12)}`,
      name: '新县',
      jurisdiction: '420822',
      departments: ['办公室'],
    };
  if (path === '/v1/staff/webhooks') return { url: 'https://127.0.0.1/' };
  if (path === '/v1/staff/tokens') return { name: '令牌' };
  if (path === '/v1/staff/retention') return { tenant, months: 12 };
  if (path === '/v1/central/bulletins') return bulletin;
  if (path.endsWith('/publication') && path.includes('/bulletins/')) return { public: true };
  if (path === '/v1/central/orders') return { tenant, text: '请书面说明情况和原因。' };
  if (path.endsWith('/answer')) return { text: '已经办理完毕，情况如下。' };
  if (path.startsWith('/v1/central/orders')) return { reason: '没有说明原因' };
  if (path === '/v1/staff/rules') return { tenant, acceptDays: 2 };
  if (path === '/v1/staff/ranking-comment') return { tenant, text: newKey().replaceAll(/\d/g, 'x') };
  // Hidden, so that the order of the questions makes no difference.
  if (path.endsWith('/publication')) return { jurisdiction: '42', name: '某省', public: false };
  if (path === '/v1/central/bounds') return { jurisdiction: '42', bounds: {} };
  if (path.includes('/departments')) return { tenant, name: `某局${newKey().slice(0, 8)}` };
  if (path.includes('/calendar')) return { tenant, year: 2026, holidays: {}, workdays: [] };
  return bodies[last] ?? {};
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
