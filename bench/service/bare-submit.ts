/**
 * A letter by hand: the service's reads, its cryptography and its one batch of six rows. The rows are as wide as the
 * service's; their deadlines skip week-ends and know no holidays.
 */
import type { D1Database } from '@cloudflare/workers-types';
import { verifySolution, type Challenge, type Solution } from 'altcha-lib';
import { deriveKey } from 'altcha-lib/algorithms/sha';
import type { Context } from 'hono';
import { findTenant, timeOf, type Rules } from './bare-feed.ts';
import { cache, digestHex, hex, hmac, type Bare } from './bare-platform.ts';

interface Letter {
  kind: string;
  title: string;
  body: string;
  publish: boolean;
  challenge: string;
}

interface Payment {
  challenge: Challenge;
  solution: Solution;
}

/** Crypto: two HMACs and one derivation inside the library, as the service asks it. */
async function verify(
  c: Context<Bare>,
  letter: Letter,
): Promise<{ signature: string; expiresAt: number } | null> {
  const { challenge, solution } = JSON.parse(atob(letter.challenge)) as Payment;
  const { verified } = await verifySolution({
    challenge,
    solution,
    deriveKey,
    hmacSignatureSecret: c.env.CHALLENGE_SECRET,
    hmacKeySignatureSecret: `key:${c.env.CHALLENGE_SECRET}`,
  });
  if (!verified) return null;
  return { signature: challenge.signature!, expiresAt: challenge.parameters.expiresAt! * 1000 };
}

/** D1: one batch of one counter. Crypto: one HMAC of the address. */
async function countRate(c: Context<Bare>): Promise<number> {
  const address = c.req.header('cf-connecting-ip') ?? '';
  const bucket = hex((await hmac(c.env.CHALLENGE_SECRET, `rate:submit\u0000${address}`)).slice(0, 16));
  const sql = `INSERT INTO rate (bucket, minute, count) VALUES (?, ?, 1)
    ON CONFLICT (bucket, minute) DO UPDATE SET count = count + 1 RETURNING count`;
  const minute = Math.floor(Date.now() / 60_000);
  const [counted] = await c.env.DIRECTORY.batch([c.env.DIRECTORY.prepare(sql).bind(bucket, minute)]);
  return (counted!.results[0] as { count: number }).count;
}

/** D1: four reads, the counter, one batch of six rows. Cache: the version is dropped. Crypto: besides the above, one digest. */
export async function submit(c: Context<Bare>): Promise<Response> {
  const slug = c.req.param('tenant')!;
  const { DIRECTORY, LETTERS_0 } = c.env;
  const { tenant } = await findTenant(DIRECTORY, slug);
  const origin = c.req.header('origin') ?? '';
  const allowed = 'SELECT origin FROM origin WHERE tenant = ? AND origin = ?';
  if (!(await DIRECTORY.prepare(allowed).bind(slug, origin).first())) return c.body(null, 403);
  const letter = await c.req.json<Letter>();
  const key = c.req.header('idempotency-key') ?? '';
  const keyHash = await digestHex('SHA-256', `idempotency\u0000${key}`);
  const known = 'SELECT body_hash, letter_id, created_at FROM idempotency WHERE tenant = ? AND key_hash = ?';
  if (await LETTERS_0.prepare(known).bind(slug, keyHash).first()) return c.body(null, 409);
  const paid = await verify(c, letter);
  if (!paid) return c.body(null, 400);
  if ((await countRate(c)) > 1e9) return c.body(null, 429);
  const made = await make(c, slug, tenant, letter, key);
  const statements = [insertLetter(LETTERS_0, made), ...insertRest(LETTERS_0, made, keyHash, paid)];
  const [inserted] = await LETTERS_0.batch(statements);
  await cache().delete(`https://bare.invalid/version/${slug}`);
  const { number } = inserted!.results[0] as { number: string };
  c.header('Cache-Control', 'no-store');
  return c.json(receiptOf(made, number, c.env.HUIXIN_PUBLIC_URL), 201);
}

type Made = Awaited<ReturnType<typeof make>>;

/** Crypto: an HMAC for the access key and one for the body, a digest of the access key and one that commits to the text. */
async function make(
  c: Context<Bare>,
  slug: string,
  { prefix, rules }: { prefix: string; rules: Rules },
  letter: Letter,
  key: string,
) {
  const { kind, title, body, publish } = letter;
  const at = Date.now();
  const accessKey = accessKeyOf(await hmac(c.env.ACCESS_KEY_SECRET, `access:${slug}\u0000${key}`));
  const same = JSON.stringify([kind, null, title, body, '', '', '', publish]);
  const salt = hex(crypto.getRandomValues(new Uint8Array(16)));
  return {
    slug,
    prefix,
    rules,
    id: crypto.randomUUID().replaceAll('-', '').slice(0, 25),
    at,
    letter,
    acceptBy: dueAfter(at, rules.acceptDays),
    replyBy: dueAfter(at, rules.replyDays[kind]!),
    accessKey,
    accessHash: await digestHex('SHA-256', `access-key\u0000${accessKey.replaceAll('-', '')}`),
    bodyHash: hex(await hmac(c.env.ACCESS_KEY_SECRET, `body\u0000${same}`)),
    salt,
    commitment: await digestHex('SHA-256', `${salt}\u0000${JSON.stringify([title, body])}`),
  };
}

const DAY = 86_400_000;
const SHANGHAI = 28_800_000;

interface Due {
  day: string;
  before: number;
  provisional: boolean;
}

function dueAfter(at: number, days: number): Due {
  let day = Math.floor((at + SHANGHAI) / DAY);
  for (let left = days; left > 0;) {
    day += 1;
    // The first day of the epoch was a Thursday.
    if ((day + 4) % 7 > 0 && (day + 4) % 7 < 6) left -= 1;
  }
  const text = new Date(day * DAY).toISOString().slice(0, 10);
  return { day: text, before: (day + 1) * DAY - SHANGHAI, provisional: false };
}

function accessKeyOf(bytes: Uint8Array): string {
  const chars = Array.from(bytes.slice(0, 20), (byte) => '0123456789ABCDEFGHJKMNPQRSTVWXYZ'[byte & 31]);
  return chars.join('').replace(/(.{4})(?=.)/g, '$1-');
}

function insertLetter(db: D1Database, { slug, prefix, id, at, letter, acceptBy, replyBy, accessHash }: Made) {
  const year = new Date(at + SHANGHAI).getUTCFullYear();
  const next = '(SELECT coalesce(max(serial), 0) + 1 FROM letter WHERE tenant = ?2 AND year = ?3)';
  const sql = `INSERT INTO letter (id, tenant, year, serial, number, kind, status, channel, title, body, key_hash, consent,
      received_at, rule_version, seq, round, due_at, next_at, provisional, contested, objected, drafted, promise_done,
      release, to_publish, endorsements, answers, answers_not)
    VALUES (?1, ?2, ?3, ${next}, printf('%s-%04d-%06d', ?4, ?3, ${next}), ?5, 'submitted', 'widget', ?6, ?7, ?8, ?9,
      ?10, 1, 1, 1, ?11, ?12, 0, 0, 0, 0, 0, 'none', 0, 0, 0, 0) RETURNING number`;
  const { kind, title, body, publish } = letter;
  const times = [at, acceptBy.before, replyBy.before + 5 * DAY];
  return db
    .prepare(sql)
    .bind(id, slug, year, prefix, kind, title, body, accessHash, Number(publish), ...times);
}

function insertRest(
  db: D1Database,
  made: Made,
  keyHash: string,
  paid: { signature: string; expiresAt: number },
) {
  const { slug, id, at, bodyHash, salt } = made;
  const [event, facts] = [JSON.stringify(eventOf(made)), JSON.stringify(factsOf(made))];
  return [
    db
      .prepare(
        "INSERT INTO event (letter_id, seq, tenant, at, kind, data, salt) VALUES (?, 1, ?, ?, 'submitted', ?, ?)",
      )
      .bind(id, slug, at, event, salt),
    db
      .prepare('INSERT INTO facts (tenant, received_at, letter_id, facts) VALUES (?, ?, ?, ?)')
      .bind(slug, at, id, facts),
    db
      .prepare(
        "INSERT INTO outbox (tenant, topic, letter_id, seq, attempts, due_at) VALUES (?, 'letter', ?, 1, 0, ?)",
      )
      .bind(slug, id, at),
    db
      .prepare(
        'INSERT INTO idempotency (tenant, key_hash, body_hash, letter_id, created_at) VALUES (?, ?, ?, ?, ?)',
      )
      .bind(slug, keyHash, bodyHash, id, at),
    db
      .prepare('INSERT INTO spent_challenge (signature, expires_at) VALUES (?, ?)')
      .bind(paid.signature, paid.expiresAt),
  ];
}

function eventOf({ at, letter, rules, acceptBy, replyBy, commitment }: Made) {
  const anchor = new Date(at + SHANGHAI).toISOString().slice(0, 10);
  const clock = {
    unit: 'working',
    anchor,
    budget: rules.replyDays[letter.kind],
    used: 0,
    stoppedOn: null,
    due: replyBy,
  };
  return {
    kind: 'submitted',
    letterKind: letter.kind,
    department: null,
    consent: letter.publish,
    channel: 'widget',
    ruleVersion: rules.version,
    acceptBy,
    clock,
    seq: 1,
    at,
    role: 'writer',
    actor: null,
    commitment,
  };
}

function factsOf({ at, acceptBy, replyBy }: Made) {
  const received = Math.floor(at / 1000);
  return {
    received,
    holders: [[0, null]],
    acceptBy: [[0, acceptBy.before / 1000 - received]],
    rounds: [[[0, replyBy.before / 1000 - received]]],
  };
}

function receiptOf({ slug, at, acceptBy, replyBy, accessKey }: Made, number: string, origin: string) {
  return {
    number,
    accessKey,
    status: 'submitted',
    receivedAt: timeOf(at),
    acceptBy: timeOf(acceptBy.before - 1000),
    replyBy: timeOf(replyBy.before - 1000),
    provisional: false,
    url: `${origin}/s/${slug}/letters/${number}`,
    receipt: null,
  };
}
