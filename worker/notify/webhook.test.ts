import { Webhook } from 'standardwebhooks';
import { afterEach, describe, expect, it, vi } from 'vitest';
import type { Problem } from '../../contract/errors.ts';
import type { Attempt, NewWebhook } from '../../contract/webhooks.ts';
import { webhookPayload } from '../../contract/webhooks.ts';
import { runJobs } from '../jobs/run.ts';
import { aMember, aTenant, call, send, testEnv } from '../test/app.ts';
import { at, day, deliveriesOf, give, hour } from '../test/notify.ts';
import { faultOf } from './webhook-url.ts';

afterEach(() => {
  vi.restoreAllMocks();
});

interface Got {
  url: string;
  headers: Record<string, string>;
  body: string;
  redirect: string | undefined;
}

/** The other side: answers what it is told to, and keeps what it got. */
function receiver(answer: () => Response | Promise<Response> = () => new Response(null, { status: 204 })) {
  const got: Got[] = [];
  vi.spyOn(globalThis, 'fetch').mockImplementation(async (input, init) => {
    const headers = Object.fromEntries(new Headers(init!.headers as HeadersInit));
    got.push({ url: String(input), headers, body: String(init!.body), redirect: init!.redirect });
    return answer();
  });
  return got;
}

async function aWebhook(more: Record<string, unknown> = {}) {
  const tenant = await aTenant();
  const coordinator = await aMember('coordinator', tenant);
  const made = await call('/v1/staff/webhooks', {
    headers: coordinator,
    json: { url: 'https://hooks.example.com/in', ...more },
  });
  if (made.status !== 201) throw new Error(await made.text());
  const webhook = await made.json<NewWebhook>();
  const path = `/v1/staff/webhooks/${webhook.id}`;
  const ask = async <T>(method: string, end: string) =>
    (await call(`${path}${end}`, { method, headers: coordinator })).json<T>();
  return { tenant, coordinator, webhook, ask };
}

const tick = (time = Date.now()) => runJobs(testEnv, time);

describe('a webhook', () => {
  it('is told each event once, signed as the specification says, without texts or persons', async () => {
    const got = receiver();
    const { tenant, coordinator, webhook } = await aWebhook();
    const { number, accessKey } = await send(tenant, {
      title: '秘密的标题',
      body: '我叫张三丰，电话 13800009999，想问档案的事。',
      contact: { name: '张三丰', phone: '13800009999', email: 'zhang@example.org' },
    });
    await give(number, coordinator, 'accept', { department: 'd01' });
    await give(number, coordinator, 'note', { body: '内部的话' });
    const reply = { type: 'final', body: '答复的正文在这里，请看。', outcome: 'explained' };
    await give(number, coordinator, 'reply', reply);
    await Promise.all([tick(), tick()]);
    await tick();
    const payloads = got.map(({ body, headers }) => new Webhook(webhook.secret).verify(body, headers));
    const types = payloads.map((payload) => webhookPayload.parse(payload).type);
    expect(types.toSorted()).toEqual(['letter.accepted', 'letter.replied', 'letter.submitted']);
    expect(
      payloads.find((payload) => (payload as { type: string }).type === 'letter.accepted'),
    ).toMatchObject({
      data: { tenant, number, status: 'accepted', kind: 'inquiry', department: 'd01', outcome: null },
    });
    const everything = JSON.stringify(got);
    for (const secret of ['秘密', '张三丰', '1380000', 'example.org', '档案', '内部', '正文', accessKey])
      expect(everything).not.toContain(secret);
    expect(got[0]!.headers['webhook-id']).toMatch(/^msg_[0-9a-z]+$/);
    expect(new Set(got.map(({ headers }) => headers['webhook-id'])).size).toBe(3);
    expect(got[0]!.redirect).toBe('manual');
  });

  it('is told only what it asked for', async () => {
    const got = receiver();
    const { tenant, coordinator } = await aWebhook({ events: ['letter.accepted'] });
    const { number } = await send(tenant);
    await give(number, coordinator, 'accept', { department: 'd01' });
    await tick();
    expect(got.map(({ body }) => (JSON.parse(body) as { type: string }).type)).toEqual(['letter.accepted']);
  });

  it('is tried ten times on the specification’s schedule, says the same each time, and is then disabled', async () => {
    const start = Date.now();
    at(start);
    const got = receiver(() => new Response('no', { status: 500 }));
    const { tenant, webhook, ask, coordinator } = await aWebhook();
    await send(tenant);
    const waits: number[] = [];
    for (let time = start; ;) {
      at(time);
      await tick();
      const row = (await deliveriesOf(tenant))[0]!;
      if (row.state !== 'pending') break;
      waits.push((row.due_at - time) / 1000);
      time = row.due_at;
    }
    const hours = [2, 5, 10, 14, 20, 24].map((count) => count * 3600);
    expect(waits).toEqual([5, 300, 1800, ...hours]);
    expect(got).toHaveLength(10);
    vi.restoreAllMocks();
    expect(new Set(got.map(({ body, headers }) => body + headers['webhook-id'])).size).toBe(1);
    expect(await deliveriesOf(tenant)).toMatchObject([{ state: 'dead', attempts: 10, note: 'http-500' }]);
    const { items } = await (
      await call('/v1/staff/webhooks', { headers: coordinator })
    ).json<{ items: { disabledFor: string }[] }>();
    expect(items).toMatchObject([{ id: webhook.id, disabledFor: 'failing' }]);
    // Switched on again, it is sent what it missed; meanwhile it is told nothing.
    const again = receiver();
    await send(tenant);
    await tick();
    expect(again).toEqual([]);
    await ask('POST', '/enable');
    await tick();
    expect(again).toHaveLength(1);
    expect(again[0]!.body).toBe(got[0]!.body);
  });

  it('is disabled at once by 410, and nothing more goes there', async () => {
    const got = receiver(() => new Response(null, { status: 410 }));
    const { tenant, coordinator, ask } = await aWebhook();
    const { number } = await send(tenant);
    await tick();
    await give(number, coordinator, 'accept', { department: 'd01' });
    await tick(Date.now() + hour);
    expect(got).toHaveLength(1);
    const [dead] = await deliveriesOf(tenant);
    expect(dead).toMatchObject({ state: 'dead', note: 'gone' });
    const again = await call(`/v1/staff/deliveries/${dead!.id}/redeliver`, {
      method: 'POST',
      headers: coordinator,
    });
    expect((await again.json<Problem>()).code).toBe('webhook_disabled');
    expect((await ask<{ items: Attempt[] }>('GET', '/attempts')).items).toMatchObject([
      { type: 'letter.submitted', attempt: 1, ok: false, status: 410, note: 'gone' },
    ]);
  });

  it('isn’t followed elsewhere, isn’t waited for beyond its time, and holds up no other', async () => {
    receiver(() => Response.redirect('http://169.254.169.254/latest', 302));
    const { tenant, ask } = await aWebhook();
    await send(tenant);
    await tick();
    vi.restoreAllMocks();
    expect((await ask<{ items: Attempt[] }>('GET', '/attempts')).items).toMatchObject([
      { ok: false, status: 302, note: 'redirect' },
    ]);
    const slow = receiver(() => Promise.reject(new DOMException('too late', 'TimeoutError')));
    const other = await aWebhook();
    for (let count = 0; count < 7; count++) await send(other.tenant);
    await tick();
    // The first five go out together; the others are held back, so that those behind them come first.
    expect(slow.filter(({ url }) => url.includes('hooks')).length).toBeLessThanOrEqual(6);
    expect((await other.ask<{ items: Attempt[] }>('GET', '/attempts')).items[0]).toMatchObject({
      status: null,
      note: 'timeout',
    });
  });

  it('signs with both secrets for a day after a change, then with the new one only', async () => {
    const start = Date.now();
    const got = receiver();
    const { tenant, webhook, ask, coordinator } = await aWebhook();
    const fresh = await ask<NewWebhook>('POST', '/rotate');
    expect(fresh.secret).not.toBe(webhook.secret);
    expect(fresh.oldSecretUntil).not.toBeNull();
    await send(tenant);
    await tick();
    for (const secret of [webhook.secret, fresh.secret])
      expect(() => new Webhook(secret).verify(got[0]!.body, got[0]!.headers)).not.toThrow();
    at(start + 25 * hour);
    await give((await send(tenant)).number, coordinator, 'accept', { department: 'd01' }).catch(
      () => undefined,
    );
    await tick();
    const last = got.at(-1)!;
    expect(last.headers['webhook-signature']!.split(' ')).toHaveLength(1);
    expect(() => new Webhook(fresh.secret).verify(last.body, last.headers)).not.toThrow();
    expect(() => new Webhook(webhook.secret).verify(last.body, last.headers)).toThrow();
  });

  it('can be tried, keeps a hundred calls in its log, and is gone with all that waits for it', async () => {
    const got = receiver();
    const { tenant, webhook, ask } = await aWebhook();
    expect(await ask<Attempt>('POST', '/test')).toMatchObject({
      ok: true,
      status: 204,
      type: 'webhook.test',
    });
    for (let count = 0; count < 103; count++) await ask('POST', '/test');
    expect((await ask<{ items: Attempt[] }>('GET', '/attempts')).items).toHaveLength(100);
    expect(new Webhook(webhook.secret).verify(got[0]!.body, got[0]!.headers)).toMatchObject({
      type: 'webhook.test',
    });
    vi.restoreAllMocks();
    const failing = receiver(() => new Response(null, { status: 503 }));
    await send(tenant);
    await tick();
    await ask('DELETE', '');
    await tick(Date.now() + day);
    expect(failing).toHaveLength(1);
    expect(await deliveriesOf(tenant)).toMatchObject([{ state: 'dropped', note: 'removed' }]);
  });

  it('sends what arrived once more where a coordinator asks for it', async () => {
    const got = receiver();
    const { tenant, coordinator } = await aWebhook();
    await send(tenant);
    await tick();
    const [sent] = await deliveriesOf(tenant);
    await call(`/v1/staff/deliveries/${sent!.id}/redeliver`, { method: 'POST', headers: coordinator });
    await tick();
    expect(got.map(({ headers }) => headers['webhook-id'])).toEqual(Array(2).fill(`msg_${sent!.id}`));
    expect(got[1]!.body).toBe(got[0]!.body);
  });

  it('keeps its secret sealed, and shows it once', async () => {
    const { webhook, coordinator } = await aWebhook();
    expect(webhook.secret).toMatch(/^whsec_[A-Za-z0-9+/]{43}=$/);
    const row = await testEnv.DIRECTORY.prepare('SELECT * FROM webhook WHERE id = ?')
      .bind(webhook.id)
      .first();
    const listed = await (await call('/v1/staff/webhooks', { headers: coordinator })).text();
    expect(JSON.stringify(row) + listed).not.toContain(webhook.secret.slice(6));
  });
});

describe('an address', () => {
  const refused: [string, string[]][] = [
    [
      'malformed',
      [
        '',
        'hooks.example.com',
        'ftp://a.example.com',
        'https://',
        'https://a.example.com/#x',
        'javascript:1',
      ],
    ],
    ['not-https', ['http://hooks.example.com/']],
    ['credentials', ['https://user:pass@hooks.example.com/', 'https://user@hooks.example.com/']],
    [
      'port',
      ['https://hooks.example.com:22/', 'https://hooks.example.com:8080/', 'https://hooks.example.com:80/'],
    ],
    [
      'private',
      [
        ...[
          'https://localhost/',
          'https://LOCALHOST./',
          'https://a.localhost/',
          'https://printer.local/',
          'https://db.internal/',
        ],
        ...['https://router.lan/', 'https://intranet/', 'https://nas.home.arpa/', 'https://letters.test/'],
        ...[
          'https://127.0.0.1/',
          'https://127.1/',
          'https://2130706433/',
          'https://0x7f000001/',
          'https://0177.0.0.1/',
        ],
        ...[
          'https://10.0.0.1/',
          'https://172.16.0.1/',
          'https://192.168.1.1/',
          'https://169.254.169.254/',
          'https://100.64.0.1/',
        ],
        ...[
          'https://0.0.0.0/',
          'https://[::1]/',
          'https://[fd00::1]/',
          'https://[fe80::1]/',
          'https://[::ffff:10.0.0.1]/',
        ],
        ...[
          'https://[64:ff9b::a00:1]/',
          'https://[::]/',
          'https://８.８.８.８/',
          'https://127。0。0。1/',
          'https://own.example.com/',
        ],
      ],
    ],
  ];

  it.each(refused)('is refused: %s', (fault, urls) => {
    const found = urls.map((url) => [url, faultOf(testEnv, url, 'https://own.example.com')]);
    expect(found).toEqual(urls.map((url) => [url, fault]));
  });

  it('is taken where it is a public name on https', () => {
    for (const url of [
      'https://hooks.example.com/in?x=1',
      'https://hooks.example.com:8443/',
      'https://短信.example.com/',
    ])
      expect(faultOf(testEnv, url, 'https://own.example.com')).toBeNull();
  });

  it('is judged again before each call, and told at its field when it is made', async () => {
    const got = receiver();
    const { tenant, webhook, coordinator } = await aWebhook();
    await testEnv.DIRECTORY.prepare("UPDATE webhook SET url = 'https://127.0.0.1/' WHERE id = ?")
      .bind(webhook.id)
      .run();
    await send(tenant);
    await tick();
    expect(got).toEqual([]);
    expect(await deliveriesOf(tenant)).toMatchObject([{ state: 'pending', note: 'address-refused' }]);
    const answer = await call('/v1/staff/webhooks', {
      headers: coordinator,
      json: { url: 'https://10.0.0.1/' },
    });
    expect(answer.status).toBe(400);
    expect((await answer.json<Problem>()).errors).toMatchObject([{ path: 'url', code: 'private' }]);
  });

  it('is one of ten at most', async () => {
    const { coordinator } = await aWebhook();
    const make = () =>
      call('/v1/staff/webhooks', { headers: coordinator, json: { url: 'https://hooks.example.com/' } });
    for (let count = 1; count < 10; count++) expect((await make()).status).toBe(201);
    expect((await (await make()).json<Problem>()).code).toBe('too_many_webhooks');
  });
});
