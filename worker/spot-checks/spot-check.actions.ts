/**
 * Spot checks are opened, drawn, scored and closed here. The row that opens one names its scope, its period, and the public value that
 * will decide; then one tenant after the other brings the numbers of its replied letters, a share at a time: in the call that opens
 * it, in its repetition, and in the job. When all have, the list and its hash stand. The value becomes known later than that, or the
 * check has lapsed; it is entered once, and draws.
 *
 * If we crash: before the first commit there is nothing; between parts there are those of whole tenants, and the next run goes on;
 * before the list stands its parts, and the next run hashes the same; a draw, a score and a result are one commit each.
 */
import { sha256 as newHash } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';
import type { OpenSpotCheck, SpotCheckScore } from '../../contract/spot-checks.ts';
import {
  addDays,
  dayOf,
  drawSample,
  mayClose,
  mayDraw,
  mayScore,
  populationText,
  seedCharsMin,
  seedOf,
  startOfDay,
  withScore,
  type Digest,
  type SpotCheckRefusal,
} from '../../core/index.ts';
import { now } from '../platform/clock.ts';
import { sha256 } from '../platform/crypto.ts';
import { commit, directory, shard } from '../platform/d1.ts';
import type { Env } from '../platform/env.ts';
import type { SpotCheckRow } from '../schema/spot-checks.ts';
import { findTenant, insertAudit, listTenants } from '../tenants/tenant.store.ts';
import { numbersIn } from './population.store.ts';
import { resultOf, standingOf } from './read.actions.ts';
import { reviewersFor } from './reviewer.store.ts';
import * as samples from './sample.store.ts';
import * as store from './spot-check.store.ts';

/** What one call or one run of the job goes through at most; a tenant that was begun is finished. */
const share = { tenants: 40, letters: 20_000 };
const secondMs = 1000;

/** What can't be of what was asked for. */
export type OpenFault =
  | { path: 'to'; code: 'before_from' | 'in_future' }
  | { path: 'drawAt'; code: 'in_past' }
  | { path: 'reviewers'; code: 'same_reviewer' | 'unknown_reviewer' }
  | { path: 'value'; code: 'seed_short' };

export type Refusal =
  | { ok: false; reason: 'not_found' | 'idempotency_mismatch' | SpotCheckRefusal }
  | { ok: false; reason: 'bad_request'; fault: OpenFault };
type Done = { ok: true } | Refusal;

const refused = (reason: 'not_found' | 'idempotency_mismatch' | SpotCheckRefusal) =>
  ({ ok: false, reason }) as const;
const faulty = (fault: OpenFault) => ({ ok: false, reason: 'bad_request', fault }) as const;

const digest: Digest = (text) => bytesToHex(newHash(utf8ToBytes(text)));

/** @param key of the call: repeating it goes on with the same check, and opens no second */
export async function openSpotCheck(
  env: Env,
  request: OpenSpotCheck,
  actor: string,
  key: string,
): Promise<{ ok: true; id: string } | Refusal> {
  const db = directory(env);
  const id = (await sha256(`spot-check\u0000${actor}\u0000${key}`)).slice(0, 32);
  if (!(await store.findSpotCheck(db, id))) {
    const begun = await begin(env, request, actor, id);
    if (!begun.ok) return begun;
  }
  const stored = (await store.findSpotCheck(db, id))!;
  if (JSON.stringify(stored.request) !== JSON.stringify(request)) return refused('idempotency_mismatch');
  await gather(env, stored);
  return { ok: true, id };
}

async function begin(env: Env, request: OpenSpotCheck, actor: string, id: string): Promise<Done> {
  const { scope, from, to, size, source, reviewers } = request;
  const db = directory(env);
  const under = (await listTenants(db, scope.jurisdiction)).map(({ tenant }) => tenant);
  const wanted = scope.tenants && new Set(scope.tenants);
  const tenants = wanted ? under.filter(({ slug }) => wanted.has(slug)) : under;
  const [first] = tenants;
  if (!first || (wanted && tenants.length < wanted.size)) return refused('not_found');
  const { timeZone } = first;
  // Whole seconds, as the figures' own times are: "before" means the same for both.
  const openedAt = Math.floor(now() / secondMs) * secondMs;
  const drawAt = Date.parse(request.drawAt);
  const today = dayOf(openedAt, timeZone);
  if (to < from) return faulty({ path: 'to', code: 'before_from' });
  if (to > today) return faulty({ path: 'to', code: 'in_future' });
  if (drawAt <= now()) return faulty({ path: 'drawAt', code: 'in_past' });
  if (reviewers[0] === reviewers[1]) return faulty({ path: 'reviewers', code: 'same_reviewer' });
  const known = new Set((await reviewersFor(db, scope.jurisdiction)).map((one) => one.id));
  if (!reviewers.every((one) => known.has(one)))
    return faulty({ path: 'reviewers', code: 'unknown_reviewer' });
  const { jurisdiction } = scope;
  const year = Number(today.slice(0, 4));
  const note = { at: openedAt, userId: actor, tenant: null, action: 'spot-check-opened', subject: id };
  const row = {
    ...{ id, jurisdiction, year, request, from, to, timeZone, size, source, drawAt, reviewers },
    ...{ openedBy: actor, openedAt },
  };
  await commit(db, [...store.insertSpotCheck(db, row, tenants), insertAudit(db, note)]);
  return { ok: true };
}

/** Takes the list of a check one share further; when every tenant has brought its letters, it stands. */
async function gather(env: Env, check: SpotCheckRow): Promise<void> {
  if (check.frozenAt !== null) return;
  const db = directory(env);
  const left = (await store.tenantsOf(db, check.id)).filter(({ counted }) => counted === null);
  let letters = 0;
  for (const [at, { tenant: slug }] of left.entries()) {
    if (at >= share.tenants || letters >= share.letters) return;
    const { numbers, read } = await numbersOfTenant(env, slug, check);
    await commit(db, store.insertNumbers(db, check.id, slug, numbers));
    letters += read;
  }
  const list = populationText(await store.allNumbers(db, check.id));
  const population = list === '' ? 0 : list.split('\n').length - 1;
  const populationHash = digest(list);
  await commit(db, [store.freezeList(db, check.id, { frozenAt: now(), population, populationHash })]);
}

/** As of when the check was opened, whenever it is read: late, twice, or after the job was killed. */
async function numbersOfTenant(env: Env, slug: string, { from, to, openedAt }: SpotCheckRow) {
  const tenant = (await findTenant(directory(env), { slug }))!;
  const start = (day: string) => startOfDay(day, tenant.timeZone);
  const window = { from: start(from), before: start(addDays(to, 1)), known: openedAt };
  return numbersIn(shard(env, tenant.shard), slug, window);
}

/** What the job does each minute: those that nobody has gone on with, the oldest first. One that fails keeps no other waiting. */
export async function gatherPending(env: Env): Promise<number> {
  const pending = await store.pendingSpotChecks(directory(env), 3);
  for (const check of pending) {
    try {
      await gather(env, check);
    } catch (error) {
      const { name } = error as Error;
      console.error(
        JSON.stringify({ level: 'error', job: 'gather-spot-checks', check: check.id, error: name }),
      );
    }
  }
  return pending.length;
}

/** Draws the sample by the public value, once and for all. */
export async function drawSpotCheck(env: Env, id: string, value: string, actor: string): Promise<Done> {
  const db = directory(env);
  const check = (await store.findSpotCheck(db, id))!;
  const reason = mayDraw(await standingOf(db, check), now());
  if (reason) return refused(reason);
  const seed = seedOf(value);
  if (seed.length < seedCharsMin) return faulty({ path: 'value', code: 'seed_short' });
  const tenants = new Map<string, string>();
  let sample: string[] = [];
  for (const { tenant } of await store.tenantsOf(db, id)) {
    const numbers = await store.numbersOf(db, id, tenant);
    sample = drawSample(seed, [...sample, ...numbers], check.size, digest);
    for (const number of numbers) tenants.set(number, tenant);
  }
  const items = sample.map((number) => ({ number, tenant: tenants.get(number)! }));
  const at = now();
  const note = { at, userId: actor, tenant: null, action: 'spot-check-drawn', subject: id };
  const row = { value, drawnAt: at, drawnBy: actor };
  const done = await commit(db, [...samples.insertDraw(db, id, row, items), insertAudit(db, note)]);
  return done.ok ? { ok: true } : refused('already_drawn');
}

export async function scoreLetter(
  env: Env,
  id: string,
  ordinal: number,
  said: SpotCheckScore,
  actor: string,
): Promise<Done> {
  const db = directory(env);
  const check = (await store.findSpotCheck(db, id))!;
  if (!check.reviewers.includes(actor)) return refused('not_a_reviewer');
  const reason = mayScore(await standingOf(db, check));
  if (reason) return refused(reason);
  if (ordinal < 1 || ordinal > check.drawn) return refused('not_found');
  const key = { checkId: id, ordinal, reviewer: actor };
  await commit(db, [samples.putScore(db, key, withScore(said), now())]);
  return { ok: true };
}

export async function closeSpotCheck(env: Env, id: string, actor: string): Promise<Done> {
  const db = directory(env);
  const check = (await store.findSpotCheck(db, id))!;
  const reason = mayClose(await standingOf(db, check));
  if (reason) return refused(reason);
  const at = now();
  const note = { at, userId: actor, tenant: null, action: 'spot-check-closed', subject: id };
  const result = (await resultOf(db, check))!;
  await commit(db, [
    store.closeSpotCheck(db, id, { closedAt: at, closedBy: actor, result }),
    insertAudit(db, note),
  ]);
  return { ok: true };
}
