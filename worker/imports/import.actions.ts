/**
 * Letters and notices of another system. The rules replay each history with its own times; a row is one batch, keyed by
 * its external id, so that a file can be imported again after any interruption. Nothing is published, notified or escalated.
 */
import type { ImportResult } from '../../contract/imports.ts';
import {
  dayOf,
  decide,
  evolve,
  factsOf,
  isOpen,
  replay,
  type Actor,
  type Command,
  type Letter,
  type LetterEvent,
  type Policy,
  type ReplySign,
} from '../../core/index.ts';
import { randomAccessKey, hashAccessKey } from '../letters/access-key.ts';
import { sealContact } from '../letters/contact.ts';
import { project } from '../letters/letter.row.ts';
import * as letters from '../letters/letter.store.ts';
import { policyOf } from '../letters/policy.ts';
import { toRows } from '../letters/record.ts';
import { printReplies } from '../near-copies/near-copy.store.ts';
import { insertNotice, noticesAmong } from '../notices/notice.store.ts';
import { now } from '../platform/clock.ts';
import { randomId } from '../platform/crypto.ts';
import { commit, commitTo, shard, type Statement } from '../platform/d1.ts';
import type { Env } from '../platform/env.ts';
import type { EventRow, Texts } from '../schema/letters.ts';
import type { Tenant } from '../tenants/tenant.store.ts';
import { signsOf } from './check-replies.ts';
import { checkLetters, checkNotices, type LetterHistory } from './check-rows.ts';

const importer: Actor = { role: 'import', id: null, departments: [] };

export interface Call {
  dryRun: boolean;
  line: number;
  rows: readonly unknown[];
}

/** @param again whether this is the second try, after somebody imported the same rows at the same time */
export async function importLetters(
  env: Env,
  tenant: Tenant,
  call: Call,
  again = false,
): Promise<ImportResult> {
  const db = shard(env, tenant.shard);
  const policy = policyOf(tenant);
  const { rows, errors } = checkLetters(tenant, call.rows, call.line, now());
  const histories = rows.map((row, index) => ({
    row,
    told: errors.length > 0 ? null : tell(row, policy),
    line: call.line + index,
  }));
  for (const { told, line } of histories)
    if (typeof told === 'string') errors.push({ line, column: 'row', reason: told });
  if (errors.length > 0 || call.dryRun) return { written: 0, skipped: 0, errors };
  const known = await letters.importedAmong(
    db,
    tenant.slug,
    rows.map((row) => row.external_id),
  );
  let written = 0;
  // Rows of one call go together, in parts that stay below the database's limits on a batch.
  const fresh = histories.filter(({ row }) => !known.has(row.external_id));
  for (let at = 0; at < fresh.length; at += 20) {
    const part = fresh.slice(at, at + 20);
    const signs = await signsOf(
      db,
      tenant.slug,
      part.map(({ row }) => row),
    );
    const statements = await Promise.all(
      part.map(({ row }, index) => {
        // The same history once more: what the check found is no ground to refuse it.
        const told = tell(row, policy, signs[index]) as Told[];
        return toStatements(env, tenant, row, told, policy);
      }),
    );
    const committed = await commitTo(env, tenant, statements.flat());
    // Somebody imports the same file at the same time: what they wrote counts as there.
    if (!committed.ok && committed.violated === 'external' && !again)
      return importLetters(env, tenant, call, true);
    if (!committed.ok) throw new Error(`import refused by ${committed.violated}`);
    written += part.length;
  }
  if (written > 0) await commit(db, [letters.insertOutbox(db, tenant.slug, 'letter', null, null, now())]);
  return { written, skipped: rows.length - fresh.length, errors };
}

interface Told {
  event: LetterEvent;
  texts: Texts | null;
}

/** The history of a row as events, or why the rules refuse it. */
function tell(row: LetterHistory, policy: Policy, signs: ReplySign[][] = []): Told[] | string {
  const told: Told[] = [];
  let letter: Letter | null = null;
  for (const { at, command, texts } of stepsOf(row, signs)) {
    const decision = decide(letter, command, importer, at, policy);
    if (!decision.ok)
      return `${command.name} at ${dayOf(at, policy.timeZone)} is refused: ${decision.reason}`;
    decision.events.forEach((event, index) => told.push({ event, texts: index === 0 ? texts : null }));
    letter = decision.events.reduce<Letter | null>(evolve, letter);
  }
  return told;
}

interface Step {
  at: number;
  command: Command;
  texts: Texts | null;
}

/** @param signs what the reply check found in the final reply of each round */
function stepsOf(row: LetterHistory, signs: ReplySign[][]): Step[] {
  const steps: Step[] = [
    {
      at: row.receivedAt,
      command: {
        name: 'submit',
        kind: row.kind,
        department: row.department,
        consent: row.publish,
        channel: 'import',
      },
      texts: null,
    },
  ];
  const first = row.rounds[0]?.repliedAt ?? null;
  const acceptedAt = row.acceptedAt ?? row.interimAt ?? first;
  if (acceptedAt !== null && row.department !== null) {
    steps.push({ at: acceptedAt, command: { name: 'accept', department: row.department }, texts: null });
  }
  if (row.interimAt !== null) {
    steps.push({
      at: row.interimAt,
      command: { name: 'reply', type: 'interim', outcome: null, promisedFor: null },
      texts: { body: '' },
    });
  }
  for (const [round, { repliedAt, reply, outcome, rating }] of row.rounds.entries()) {
    steps.push({
      at: repliedAt,
      command: { name: 'reply', type: 'final', outcome, promisedFor: null, flags: signs[round] ?? [] },
      texts: { body: reply },
    });
    if (rating) {
      const { at, level, solved } = rating;
      steps.push({
        at,
        command: { name: 'rate', level, solved, scores: { result: null, attitude: null, speed: null } },
        texts: null,
      });
    }
  }
  return steps;
}

async function toStatements(
  env: Env,
  tenant: Tenant,
  row: LetterHistory,
  told: Told[],
  policy: Policy,
): Promise<Statement[]> {
  const db = shard(env, tenant.shard);
  const id = randomId();
  const events = told.map(({ event }) => event);
  const letter = replay(events);
  const letterText = JSON.stringify([row.title, row.body]);
  const eventRows: EventRow[] = (
    await Promise.all(
      told.map(({ event, texts }) =>
        toRows(id, tenant.slug, [event], texts, event.kind === 'submitted' ? letterText : undefined),
      ),
    )
  ).flat();
  const contact = { name: row.name, phone: row.phone, email: row.email };
  return [
    letters.insertLetter(db, tenant.prefix, {
      id,
      tenant: tenant.slug,
      year: Number(dayOf(row.receivedAt, tenant.timeZone).slice(0, 4)),
      externalId: row.external_id,
      title: row.title,
      body: row.body,
      contact: await sealContact(env, tenant, id, contact),
      // Nobody holds this key: the writer gets one at the counter.
      keyHash: await hashAccessKey(randomAccessKey()),
      publicTitle: null,
      publicBody: null,
      publicReply: null,
      searchId: null,
      ...project(letter, events, policy),
    }),
    ...letters.insertEvents(db, eventRows),
    ...told.flatMap(({ event, texts }) => printReplies(db, tenant.slug, id, [event], texts?.body)),
    letters.putFacts(db, tenant.slug, id, row.receivedAt, factsOf(events)),
    // Nobody hears of it, but the centre's list of what is overdue.
    ...(isOpen(letter) ? [letters.insertOutbox(db, tenant.slug, 'letter', id, null, now())] : []),
  ];
}

export async function importNotices(
  env: Env,
  tenant: Tenant,
  call: Call,
  again = false,
): Promise<ImportResult> {
  const db = shard(env, tenant.shard);
  const { rows, errors } = checkNotices(tenant, call.rows, call.line, now());
  if (errors.length > 0 || call.dryRun) return { written: 0, skipped: 0, errors };
  const known = await noticesAmong(
    db,
    tenant.slug,
    rows.map(({ externalId }) => externalId),
  );
  // The same notice twice in one file is one notice.
  const unique = new Map(rows.map((row) => [row.externalId, row]));
  const fresh = [...unique.values()].filter(({ externalId }) => !known.has(externalId));
  const committed = await commitTo(
    env,
    tenant,
    fresh.map((row) => insertNotice(db, { id: randomId(), tenant: tenant.slug, ...row })),
  );
  if (!committed.ok && committed.violated === 'external' && !again)
    return importNotices(env, tenant, call, true);
  if (!committed.ok) throw new Error(`import refused by ${committed.violated}`);
  return { written: fresh.length, skipped: rows.length - fresh.length, errors };
}
