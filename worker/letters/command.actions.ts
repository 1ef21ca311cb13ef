/**
 * Every later change of a letter, by whomever: read its record, let the rules decide, write what happened in one batch.
 * Events are keyed (letter, seq): of two racers the second breaks the key, and its whole batch is undone.
 */
import {
  decide,
  type Actor,
  type Command,
  type CommandOf,
  type Letter,
  type Refusal,
} from '../../core/index.ts';
import { now } from '../platform/clock.ts';
import { commitTo, directory, shard, type Database, type Statement } from '../platform/d1.ts';
import type { Env } from '../platform/env.ts';
import { filesOf, type LetterFile } from '../attachments/attachment.store.ts';
import type { Attached } from '../attachments/given-files.ts';
import type { EventRow, LetterRow, Texts } from '../schema/letters.ts';
import type { Tenant } from '../tenants/tenant.store.ts';
import { carryNow } from '../hand-over/carry.ts';
import { eventsIn, record, type Columns } from './change.ts';
import * as store from './letter.store.ts';
import { followingMerges } from './merged.ts';
import type { Checked } from '../near-copies/check-reply.ts';
import { policyOfLetter } from './policy.ts';
import { changedSince, harmless } from './version.ts';

export interface Given {
  env: Env;
  tenant: Tenant;
  row: LetterRow;
  command: Command;
  actor: Actor;
  /** The tenant the actor acts for, where another one holds the letter. */
  holder?: Tenant | null;
  texts?: Texts | null;
  /** Columns the command sets beside what its events say. */
  columns?: (past: readonly EventRow[]) => Columns;
  /** The letter's version as whoever decides saw it, where they say: what changed since refuses the command. */
  version?: number | undefined;
  /** When it took effect, where time itself does it and somebody noticed later. */
  at?: number;
  /** Files that come with it, looked up already. */
  files?: readonly Attached[];
  /** Files of the letter that are released with it. */
  released?: readonly LetterFile[];
  /** Looks through the text that is about to go out, a draft's where it is approved. What it finds goes on record. */
  check?: (letter: Letter, texts: Texts | null) => Promise<Checked>;
  /** Statements that stand or fall with the command. */
  with?: Statement[];
}

export type Outcome =
  | { ok: true; letter: Letter }
  | Extract<Checked, { ok: false }>
  | {
      ok: false;
      reason:
        | Refusal
        | 'conflict'
        | 'letter_changed'
        | 'already_done'
        | 'challenge_spent'
        | 'file_gone'
        | 'file_used'
        | 'placeholder_left'
        | 'unknown_tenant';
    };

const looks = new Set<Command['name']>(['view-contact', 'view-file']);
const attemptsMax = 5;

/** Tries again where only readers, or this reader's own like, came between. */
export async function give(given: Given): Promise<Outcome> {
  const db = shard(given.env, given.tenant.shard);
  let past = await store.eventsOf(db, given.tenant.slug, given.row.id);
  for (let attempt = 1; ; attempt++) {
    if (changedSince(past, given.version)) return { ok: false, reason: 'letter_changed' };
    const outcome = await giveOnce(given, past);
    if (outcome.ok || outcome.reason !== 'conflict' || attempt === attemptsMax) return outcome;
    const fresh = await store.eventsOf(db, given.tenant.slug, given.row.id);
    const between = fresh.slice(past.length);
    const again =
      given.actor.role === 'reader' ||
      looks.has(given.command.name) ||
      between.every(({ data }) => harmless.has(data.kind));
    // Nothing new on this letter: the conflict was on another one that changes with it.
    if (!again || between.length === 0) return outcome;
    past = fresh;
  }
}

async function giveOnce(given: Given, past: EventRow[]): Promise<Outcome> {
  const { env, tenant, row } = given;
  const db = shard(env, tenant.shard);
  const policy = await policyOfLetter(directory(env), tenant, row.ruleVersion, given.holder);
  const before = eventsIn(past);
  const at = given.at ?? now();
  const asked = decide(before.letter, given.command, given.actor, at, policy);
  if (!asked.ok) return asked;
  if (asked.events.length === 0) return { ok: true, letter: before.letter };
  const texts = given.command.name === 'approve' ? draftTexts(past) : (given.texts ?? null);
  const checked = await given.check?.(before.letter, texts);
  if (checked && !checked.ok) return checked;
  const command = { ...given.command, ...checked?.signs };
  const decision = checked ? decide(before.letter, command, given.actor, at, policy) : asked;
  if (!decision.ok) return decision;
  const own = given.columns?.(past);
  const files = given.command.name === 'approve' ? await draftFiles(db, tenant, past) : given.files;
  const { released } = given;
  const { events } = decision;
  const change = await record(db, { tenant, row, past, events, texts, policy, own, files, released });
  const others = await followingMerges({ env, tenant, row, past, events, texts, files });
  if (!others.ok) return others;
  const committed = await commitTo(env, tenant, [
    ...change.statements,
    ...others.statements,
    ...(given.with ?? []),
  ]);
  if (committed.ok) {
    if (row.handedOver || change.letter.tenant !== null) await carryNow(env, tenant, row.id);
    return { ok: true, letter: change.letter };
  }
  const reasons = {
    reader: 'already_done',
    challenge: 'challenge_spent',
    file: 'file_used',
    reference: 'file_gone',
  } as const;
  return { ok: false, reason: reasons[committed.violated as keyof typeof reasons] ?? 'conflict' };
}

/** A reply that waited for sign-off goes out as it was drafted. */
function draftTexts(past: readonly EventRow[]): Texts | null {
  return past.findLast(({ kind }) => kind === 'drafted')?.texts ?? null;
}

async function draftFiles(db: Database, tenant: Tenant, past: readonly EventRow[]): Promise<Attached[]> {
  const drafted = past.findLast(({ kind }) => kind === 'drafted');
  if (drafted?.data.kind !== 'drafted' || !drafted.data.files) return [];
  const files = await filesOf(db, tenant.slug, drafted.letterId);
  return files
    .filter(({ seq }) => seq === drafted.seq)
    .map(({ id, sha256 }) => ({ id, sha256, from: 'draft' as const }));
}

const system: Actor = { role: 'system', id: null, departments: [] };

/** Lets time act on one letter; the sweep's only step. */
export async function elapse(env: Env, tenant: Tenant, id: string): Promise<Outcome | null> {
  const row = await store.findById(shard(env, tenant.shard), tenant.slug, id);
  if (!row) return null;
  return give({ env, tenant, row, command: { name: 'elapse' }, actor: system });
}

/** Counts a letter's deadlines again, as of the moment the calendar changed; the recount's only step. */
export const recompute = (env: Env, tenant: Tenant, id: string, at: number): Promise<Outcome | null> =>
  insist(env, tenant, id, { name: 'recompute' }, at);

/** Gives a letter to the department that took over, as of the moment it did. @param holder another tenant, whose department it is */
export const succeed = (
  env: Env,
  tenant: Tenant,
  id: string,
  command: CommandOf<'succeed'>,
  at: number,
  holder: Tenant | null = null,
): Promise<Outcome | null> => insist(env, tenant, id, command, at, holder);

/** Whoever came between has decided by what is new, but not changed what it is about: so it is tried again. */
async function insist(
  env: Env,
  tenant: Tenant,
  id: string,
  command: Command,
  at: number,
  holder: Tenant | null = null,
): Promise<Outcome | null> {
  const actor = holder ? { ...system, tenant: holder.slug } : system;
  const row = await store.findById(shard(env, tenant.shard), tenant.slug, id);
  if (!row) return null;
  for (let attempt = 1; ; attempt++) {
    const outcome = await give({ env, tenant, row, command, actor, holder, at });
    if (outcome.ok || outcome.reason !== 'conflict' || attempt === attemptsMax) return outcome;
  }
}
