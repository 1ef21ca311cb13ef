/**
 * Every later change of a letter, by whomever: read its record, let the rules decide, write what happened in one batch.
 * Events are keyed (letter, seq): of two racers the second breaks the key, and its whole batch is undone.
 */
import {
  decide,
  factsOf,
  replay,
  type Actor,
  type Command,
  type Decision,
  type Letter,
  type LetterEvent,
  type Policy,
  type Refusal,
} from '../../core/index.ts';
import { now } from '../platform/clock.ts';
import { commit, directory, shard, type Database, type Statement } from '../platform/d1.ts';
import type { Env } from '../platform/env.ts';
import type { EventRow, LetterRow, Texts } from '../schema/letters.ts';
import type { Tenant } from '../tenants/tenant.store.ts';
import { sideEffects } from './effects.ts';
import { project } from './letter.row.ts';
import * as store from './letter.store.ts';
import { policyOfLetter } from './policy.ts';
import { toRows } from './record.ts';

/** Columns a command sets beside what its events say: the released text, a new key. */
export type Columns = Partial<Pick<LetterRow, 'publicTitle' | 'publicBody' | 'publicReply' | 'keyHash'>>;

export interface Given {
  env: Env;
  tenant: Tenant;
  row: LetterRow;
  command: Command;
  actor: Actor;
  texts?: Texts | null;
  columns?: (past: readonly EventRow[]) => Columns;
  /** Statements that stand or fall with the command. */
  with?: Statement[];
}

export type Outcome =
  | { ok: true; letter: Letter }
  | { ok: false; reason: Refusal | 'conflict' | 'already_done' | 'challenge_spent' };

export async function give(given: Given): Promise<Outcome> {
  const { env, tenant, row } = given;
  const db = shard(env, tenant.shard);
  const past = await store.eventsOf(db, tenant.slug, row.id);
  const policy = await policyOfLetter(directory(env), tenant, row.ruleVersion);
  const decision = decide(replay(data(past)), given.command, given.actor, now(), policy);
  if (!decision.ok) return decision;
  if (decision.events.length === 0) return { ok: true, letter: replay(data(past)) };
  const texts = given.command.name === 'approve' ? draftTexts(past) : (given.texts ?? null);
  const change = await record(db, given, past, decision.events, texts, policy);
  const shared = await shareAnswer(given, change.letter, decision.events, texts, policy);
  const committed = await commit(db, [...change.statements, ...shared, ...(given.with ?? [])]);
  if (committed.ok) return { ok: true, letter: change.letter };
  const reasons = { reader: 'already_done', challenge: 'challenge_spent' } as const;
  return { ok: false, reason: reasons[committed.violated as keyof typeof reasons] ?? 'conflict' };
}

const data = (rows: readonly EventRow[]): LetterEvent[] => rows.map((row) => row.data);

/** A reply that waited for sign-off goes out as it was drafted. */
function draftTexts(past: readonly EventRow[]): Texts | null {
  return past.findLast(({ kind }) => kind === 'drafted')?.texts ?? null;
}

async function record(
  db: Database,
  given: Given,
  past: readonly EventRow[],
  events: LetterEvent[],
  texts: Texts | null,
  policy: Policy,
) {
  const { tenant, row } = given;
  const all = [...data(past), ...events];
  const letter = replay(all);
  const own = given.columns?.(past);
  const columns: Partial<LetterRow> = { ...project(letter, all, policy), ...own };
  const effects = sideEffects(db, tenant.slug, { ...row, ...columns }, events, now());
  const committed = own && JSON.stringify(own);
  const statements = [
    ...store.insertEvents(db, await toRows(row.id, tenant.slug, events, texts, committed)),
    store.updateLetter(db, tenant.slug, row.id, { ...columns, ...effects.columns }),
    store.putFacts(db, tenant.slug, row.id, row.receivedAt, factsOf(all)),
    ...effects.statements,
  ];
  return { letter, statements };
}

/** A final reply also answers the letters that were merged into this one; a letter merged into an answered one is answered. */
async function shareAnswer(
  given: Given,
  letter: Letter,
  events: LetterEvent[],
  texts: Texts | null,
  policy: Policy,
): Promise<Statement[]> {
  const { env, tenant, row, command } = given;
  const db = shard(env, tenant.shard);
  const reply = events.findLast((event) => event.kind === 'replied');
  if (reply?.kind === 'replied' && reply.type === 'final' && !reply.merged) {
    const children = await store.mergedInto(db, tenant.slug, row.id);
    const answered = await Promise.all(
      children.map((child) => answerMerged(given, child, [], letter, texts)),
    );
    return answered.flat();
  }
  if (command.name !== 'merge') return [];
  const target = await store.findById(db, tenant.slug, command.into);
  if (!target || (target.status !== 'replied' && target.status !== 'closed')) return [];
  const past = await store.eventsOf(db, tenant.slug, target.id);
  const answer = past.findLast(({ data }) => data.kind === 'replied' && data.type === 'final');
  return answerMerged(given, row, events, replay(data(past)), answer?.texts ?? null, policy);
}

async function answerMerged(
  given: Given,
  child: LetterRow,
  pending: LetterEvent[],
  target: Letter,
  texts: Texts | null,
  known?: Policy,
): Promise<Statement[]> {
  const { env, tenant } = given;
  const db = shard(env, tenant.shard);
  const past = await store.eventsOf(db, tenant.slug, child.id);
  const before = [...data(past), ...pending];
  const policy = known ?? (await policyOfLetter(directory(env), tenant, child.ruleVersion));
  const system: Actor = { role: 'system', id: null, departments: [] };
  const command = {
    name: 'answer-merged',
    outcome: target.outcome!,
    promisedFor: target.promise?.for ?? null,
  } as const;
  const decision: Decision = decide(replay(before), command, system, now(), policy);
  if (!decision.ok) return [];
  const all = [...before, ...decision.events];
  const rows = await toRows(child.id, tenant.slug, decision.events, null);
  return [
    ...store.insertEvents(
      db,
      rows.map((row) => (row.kind === 'replied' ? { ...row, texts } : row)),
    ),
    store.updateLetter(db, tenant.slug, child.id, project(replay(all), all, policy)),
    store.putFacts(db, tenant.slug, child.id, child.receivedAt, factsOf(all)),
  ];
}

/** Lets time act on one letter; the sweep's only step. */
export async function elapse(env: Env, tenant: Tenant, id: string): Promise<Outcome | null> {
  const row = await store.findById(shard(env, tenant.shard), tenant.slug, id);
  if (!row) return null;
  return give({
    env,
    tenant,
    row,
    command: { name: 'elapse' },
    actor: { role: 'system', id: null, departments: [] },
  });
}
