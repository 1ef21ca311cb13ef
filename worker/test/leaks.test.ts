/**
 * Issue 4: searching every byte of every answer and every log line for what was seeded finds it nowhere but where it belongs.
 * Letters full of private things live through every command (leaks-script.ts); everything anyone may read is crawled at
 * several moments (public-outputs.ts), and every operation is asked with private things in the wrong places.
 */
import { createExecutionContext } from 'cloudflare:test';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import {
  contactNeedles,
  contacts,
  internalNeedles,
  told,
  toldNeedles,
  toWriterNeedles,
} from '../../test/leaks/seeded.ts';
import { lookalikesIn, searchFor, type Needle } from '../../test/leaks/needles.ts';
import { app } from '../app.ts';
import { runJobs } from '../jobs/run.ts';
import type { Env } from '../platform/env.ts';
import { call, fromAnywhere, newKey, origin, solved, testEnv } from './app.ts';
import {
  aLetter,
  lastThings,
  longLife,
  Office,
  otherDoors,
  otherEnds,
  type Audience,
  type Kept,
} from './leaks-script.ts';
import { addressesOf, closedPatterns, outputs, type World } from './public-outputs.ts';

const office = new Office();
/** With mail into a table, as a demonstration keeps it. */
const mailing: Env = { ...testEnv, HUIXIN_DEMO: '1', HUIXIN_PUBLIC_URL: origin };
const calls: string[] = [];
let mails: Mail[] = [];
const lines: string[] = [];
/** Answers to requests that are wrong and full of private things. */
const refusals: Kept[] = [];
const day = 86_400_000;

interface Mail {
  recipient: string;
  subject: string;
  head: string;
  text: string;
  html: string;
}

async function crawl(): Promise<void> {
  const { tenant, numbers, files } = office;
  const world: World = { tenant, numbers, files, word: '路灯', cursors: [] };
  for (const [address] of addressesOf(world)) await office.ask('public', address);
  for (const pattern of closedPatterns)
    await office.ask('public', pattern.replace(':number', numbers[0]!).replaceAll(/:\w+|\*/g, tenant));
}

interface Described {
  paths: Record<string, Record<string, { parameters?: { name: string; in: string }[] }>>;
}

/** Every operation, as nobody and as staff, with a private thing wherever a caller may put something. */
async function askWrongly(): Promise<void> {
  const { paths } = await (await call('/openapi.json')).json<Described>();
  const secrets = Object.values(told);
  let at = 0;
  const one = () => secrets[at++ % secrets.length]!;
  for (const [path, methods] of Object.entries(paths)) {
    for (const [method, { parameters = [] }] of Object.entries(methods)) {
      for (const by of [{}, office.coordinator, { Authorization: `Letter ${office.keys[0]}` }]) {
        const inPath = path.replaceAll(/\{(\w+)\}/g, (_, name: string) =>
          name === 'tenant'
            ? office.tenant
            : encodeURIComponent(name === 'number' && at % 2 ? office.numbers[0]! : one()),
        );
        const query = parameters
          .filter((parameter) => parameter.in === 'query')
          .map(({ name }) => `${name}=${encodeURIComponent(one())}`);
        const fields = [
          'kind',
          'title',
          'body',
          'reason',
          'grounds',
          'department',
          'email',
          'level',
          'tenant',
          one(),
        ];
        const body = Object.fromEntries(fields.map((field) => [field, { [one()]: one() }]));
        const json =
          method === 'get'
            ? {}
            : { json: { ...body, contact: { email: one() }, rows: [{ [one()]: one() }] } };
        const answer = await call(`${inPath}?${query.join('&')}`, {
          method: method.toUpperCase(),
          headers: { ...by, ...fromAnywhere(), 'Idempotency-Key': newKey() },
          ...json,
        });
        const kept = {
          audience: 'public',
          request: `${method} ${path}`,
          status: answer.status,
          text: await answer.text(),
        };
        if (answer.status >= 400) refusals.push(kept as Kept);
      }
    }
  }
  for (const path of [`/x/${told.phone}`, `/s/${office.tenant}/${told.email}`, `/v1/letters/${told.id}/x`])
    await call(encodeURI(path), { headers: { Authorization: `Letter ${office.keys[0]}` } });
}

/** While the database is gone: whatever was asked fails, and must not be told to the log with the error. */
async function askWhileBroken(): Promise<void> {
  const gone = () => {
    throw new Error('D1_ERROR: Network connection lost.');
  };
  const statement = { bind: () => statement, all: gone, raw: gone, run: gone, first: gone };
  const database = { prepare: () => statement, batch: gone } as unknown as D1Database;
  const broken = { ...mailing, LETTERS_0: database };
  const challenge = await solved(office.tenant);
  const inTenant = `${origin}/v1/tenants/${office.tenant}/letters`;
  const number = encodeURIComponent(told.address);
  const form = new URLSearchParams({ number: office.numbers[0]!, key: office.keys[0]! });
  const requests = [
    new Request(`${inTenant}?q=${encodeURIComponent(told.id)}`),
    new Request(`${inTenant}/${number}`),
    new Request(inTenant, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json', 'Idempotency-Key': newKey(), ...fromAnywhere() },
      body: JSON.stringify({ ...aLetter, contact: contacts.online, challenge }),
    }),
    new Request(`${origin}/s/${office.tenant}/track`, {
      method: 'POST',
      headers: fromAnywhere(),
      body: form,
    }),
  ];
  for (const request of requests) {
    const answer = await app.fetch(request, broken, createExecutionContext());
    const kept = {
      audience: 'public',
      request: request.method,
      status: answer.status,
      text: await answer.text(),
    };
    refusals.push(kept as Kept);
    if (answer.status !== 500) throw new Error(`${request.url} was answered ${answer.status}`);
  }
  await runJobs(broken);
}

/** The jobs of some weeks of mornings: mail to writers and staff, calls of another system, what is late, what is over. */
async function mornings(): Promise<void> {
  const start = Date.parse('2026-01-05T09:00:00+08:00');
  const first = start + Math.ceil((Date.now() - start) / (7 * day)) * 7 * day;
  for (const days of [0, 1, 2, 7, 14, 30, 500]) {
    vi.spyOn(Date, 'now').mockReturnValue(first + days * day);
    await runJobs(mailing);
  }
  const columns = 'recipient, subject, head, text, html';
  mails = (await testEnv.DIRECTORY.prepare(`SELECT ${columns} FROM kept_mail`).all<Mail>()).results;
}

beforeAll(async () => {
  vi.stubGlobal('fetch', async (url: string, init: RequestInit) => {
    calls.push(`${url}\n${JSON.stringify(init.headers)}\n${init.body as string}`);
    return new Response(null, { status: 204 });
  });
  for (const method of ['log', 'info', 'warn', 'error', 'debug'] as const)
    vi.spyOn(console, method).mockImplementation(
      (...said: unknown[]) => void lines.push(said.map(String).join(' ')),
    );
  await office.open();
  await office.must('staff', '/v1/staff/webhooks', {
    headers: office.coordinator,
    json: { url: 'https://hooks.county.gov.cn/huixin' },
  });
  const letter = await longLife(office);
  await otherEnds(office);
  await otherDoors(office);
  await crawl();
  await askWrongly();
  await askWhileBroken();
  await runJobs(mailing);
  await lastThings(office, letter);
  await crawl();
  await mornings();
  await crawl();
}, 300_000);
afterAll(() => {
  vi.restoreAllMocks();
  vi.unstubAllGlobals();
});

const keyNeedles = (): Needle[] => office.keys.map((value, at) => ({ is: `access key ${at}`, value }));

/** Who may never read what. */
const forbidden: Record<Audience, () => Needle[]> = {
  public: () => [...contactNeedles, ...toldNeedles, ...internalNeedles, ...toWriterNeedles, ...keyNeedles()],
  writer: () => [
    ...contactNeedles,
    ...internalNeedles.filter(({ is }) => !/: (transfer|contactErasure)$/.test(is)),
    ...keyNeedles(),
  ],
  staff: () => [...contactNeedles, ...keyNeedles()],
  key: () => [...contactNeedles, ...internalNeedles],
  contact: () => [...toldNeedles, ...internalNeedles, ...keyNeedles()],
};

function leaksIn(kept: readonly Kept[], needles: Needle[]): string[] {
  const search = searchFor(needles);
  return [...new Set(kept.flatMap(({ request, text }) => search(text).map((leak) => `${request}: ${leak}`)))];
}

describe('of what was seeded', () => {
  it.each(Object.keys(forbidden) as Audience[])('no answer to %s holds what isn’t theirs', (audience) => {
    const kept = office.kept.filter((one) => one.audience === audience);
    expect(kept.length).toBeGreaterThan(0);
    expect(leaksIn(kept, forbidden[audience]())).toEqual([]);
  });

  it('everything is found where it belongs: the search can see', () => {
    const found = (audience: Audience, needles: readonly Needle[]) => {
      const search = searchFor(needles);
      const all = office.kept.filter((one) => one.audience === audience).flatMap(({ text }) => search(text));
      return needles.filter(({ is }) => all.some((leak) => leak.startsWith(is)));
    };
    const online = contactNeedles.filter(({ is }) => is.startsWith('online'));
    expect(found('contact', online)).toEqual(online);
    expect(found('staff', toldNeedles)).toEqual(toldNeedles);
    const shown = internalNeedles.filter(({ is }) => !is.endsWith(': spam'));
    expect(found('staff', shown)).toEqual(shown);
    expect(found('key', keyNeedles())).toEqual(keyNeedles());
  });

  it('what anyone may read holds nothing that looks like a key, a mobile number or an ID number', () => {
    const kept = office.kept.filter(({ audience }) => audience === 'public');
    expect(kept.length).toBeGreaterThan(3 * Object.keys(outputs).length);
    expect(kept.some(({ text }) => text.includes('路灯已经修好'))).toBe(true);
    const leaks = kept.flatMap(({ request, text }) =>
      lookalikesIn(text).map((leak) => `${request}: ${leak}`),
    );
    expect(leaks).toEqual([]);
  });

  it('no refusal repeats what was asked', () => {
    expect(refusals.length).toBeGreaterThan(100);
    expect(leaksIn(refusals, [...toldNeedles, ...contactNeedles, ...keyNeedles()])).toEqual([]);
  });

  const whole = ({ subject, head, text, html }: Mail) => [subject, head, text, html].join('\n');
  const ofWriters = new Set<string>(Object.values(contacts).map(({ email }) => email));

  it('no mail to staff holds any of it', () => {
    const theirs = mails.filter(({ recipient }) => !ofWriters.has(recipient));
    expect(theirs.length).toBeGreaterThan(3);
    expect(theirs.flatMap((mail) => searchFor(forbidden.public())(whole(mail)))).toEqual([]);
    expect(theirs.flatMap((mail) => lookalikesIn(whole(mail)))).toEqual([]);
  });

  it('no mail to a writer holds a key, another’s details, or what staff said among themselves', () => {
    const theirs = mails.filter(({ recipient }) => ofWriters.has(recipient));
    expect(theirs.length).toBeGreaterThan(10);
    for (const mail of theirs) {
      const others = contactNeedles.filter(({ value }) => value !== mail.recipient);
      const needles = [...others, ...internalNeedles, ...keyNeedles()];
      expect(searchFor(needles)(whole(mail))).toEqual([]);
    }
  });

  it('no call of a webhook holds any of it, or anything like it', () => {
    expect(calls.length).toBeGreaterThan(20);
    const all = calls.join('\n');
    expect(searchFor(forbidden.public())(all)).toEqual([]);
    expect(lookalikesIn(all)).toEqual([]);
  });

  it('no line of the log holds any of it, or anything like it', () => {
    const log = lines.join('\n');
    const of = (level: string) => lines.filter((line) => line.startsWith(`{"level":"${level}"`)).length;
    expect(of('info')).toBeGreaterThan(300);
    expect(of('error')).toBeGreaterThan(4);
    expect(searchFor([...forbidden.public(), { is: 'a title', value: aLetter.title }])(log)).toEqual([]);
    expect(lookalikesIn(log)).toEqual([]);
  });
});
