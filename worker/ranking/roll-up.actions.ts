/**
 * Keeps the centre's roll-ups: counts what has changed in a shard, and copies the sums it changed to the directory. What a
 * letter adds is kept beside it in the batch that adds it, so it is added once however often a run is repeated, overtaken or
 * killed; copies are of whole sums with their version, so that copying twice, or late, is copying once.
 */
import {
  addDays,
  addSums,
  dayOf,
  NO_DEPARTMENT,
  nextShareAt,
  shareOf,
  startOfDay,
  type Sums,
} from '../../core/index.ts';
import { now } from '../platform/clock.ts';
import { commit, directory, shard, type Database, type Statement } from '../platform/d1.ts';
import type { Env } from '../platform/env.ts';
import { forgetRankings } from './ranking-version.ts';
import * as store from './roll-up.store.ts';

/** One pass reads so many letters and notices; a run makes so many passes. */
const lettersMax = 500;
const passesMax = 8;
const copiesMax = 100;
const dayMs = 86_400_000;

/** @returns how many letters and notices were counted */
export async function rollUpShard(env: Env, index: number): Promise<number> {
  const at = now();
  const { counted, complete } = await count(env, index, at);
  await copy(env, index);
  // Only now: whoever reads the time finds all that happened before it. If we crash earlier, the time stays the old one.
  if (complete) await commit(directory(env), [store.keepAsOf(directory(env), index, at)]);
  return counted;
}

async function count(env: Env, index: number, at: number): Promise<{ counted: number; complete: boolean }> {
  const db = shard(env, index);
  const failed = new Set<string>();
  let counted = 0;
  for (let pass = 0; pass < passesMax; pass++) {
    let last = await store.turnOf(db);
    const except = [...failed];
    const letters = await store.lettersToCount(db, at, except, lettersMax);
    const notices = await store.noticesToCount(db, at, except, lettersMax);
    const due = byTenant(letters, notices);
    const known = await store.tenantsNamed(directory(env), [...due.keys()]);
    const zones = new Map(known.map(({ slug, timeZone }) => [slug, timeZone]));
    for (const [slug, own] of due) {
      try {
        const zone = zones.get(slug);
        const turn = Math.max(last + 1, at);
        const changes = zone
          ? await changesOf(db, { slug, zone, at, turn }, own)
          : later(db, slug, own, at + dayMs);
        const committed = await commit(db, [...store.takeTurn(db, { after: last, turn }), ...changes]);
        // Another run is at it: it counts what we would have.
        if (!committed.ok) return { counted, complete: false };
        last = turn;
        counted += own.letters.length + own.notices.length;
      } catch (error) {
        failed.add(slug);
        const { name } = error as Error;
        console.error(JSON.stringify({ level: 'error', job: 'roll-up', tenant: slug, error: name }));
      }
    }
    if (letters.length < lettersMax && notices.length < lettersMax)
      return { counted, complete: failed.size === 0 };
  }
  return { counted, complete: false };
}

interface Due {
  letters: store.LetterToCount[];
  notices: store.NoticeToCount[];
}

function byTenant(letters: store.LetterToCount[], notices: store.NoticeToCount[]): Map<string, Due> {
  const due = new Map<string, Due>();
  const dueOf = (slug: string) => {
    const own = due.get(slug) ?? { letters: [], notices: [] };
    due.set(slug, own);
    return own;
  };
  for (const letter of letters) dueOf(letter.tenant).letters.push(letter);
  for (const notice of notices) dueOf(notice.tenant).notices.push(notice);
  return due;
}

/** Of a tenant that the directory doesn't know (one of the databases is older than the other): looked at again in a day. */
function later(db: Database, slug: string, { notices }: Due, at: number): Statement[] {
  const ids = notices.map(({ id }) => id);
  return [store.postponeLetters(db, slug, at), store.keepNotices(db, ids, at)];
}

interface Run {
  slug: string;
  zone: string;
  at: number;
  turn: number;
}

async function changesOf(
  db: Database,
  { slug, zone, at, turn }: Run,
  { letters, notices }: Due,
): Promise<Statement[]> {
  const delta = new Delta();
  // The cut-off of the figures of today.
  const asOf = startOfDay(addDays(dayOf(at, zone), 1), zone);
  const counted = letters.map(({ receivedAt, letterId, changed, facts, counted: before }) => {
    const month = dayOf(receivedAt, zone).slice(0, 7);
    const share = shareOf(facts, asOf);
    if (before) delta.add(before.department, month, before.sums, -1);
    if (share) delta.add(share.department, month, share.sums, 1);
    const next = nextShareAt(facts, asOf);
    // The first day whose end is that cut-off or a later one.
    const countAt = next === null ? null : startOfDay(dayOf(next - 1, zone), zone);
    return { receivedAt, letterId, changed, counted: share, countAt };
  });
  for (const { department, publishedAt } of notices)
    delta.add(department ?? NO_DEPARTMENT, dayOf(publishedAt, zone).slice(0, 7), { notices: 1 }, 1);
  const known = await store.sumsOf(db, slug, delta.years());
  return [
    store.keepCounted(db, slug, counted),
    store.keepNotices(
      db,
      notices.map(({ id }) => id),
      null,
    ),
    store.keepSums(db, slug, delta.onto(known), turn),
  ];
}

/** What is to be added to a tenant's sums. */
class Delta {
  readonly #sums = new Map<string, Sums>();

  add(department: string, month: string, sums: Sums, sign: 1 | -1): void {
    for (const part of ['', department]) {
      const key = JSON.stringify([part, month]);
      const sum = this.#sums.get(key) ?? {};
      addSums(sum, sums, sign);
      this.#sums.set(key, sum);
    }
  }

  years(): [department: string, year: number][] {
    const keys = this.#entries().map(({ department, year }) => JSON.stringify([department, year]));
    return [...new Set(keys)].map((key) => JSON.parse(key) as [string, number]);
  }

  /** The sums as they are from now on; those that stay the same are left out. */
  onto(known: readonly store.YearSums[]): store.YearSums[] {
    const years = new Map(known.map((sums) => [JSON.stringify([sums.department, sums.year]), sums]));
    const touched = new Set<string>();
    for (const { department, year, month, sums } of this.#entries()) {
      if (Object.keys(sums).length === 0) continue;
      const key = JSON.stringify([department, year]);
      const own = years.get(key) ?? { department, year, months: {} };
      addSums((own.months[month] ??= {}), sums);
      if (Object.keys(own.months[month]!).length === 0) delete own.months[month];
      years.set(key, own);
      touched.add(key);
    }
    return [...touched].map((key) => years.get(key)!);
  }

  #entries() {
    return [...this.#sums].map(([key, sums]) => {
      const [department, yearMonth] = JSON.parse(key) as [string, string];
      return { department, year: Number(yearMonth.slice(0, 4)), month: yearMonth.slice(5), sums };
    });
  }
}

async function copy(env: Env, index: number): Promise<void> {
  const db = shard(env, index);
  for (;;) {
    const rows = await store.sumsToCopy(db, copiesMax);
    if (rows.length === 0) return;
    await commit(directory(env), [store.putRollUps(directory(env), rows)]);
    const tenants = await store.tenantsNamed(directory(env), [...new Set(rows.map(({ tenant }) => tenant))]);
    await forgetRankings(
      env,
      tenants.map(({ jurisdiction }) => jurisdiction),
    );
    // If we crash before this, they are copied again, which changes nothing.
    await commit(db, [store.keepCopied(db, rows)]);
    if (rows.length < copiesMax) return;
  }
}
