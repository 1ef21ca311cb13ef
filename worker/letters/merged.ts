/**
 * What a change of one letter does to those merged with it, in the same batch. A merge is recorded on both letters, so that
 * its target can't be answered, declined or merged away unseen while it happens: one of two such racers breaks an event key.
 */
import { decide, type Actor, type Command, type LetterEvent } from '../../core/index.ts';
import { now } from '../platform/clock.ts';
import { directory, shard, type Statement } from '../platform/d1.ts';
import type { Env } from '../platform/env.ts';
import { filesOf } from '../attachments/attachment.store.ts';
import type { Attached } from '../attachments/given-files.ts';
import type { EventRow, LetterRow, Texts } from '../schema/letters.ts';
import type { Tenant } from '../tenants/tenant.store.ts';
import { eventsIn, record } from './change.ts';
import * as store from './letter.store.ts';
import { policyOfLetter } from './policy.ts';

export interface Cause {
  env: Env;
  tenant: Tenant;
  row: LetterRow;
  past: readonly EventRow[];
  events: LetterEvent[];
  texts: Texts | null;
  /** That came with a reply. */
  files?: readonly Attached[] | undefined;
}

type Following = { ok: true; statements: Statement[] } | { ok: false; reason: 'conflict' };

const system: Actor = { role: 'system', id: null, departments: [] };
const none: Following = { ok: true, statements: [] };

export async function followingMerges(cause: Cause): Promise<Following> {
  const { events } = cause;
  const merged = events.findLast((event) => event.kind === 'merged');
  if (merged?.kind === 'merged') return joinTarget(cause, merged.into);
  const reply = events.findLast((event) => event.kind === 'replied' && event.type === 'final');
  if (reply?.kind === 'replied' && !reply.merged) {
    const { outcome, promisedFor } = reply;
    const files = cause.files ?? [];
    return toChildren(cause, {
      ...{ name: 'answer-merged', outcome: outcome!, promisedFor, files: files.length },
    });
  }
  const lost = events.some(
    ({ kind }) => kind === 'declined' || kind === 'marked_spam' || kind === 'withdrawn',
  );
  return lost ? toChildren(cause, { name: 'part' }) : none;
}

async function toChildren(cause: Cause, command: Command): Promise<Following> {
  const db = shard(cause.env, cause.tenant.shard);
  const children = await store.mergedInto(db, cause.tenant.slug, cause.row.id);
  const changes = await Promise.all(
    children.map(async (child) =>
      changeOf(cause, child, await store.eventsOf(db, cause.tenant.slug, child.id), command),
    ),
  );
  // A child that refuses has changed since it was listed.
  if (changes.includes(null)) return { ok: false, reason: 'conflict' };
  return { ok: true, statements: changes.flatMap((statements) => statements!) };
}

/**
 * The target records the merge; where it is answered already, the merged letter is answered at once. Both follow from one
 * reading of the target's record: what is written after it breaks the key of `joined`.
 */
async function joinTarget(cause: Cause, into: string): Promise<Following> {
  const { env, tenant, row, past, events } = cause;
  const db = shard(env, tenant.shard);
  const target = await store.findById(db, tenant.slug, into);
  if (!target) return { ok: false, reason: 'conflict' };
  const stored = await store.eventsOf(db, tenant.slug, into);
  const joined = await changeOf({ ...cause, texts: null, files: [] }, target, stored, { name: 'join' });
  if (!joined) return { ok: false, reason: 'conflict' };
  const answer = stored.findLast(({ data }) => data.kind === 'replied' && data.type === 'final');
  const stands = ['replied', 'closed'].includes(eventsIn(stored).letter.status);
  if (!stands || answer?.data.kind !== 'replied') return { ok: true, statements: joined };
  const { outcome, promisedFor } = answer.data;
  const files = answer.data.files ? await filesOf(db, tenant.slug, into) : [];
  const sent = files
    .filter(({ seq }) => seq === answer.seq)
    .map((file) => ({ ...file, from: 'merged' as const }));
  const command: Command = { name: 'answer-merged', outcome: outcome!, promisedFor, files: sent.length };
  // The merge itself is part of the same batch, and comes before its answer.
  const merged = events.map((data) => ({ ...past[0]!, seq: data.seq, data, texts: null }));
  const own = await changeOf(
    { ...cause, texts: answer.texts, files: sent },
    row,
    [...past, ...merged],
    command,
  );
  return own ? { ok: true, statements: [...joined, ...own] } : { ok: false, reason: 'conflict' };
}

/** @param past the letter's record; @returns null where the rules refuse */
async function changeOf(
  { env, tenant, texts, files = [] }: Cause,
  row: LetterRow,
  past: readonly EventRow[],
  command: Command,
): Promise<Statement[] | null> {
  const policy = await policyOfLetter(directory(env), tenant, row.ruleVersion);
  const decision = decide(eventsIn(past).letter, command, system, now(), policy);
  if (!decision.ok) return null;
  const db = shard(env, tenant.shard);
  const shared = files.map(({ id, sha256 }) => ({ id, sha256, from: 'merged' as const }));
  const change = { tenant, row, past, events: decision.events, texts, policy, files: shared };
  return (await record(db, change)).statements;
}
