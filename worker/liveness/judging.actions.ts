/**
 * Judges whether anybody is there, every night by each tenant's own clock, and sooner where its letters changed. Reads what
 * triggers noted in the shard, only where it changed, and a few rows of the directory for each tenant. Everything is judged as
 * of the run and written over: twice is once, and a run that was killed leaves the rest due.
 */
import {
  addDays,
  dayOf,
  judgeLife,
  severityOf,
  startOfDay,
  unansweredBefore,
  type LifeEvidence,
} from '../../core/index.ts';
import { now } from '../platform/clock.ts';
import { commit, directory, shard } from '../platform/d1.ts';
import type { Env } from '../platform/env.ts';
import * as store from './judging.store.ts';

const copiesMax = 200;
const partMax = 50;
/** So many parts a run; the next minute goes on. */
const partsMax = 10;

/** @returns how many tenants were judged */
export async function judgeShard(env: Env, index: number): Promise<number> {
  await copyActivity(env, index);
  const db = directory(env);
  let judged = 0;
  for (let part = 0; part < partsMax; part++) {
    const at = now();
    const due = await store.tenantsToJudge(db, index, at, partMax);
    if (due.length === 0) break;
    const rows = await judge(env, due, at);
    await commit(db, [store.putJudged(db, rows)]);
    judged += rows.length;
    if (due.length < partMax) break;
  }
  return judged;
}

async function copyActivity(env: Env, index: number): Promise<void> {
  const db = shard(env, index);
  for (;;) {
    const rows = await store.activityToCopy(db, copiesMax);
    if (rows.length === 0) return;
    await commit(directory(env), [store.putActivity(directory(env), rows)]);
    // If we crash before this, they are copied again, which changes nothing.
    await commit(db, [store.keepCopied(db, rows)]);
    if (rows.length < copiesMax) return;
  }
}

async function judge(
  env: Env,
  due: readonly { tenant: string; dueAt: number }[],
  at: number,
): Promise<store.Judged[]> {
  const db = directory(env);
  const slugs = due.map(({ tenant }) => tenant);
  const found = await store.evidenceOf(db, slugs, at);
  const zones = found.map(({ slug, timeZone }) => ({ slug, before: unansweredBefore(at, timeZone) }));
  const waiting = new Map((await store.unansweredOf(db, zones)).map((row) => [row.slug, row]));
  const dueAt = new Map(due.map((row) => [row.tenant, row.dueAt]));
  return found.map(({ slug, timeZone, signedInAt, tokenUsedAt, ...rest }) => {
    const { letters, oldest } = waiting.get(slug)!;
    const evidence: LifeEvidence = {
      ...rest,
      lastSignInAt: latest(signedInAt, tokenUsedAt),
      unanswered: letters,
      oldestUnansweredAt: oldest,
    };
    const judgement = judgeLife(evidence, at, timeZone);
    return {
      ...{ tenant: slug, evidence, level: judgement.level, severity: severityOf(judgement), asOf: at },
      dueAt: dueAt.get(slug)!,
      nextAt: startOfDay(addDays(dayOf(at, timeZone), 1), timeZone),
    };
  });
}

const latest = (one: number | null, other: number | null): number | null =>
  one === null || other === null ? (one ?? other) : Math.max(one, other);
