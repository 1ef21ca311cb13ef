/**
 * A letter comes in. The order is the design: the idempotency key is looked up before proof of work and rate, so that a
 * retry never fails for reasons of its own; letter, first event, facts, spent challenge and idempotency row are one batch.
 * If we crash before it, nothing is there and the retry starts anew; after it, the retry finds the key and gets the same answer.
 */
import type { SubmittedLetter } from '../../contract/letters.ts';
import type { Channel } from '../../contract/vocabulary.ts';
import { dayOf, decide, factsOf, replay, type Actor, type LetterEvent } from '../../core/index.ts';
import { checkProof } from '../intake/challenge.ts';
import { waitSeconds } from '../platform/limits.ts';
import { now } from '../platform/clock.ts';
import { base32, keyed, randomId, sha256 } from '../platform/crypto.ts';
import { commit, shard, type Statement } from '../platform/d1.ts';
import type { Env } from '../platform/env.ts';
import type { Tenant } from '../tenants/tenant.store.ts';
import { deriveAccessKey, hashAccessKey, randomAccessKey } from './access-key.ts';
import { sealContact } from './contact.ts';
import { project } from './letter.row.ts';
import * as store from './letter.store.ts';
import { policyOf } from './policy.ts';
import { toRows } from './record.ts';

export type Content = Pick<SubmittedLetter, 'kind' | 'department' | 'title' | 'body' | 'contact' | 'publish'>;

export type Submitted =
  | { ok: true; number: string; accessKey: string; event: LetterEvent; replayed: boolean }
  | {
      ok: false;
      reason:
        | 'idempotency_mismatch'
        | 'challenge_invalid'
        | 'challenge_expired'
        | 'challenge_spent'
        | 'too_many_requests'
        | 'contact_required'
        | 'unknown_department';
      retryAfter?: number;
    };

export interface Submission {
  env: Env;
  tenant: Tenant;
  idempotencyKey: string;
  content: Content;
  channel: Channel;
  /** What stands for the work done: a solved challenge, or a hosted form's single-use token. */
  proof: { kind: 'challenge'; answer: string } | { kind: 'form'; token: string; expiresAt: number };
  address: string;
}

export async function submit(submission: Submission): Promise<Submitted> {
  const { env, tenant, content } = submission;
  const db = shard(env, tenant.shard);
  const keyHash = await sha256(`idempotency\u0000${submission.idempotencyKey}`);
  const bodyHash = await sha256(canonical(content));
  const replayed = await replayOf(submission, keyHash, bodyHash);
  if (replayed) return replayed;

  if (tenant.contactRequired && !content.contact?.phone && !content.contact?.email)
    return { ok: false, reason: 'contact_required' };
  const proof = await prove(submission);
  if (!proof.ok) return proof;
  const wait = await waitSeconds(
    env,
    submission.proof.kind === 'form' ? 'hosted' : 'submit',
    submission.address,
  );
  if (wait > 0) return { ok: false, reason: 'too_many_requests', retryAfter: wait };

  const accessKey = await deriveAccessKey(env, tenant.slug, submission.idempotencyKey);
  const id = await letterIdOf(env, tenant.slug, submission.idempotencyKey);
  const created = await newLetter({
    env,
    tenant,
    id,
    content,
    channel: submission.channel,
    actor: writer,
    at: now(),
    accessKey,
  });
  if (!created.ok) return created;
  const committed = await commit(db, [
    created.insert,
    ...created.statements,
    store.insertIdempotency(db, {
      tenant: tenant.slug,
      keyHash,
      bodyHash,
      letterId: id,
      createdAt: created.event.at,
    }),
    store.spendChallenge(db, proof.signature, proof.expiresAt),
  ]);
  if (committed.ok) {
    const [rows] = committed.results as [{ number: string }[]];
    return { ok: true, number: rows[0]!.number, accessKey, event: created.event, replayed: false };
  }
  // A twin with the same key was first, whichever of its rows we met.
  const twin = await replayOf(submission, keyHash, bodyHash);
  if (twin) return twin;
  if (committed.violated === 'challenge') return { ok: false, reason: 'challenge_spent' };
  throw new Error(`submission refused by ${committed.violated}`);
}

const writer: Actor = { role: 'writer', id: null, departments: [] };

/** Deterministic, so that twins with one key collide whatever else differs. */
async function letterIdOf(env: Env, tenant: string, idempotencyKey: string): Promise<string> {
  return base32(await keyed(env.ACCESS_KEY_SECRET, `letter:${tenant}`, idempotencyKey), 25).toLowerCase();
}

/** Compared without the challenge: a retry may carry a new one. */
function canonical({ kind, department, title, body, contact, publish }: Content): string {
  return JSON.stringify([
    kind,
    department ?? null,
    title,
    body,
    contact?.name || '',
    contact?.phone || '',
    contact?.email || '',
    publish,
  ]);
}

async function replayOf(
  submission: Submission,
  keyHash: string,
  bodyHash: string,
): Promise<Submitted | null> {
  const { env, tenant } = submission;
  const db = shard(env, tenant.shard);
  const known = await store.findIdempotency(db, tenant.slug, keyHash);
  if (!known) return null;
  if (known.bodyHash !== bodyHash) return { ok: false, reason: 'idempotency_mismatch' };
  const [row, events] = await Promise.all([
    store.findById(db, tenant.slug, known.letterId),
    store.eventsOf(db, tenant.slug, known.letterId),
  ]);
  const accessKey = await deriveAccessKey(env, tenant.slug, submission.idempotencyKey);
  return { ok: true, number: row!.number, accessKey, event: events[0]!.data, replayed: true };
}

async function prove({ env, tenant, proof }: Submission) {
  if (proof.kind === 'challenge') return checkProof(env, tenant.slug, proof.answer);
  return {
    ok: true as const,
    signature: await sha256(`form\u0000${proof.token}`),
    expiresAt: proof.expiresAt,
  };
}

interface Birth {
  env: Env;
  tenant: Tenant;
  id: string;
  content: Content;
  channel: Channel;
  actor: Actor;
  at: number;
  accessKey: string;
}

type Born =
  | { ok: true; event: LetterEvent; insert: Statement; statements: Statement[] }
  | { ok: false; reason: 'unknown_department' };

/** The statements that bring a letter into being; the caller adds what makes it safe to repeat, and commits. */
export async function newLetter({
  env,
  tenant,
  id,
  content,
  channel,
  actor,
  at,
  accessKey,
}: Birth): Promise<Born> {
  const db = shard(env, tenant.shard);
  const policy = policyOf(tenant);
  const command = {
    name: 'submit',
    kind: content.kind,
    department: content.department ?? null,
    consent: content.publish,
    channel,
  } as const;
  const decision = decide(null, command, actor, at, policy);
  if (!decision.ok) return { ok: false, reason: 'unknown_department' };
  const { events } = decision;
  const row = {
    id,
    tenant: tenant.slug,
    year: Number(dayOf(at, tenant.timeZone).slice(0, 4)),
    externalId: null,
    title: content.title,
    body: content.body,
    contact: await sealContact(env, tenant, id, content.contact),
    keyHash: await hashAccessKey(accessKey),
    publicTitle: null,
    publicBody: null,
    publicReply: null,
    searchId: null,
    ...project(replay(events), events, policy),
  };
  const eventRows = await toRows(
    id,
    tenant.slug,
    events,
    null,
    JSON.stringify([content.title, content.body]),
  );
  return {
    ok: true,
    event: events[0]!,
    insert: store.insertLetter(db, tenant.prefix, row),
    statements: [
      ...store.insertEvents(db, eventRows),
      store.putFacts(db, tenant.slug, id, at, factsOf(events)),
      store.insertOutbox(db, tenant.slug, 'letter', id, 1, at),
    ],
  };
}

/** A letter entered by staff from the counter, the phone or paper (代登记): same number, clock and receipt. */
export async function register(
  env: Env,
  tenant: Tenant,
  content: Content,
  channel: Channel,
  actor: Actor,
): Promise<Submitted> {
  const db = shard(env, tenant.shard);
  const accessKey = randomAccessKey();
  const born = await newLetter({
    env,
    tenant,
    id: randomId(),
    content,
    channel,
    actor,
    at: now(),
    accessKey,
  });
  if (!born.ok) return born;
  const committed = await commit(db, [born.insert, ...born.statements]);
  if (!committed.ok) throw new Error(`registration refused by ${committed.violated}`);
  const [rows] = committed.results as [{ number: string }[]];
  return { ok: true, number: rows[0]!.number, accessKey, event: born.event, replayed: false };
}
