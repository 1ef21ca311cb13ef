/** Mail through a real SMTP server, webhooks to a process of its own, both from the service as `npm start` runs it. */
import { fork, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { solveChallenge, type Challenge } from 'altcha-lib';
import { deriveKey } from 'altcha-lib/algorithms/sha';
import { freePort } from '../../scripts/processes.ts';
import { at } from '../../scripts/root.ts';
import { brokenServer, mailServer, type MailServer, type Taken } from './support/mail-server.ts';
import { startService, type Service } from './support/service.ts';
import { expect, test } from './support/test.ts';

test.describe.configure({ mode: 'serial' });

const minute = 60_000;
const unknown = 'nobody@example.org';
let state = '';
let service: Service;
let port = 0;
let mail: MailServer;
let receiver: ChildProcess;
let hooks = '';
let operator: Record<string, string>;
let coordinator: Record<string, string>;

test.beforeAll(async () => {
  test.setTimeout(180_000);
  state = await mkdtemp(join(tmpdir(), 'huixin-notify-'));
  port = await freePort();
  mail = await mailServer(port, [unknown]);
  receiver = fork(at('test/e2e/support/webhook-receiver.ts'), {
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
  });
  const [hookPort] = (await once(receiver, 'message')) as [number];
  hooks = `http://127.0.0.1:${hookPort}`;
  service = await startService({
    HUIXIN_STATE: state,
    HUIXIN_SMTP_URL: `smtp://127.0.0.1:${port}?tls=none`,
    HUIXIN_MAIL_FROM: 'box@letters.example.gov.cn',
    HUIXIN_PUBLIC_URL: '',
    HUIXIN_WEBHOOK_PRIVATE: '1',
  });
  const token = /^OPERATOR_TOKEN="?([^"\n]+)"?$/m.exec(readFileSync(join(state, 'secrets.env'), 'utf8'))![1]!;
  operator = { Authorization: `Bearer ${token}` };
  const created = await ask('/v1/central/tenants', operator, {
    slug: 'mailtown',
    name: '邮件县',
    jurisdiction: '420822',
    prefix: 'MAIL',
    departments: ['县住建局'],
    phone: '0724-1112223',
  });
  expect(created.status).toBe(201);
  const made = {
    email: 'c@mail.test',
    name: '周明',
    role: 'coordinator',
    tenant: 'mailtown',
    password: 'correct horse battery',
  };
  await ask('/v1/staff/members', operator, made);
  const signedIn = await ask(
    '/v1/auth/sign-in/email',
    { Origin: service.base },
    { email: made.email, password: made.password },
  );
  const Cookie = signedIn.headers
    .getSetCookie()
    .map((one) => one.split(';')[0])
    .join('; ');
  coordinator = { Cookie, Origin: service.base };
});

test.afterAll(async () => {
  await service.stop();
  await mail.stop();
  receiver.kill();
  await rm(state, { recursive: true, force: true });
});

const ask = (path: string, headers: Record<string, string>, json: unknown): Promise<Response> =>
  fetch(`${service.base}${path}`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json', ...headers },
    body: JSON.stringify(json),
  });

async function write(email: string): Promise<{ number: string; accessKey: string }> {
  const challenge = (await (
    await fetch(`${service.base}/v1/tenants/mailtown/challenge`)
  ).json()) as Challenge;
  const solution = await solveChallenge({ challenge, deriveKey });
  const answer = await ask(
    '/v1/tenants/mailtown/letters',
    { 'Idempotency-Key': crypto.randomUUID() + crypto.randomUUID() },
    {
      kind: 'help',
      title: '楼道灯坏了',
      body: '我们这栋楼的楼道灯坏了一个月，没有人修。',
      contact: { name: '某某', email },
      publish: false,
      challenge: Buffer.from(JSON.stringify({ challenge, solution })).toString('base64'),
    },
  );
  expect(answer.status).toBe(201);
  return (await answer.json()) as { number: string; accessKey: string };
}

async function give(number: string, command: string, json: unknown): Promise<void> {
  const answer = await ask(`/v1/staff/letters/${number}/${command}`, coordinator, json);
  expect(answer.status).toBe(200);
}

/** The clock's tick, at a time of our choosing: what is due by then is sent. */
async function tick(time = Date.now()): Promise<void> {
  const answer = await fetch(`${service.base}/cdn-cgi/handler/scheduled?cron=*+*+*+*+*&time=${time}`);
  await answer.arrayBuffer();
}

const takenFor = (email: string): Taken[] => mail.taken.filter(({ to }) => to.includes(email));
const header = ({ mail: { headers } }: Taken, name: string) => headers.find(({ key }) => key === name)?.value;

test('a mail program reads subject, sender, text and HTML as they were meant, and can stop the mail', async () => {
  const { number, accessKey } = await write('zhang@example.org');
  await give(number, 'accept', { department: 'd01' });
  const body = '您好！楼道灯已经修好。\n.\n..\nFrom 这一行\n如有问题请打 0724-1112224。';
  await give(number, 'reply', { type: 'final', body, outcome: 'resolved', phone: '0724-1112224' });
  await tick();
  const taken = takenFor('zhang@example.org');
  const titles = taken.map(({ mail: { subject } }) => subject).toSorted();
  expect(titles).toEqual(
    ['来信已受理', '来信已收到', '来信已答复'].map((title) => `邮件县：${title}（${number}）`).toSorted(),
  );
  const reply = taken.find(({ mail: { subject } }) => subject?.includes('来信已答复'))!;
  expect(reply.from).toBe('box@letters.example.gov.cn');
  expect(reply.mail.from).toMatchObject({ name: '邮件县信箱', address: 'box@letters.example.gov.cn' });
  expect(reply.mail.text).toContain(body.replaceAll(/^(?=.)/gm, '  '));
  expect(reply.mail.html).toContain('楼道灯已经修好');
  expect(reply.mail.html).not.toMatch(/<table|<img|<script|src=/);
  expect(header(reply, 'auto-submitted')).toBe('auto-generated');
  expect(header(reply, 'content-type')).toMatch(/^multipart\/alternative/);
  expect(header(reply, 'message-id')).toMatch(/^<[0-9a-z]{25}@letters\.example\.gov\.cn>$/);
  expect(reply.raw.split('\r\n').every((line) => line.length <= 998 && !line.includes('\n'))).toBe(true);
  expect(reply.raw.split('\r\n\r\n')[0]).toMatch(/^[\x20-\x7e\r\n\t]*$/);
  const everything = taken.map(({ raw, mail: { text, html } }) => `${raw}${text}${html}`).join();
  expect(everything).not.toContain(accessKey);
  expect(everything).not.toContain('没有人修');
  // One click is for https; the link in the message works everywhere.
  expect(header(reply, 'list-unsubscribe')).toBeUndefined();
  const stop = /http:\S+unsubscribe\S+/.exec(reply.mail.text!)![0];
  expect((await fetch(stop)).status).toBe(200);
  const stopped = await fetch(stop, {
    method: 'POST',
    headers: { Origin: service.base, 'Content-Type': 'application/x-www-form-urlencoded' },
    body: 'wish=letter',
  });
  expect(await stopped.text()).toContain('已经停了');
});

test('mail server down for an hour: everything arrives afterwards, once', async () => {
  test.setTimeout(120_000);
  const start = Date.now();
  await mail.stop();
  const before = mail.taken.length;
  const addresses = Array.from({ length: 8 }, (_, index) => `down${index}@example.org`);
  for (const address of addresses) await write(address);
  for (let time = 0; time <= 30; time += 6) await tick(start + time * minute);
  const broken = await brokenServer(port);
  for (let time = 36; time <= 60; time += 6) await tick(start + time * minute);
  await broken.stop();
  const down = mail.taken;
  mail = await mailServer(port, [unknown]);
  expect(down).toHaveLength(before);
  for (let time = 63; time <= 240 && mail.taken.length < addresses.length; time += 20)
    await tick(start + time * minute);
  await tick(start + 300 * minute);
  expect(mail.taken.flatMap(({ to }) => to).toSorted()).toEqual(addresses.toSorted());
  expect(new Set(mail.taken.map((taken) => header(taken, 'message-id'))).size).toBe(addresses.length);
});

test('a recipient nobody knows is a dead letter at once, and stands in the coordinator’s list', async () => {
  const { number } = await write(unknown);
  await tick();
  const answer = await fetch(`${service.base}/v1/staff/deliveries?state=dead`, { headers: coordinator });
  const { items } = (await answer.json()) as { items: unknown[] };
  expect(items).toMatchObject([{ number, kind: 'receipt', state: 'dead', note: 'smtp-550', attempts: 1 }]);
});

test('webhooks are verified by the library in another process; refused ones come again, the same', async () => {
  const made = await ask('/v1/staff/webhooks', coordinator, {
    url: `${hooks}/in`,
    events: ['letter.submitted'],
  });
  expect(made.status).toBe(201);
  const { id, secret } = (await made.json()) as { id: string; secret: string };
  const set = (status: number) =>
    fetch(`${hooks}/secret`, { method: 'POST', body: JSON.stringify({ secret, status }) });
  const got = async () =>
    (await (await fetch(`${hooks}/got`)).json()) as {
      verified: boolean;
      id: string;
      payload: { data: unknown };
    }[];
  await set(204);
  const tried = await ask(`/v1/staff/webhooks/${id}/test`, coordinator, {});
  expect(await tried.json()).toMatchObject({ ok: true, status: 204 });
  await set(503);
  const { number } = await write('hook@example.org');
  await tick();
  await set(200);
  await tick(Date.now() + 2 * minute);
  const [asked, first, second, ...more] = await got();
  expect(asked).toMatchObject({ verified: true, payload: { type: 'webhook.test' } });
  expect(first).toMatchObject({
    verified: true,
    payload: { type: 'letter.submitted', data: { number, tenant: 'mailtown' } },
  });
  expect(second).toEqual(first);
  expect(more).toEqual([]);
});

test('without TLS where it is required nothing is sent, and the log names nobody', async () => {
  await service.stop();
  // The same server, but now it would have to speak STARTTLS.
  service = await startService({
    HUIXIN_STATE: state,
    HUIXIN_SMTP_URL: `smtp://user:secret-word@127.0.0.1:${port}`,
    HUIXIN_MAIL_FROM: 'box@letters.example.gov.cn',
    HUIXIN_PUBLIC_URL: '',
  });
  coordinator = { ...coordinator, Origin: service.base };
  const sessions = mail.sessions;
  await write('plain@example.org');
  await tick();
  expect(mail.sessions).toBeGreaterThan(sessions);
  expect(takenFor('plain@example.org')).toEqual([]);
  const waiting = await fetch(`${service.base}/v1/staff/deliveries?state=pending`, { headers: coordinator });
  const { items } = (await waiting.json()) as { items: { kind: string; note: string }[] };
  // Nor is a private address called any more: the switch is off now.
  expect(items.map(({ kind, note }) => `${kind} ${note}`).toSorted()).toEqual([
    'letter.submitted address-refused',
    'receipt no-tls',
  ]);
  const log = await readFile(join(state, 'service.log'), 'utf8');
  expect(log).not.toMatch(/example\.org|某某|secret-word|楼道灯/);
});
