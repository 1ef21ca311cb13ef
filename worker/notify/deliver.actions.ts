/**
 * Sends what is due in a shard: at least once, never lost. Taking a delivery up counts the attempt and moves its next one behind a
 * lease, in one statement, so that two runs never have the same one. If we crash after that, or after the message left and before
 * that was written, it is tried again when the lease is over, under the same id.
 */
import { now } from '../platform/clock.ts';
import { commit, directory, shard, type Database } from '../platform/d1.ts';
import type { Env } from '../platform/env.ts';
import { mailerOf, type Mailer } from '../platform/mailer.ts';
import type { DeliveryRow } from '../schema/letters.ts';
import { findTenant, type Tenant } from '../tenants/tenant.store.ts';
import * as store from './delivery.store.ts';
import { attemptsKept, tell } from './hook.actions.ts';
import { compose } from './mail.actions.ts';
import { leaseMs, waitAfter } from './schedule.ts';
import * as webhooks from './webhook.store.ts';

/** Taken up together; the platform opens six connections at a time. */
const togetherMax = 5;
const roundsMax = 40;
/** The next minute takes the rest. */
const budgetMs = 40_000;
const holdMs = 60_000;

type Outcome =
  | { is: 'sent' }
  | { is: 'dropped'; note: string }
  /** `down`: the whole channel, for now. */
  | { is: 'failed'; note: string; final?: boolean; down?: boolean };

interface Run {
  env: Env;
  db: Database;
  /** The time of the clock's tick: what is due by then. */
  at: number;
  tenants: Map<string, Promise<Tenant | null>>;
  mailer: Mailer | null;
}

/** @returns how many attempts were made */
export async function deliverDue(env: Env, index: number, at: number): Promise<number> {
  const run: Run = { env, db: shard(env, index), at, tenants: new Map(), mailer: mailerOf(env) };
  // Where mail is off, what was to be sent waits until it is on again.
  const [mails, calls] = await Promise.all([run.mailer ? drain(run, 'mail') : 0, drain(run, 'webhook')]);
  return mails + calls;
}

async function drain(run: Run, channel: store.Channel): Promise<number> {
  const { db, at } = run;
  const started = now();
  let count = 0;
  for (let round = 0; round < roundsMax && now() - started < budgetMs; round++) {
    const claimed = await commit(db, [store.claim(db, channel, at, at + leaseMs, togetherMax)]);
    const rows = claimed.ok ? (claimed.results[0] as DeliveryRow[]) : [];
    const outcomes = await Promise.all(rows.map((row) => attemptOne(run, row)));
    count += rows.length;
    // Nobody is served by trying the others against a server that is down: their attempts are spared.
    if (rows.length < togetherMax || outcomes.some((outcome) => outcome.is === 'failed' && outcome.down))
      break;
  }
  return count;
}

async function attemptOne(run: Run, row: DeliveryRow): Promise<Outcome> {
  try {
    const known = run.tenants.get(row.tenant);
    const found = known ?? findTenant(directory(run.env), { slug: row.tenant });
    if (!known) run.tenants.set(row.tenant, found);
    const tenant = await found;
    if (!tenant) return await settle(run, row, { is: 'dropped', note: 'no-tenant' });
    return await (row.channel === 'mail' ? mail(run, tenant, row) : call(run, tenant, row));
  } catch (error) {
    const { name } = error as Error;
    const { channel, tenant } = row;
    console.error(JSON.stringify({ level: 'error', job: 'deliver', channel, tenant, error: name }));
    return settle(run, row, { is: 'failed', note: 'internal' });
  }
}

async function settle({ db, at }: Run, row: DeliveryRow, outcome: Outcome): Promise<Outcome> {
  const end = endOf(row, outcome);
  const note = outcome.is === 'sent' ? null : outcome.note;
  const wait = end === null ? waitAfter(row.channel, row.attempts)! : 0;
  await commit(db, [
    end === null ? store.tryAgain(db, row.id, note!, at + wait) : store.end(db, row.id, end, note, now()),
  ]);
  return outcome;
}

/** @returns null where it is tried again */
function endOf(row: DeliveryRow, outcome: Outcome): 'sent' | 'dropped' | 'dead' | null {
  if (outcome.is !== 'failed') return outcome.is;
  return outcome.final || waitAfter(row.channel, row.attempts) === null ? 'dead' : null;
}

async function mail(run: Run, tenant: Tenant, row: DeliveryRow): Promise<Outcome> {
  const composed = await compose(run.env, tenant, row);
  if ('dropped' in composed) return settle(run, row, { is: 'dropped', note: composed.dropped });
  const sent = await run.mailer!.send(composed.message);
  return settle(run, row, sent.ok ? { is: 'sent' } : { ...sent, is: 'failed' });
}

async function call(run: Run, tenant: Tenant, row: DeliveryRow): Promise<Outcome> {
  const { env, db, at } = run;
  const target = row.target!;
  const webhook = await webhooks.findWebhook(directory(env), tenant.slug, target);
  if (!webhook) return settle(run, row, { is: 'dropped', note: 'removed' });
  if (webhook.disabledAt !== null) return settle(run, row, { is: 'failed', note: 'disabled', final: true });
  const started = now();
  const called = await tell(env, tenant, webhook, row);
  if (!called) return settle(run, row, { is: 'dropped', note: 'no-letter' });
  const { note, status, ms } = called;
  const { id: deliveryId, kind, attempts: attempt } = row;
  const logged = { target, deliveryId, kind, attempt, at: started, status, ms, note };
  await commit(db, store.logAttempt(db, logged, attemptsKept));
  if (note === null) return settle(run, row, { is: 'sent' });
  const outcome = { is: 'failed', note, final: note === 'gone' } as const;
  if (endOf(row, outcome) !== null) await disable(run, target, note === 'gone' ? 'gone' : 'failing');
  else if (status === null) await commit(db, [store.holdBack(db, target, at, at + holdMs)]);
  return settle(run, row, outcome);
}

/** Nothing more goes there until a coordinator says so; what waited for it is listed as dead. */
async function disable({ env, db }: Run, target: string, reason: 'gone' | 'failing'): Promise<void> {
  await commit(directory(env), [webhooks.disable(directory(env), target, reason, now())]);
  await commit(db, [store.endAllOf(db, target, 'dead', 'disabled', now())]);
}

const day = 86_400_000;

/** What was sent is forgotten after a month, what found nobody after half a year. */
export async function forgetEnded(env: Env, index: number): Promise<void> {
  const db = shard(env, index);
  const counted = new Date(now() - 2 * day).toISOString().slice(0, 10);
  await commit(db, store.dropEnded(db, now() - 30 * day, now() - 180 * day, counted));
}
