/**
 * Whether anybody is there (product.md §7, zombie detection): from what a tenant was last seen doing, and what waits, to `active`,
 * `slow` or `dormant`, with every sign, its reason and its date. Absence is evidence: what never happened has been missing since
 * the tenant was set up. Why these signs and weights: docs/liveness.md.
 */
import type { Liveness, LivenessSign } from '../contract/liveness.ts';
import type { Instant } from './events.ts';
import { addCalendarMonths, addDays, dayOf } from './local-time.ts';
import { closedBefore } from './retention.ts';

export type LevelOfLife = Liveness['level'];
export type LifeSign = LivenessSign['sign'];

/** What is known of a tenant at the time of judging; a time is null where it never happened. Plain JSON, to be kept. */
export interface LifeEvidence {
  createdAt: Instant;
  lastReceivedAt: Instant | null;
  /** The last final reply or decline. */
  lastAnsweredAt: Instant | null;
  /** The last release of a reply to everybody. */
  lastPublishedAt: Instant | null;
  lastNoticeAt: Instant | null;
  /** Of an officer or coordinator of the tenant, by password or token; the centre's don't count. */
  lastSignInAt: Instant | null;
  /** The last time a registered page said that it shows an element. */
  lastSeenAt: Instant | null;
  /** Letters whose reply deadline has passed, and the deadline that passed longest ago. */
  overdue: number;
  oldestDueAt: Instant | null;
  /** Letters received over three months ago without a reply of any kind, and when the oldest came. */
  unanswered: number;
  oldestUnansweredAt: Instant | null;
  /** Active officers and coordinators, registered pages. */
  members: number;
  origins: number;
}

interface Rule {
  /** How much it weighs. */
  weight: 1 | 2 | 3;
  /** A sign that nobody is there, not only that something is left undone. */
  absence: boolean;
  months?: number;
  days?: number;
}

/** In the order in which they are told. */
export const LIFE_SIGNS = {
  /** The veto line of 国办秘函〔2019〕19号: a valid letter unanswered for more than three months. */
  unanswered: { weight: 3, absence: false, months: 3 },
  silent: { weight: 3, absence: true, days: 14 },
  absent: { weight: 3, absence: true, days: 30 },
  unseen: { weight: 2, absence: false, days: 14 },
  empty: { weight: 2, absence: true, days: 30 },
  unpublished: { weight: 1, absence: false, months: 6 },
  unannounced: { weight: 1, absence: false, months: 6 },
} as const satisfies Record<LifeSign, Rule>;

const SLOW = 3;
const DORMANT = 5;

export interface FoundSign {
  sign: LifeSign;
  /** Since when it has been so: the last time, at the earliest when the tenant was set up and could first have done otherwise. */
  since: Instant;
  /** It never happened. */
  never: boolean;
  /** Letters it is about; null where it is about none. */
  letters: number | null;
}

export interface LifeJudgement {
  level: LevelOfLife;
  /** The sum of the weights. */
  points: number;
  signs: FoundSign[];
}

export function judgeLife(evidence: LifeEvidence, now: Instant, timeZone: string): LifeJudgement {
  const signs = (Object.keys(LIFE_SIGNS) as LifeSign[]).flatMap((sign) => {
    const found = FINDS[sign](evidence);
    return found && isOver(LIFE_SIGNS[sign], found.since, now, timeZone) ? [{ sign, ...found }] : [];
  });
  return { ...levelOf(signs.map(({ sign }) => sign)), signs };
}

/** Any sign of nobody being there, or enough others, makes slow; dormant needs both. */
export function levelOf(signs: readonly LifeSign[]): Pick<LifeJudgement, 'level' | 'points'> {
  const rules: Rule[] = signs.map((sign) => LIFE_SIGNS[sign]);
  const points = rules.reduce((sum, { weight }) => sum + weight, 0);
  const absent = rules.some(({ absence }) => absence);
  return { points, level: points >= DORMANT && absent ? 'dormant' : points >= SLOW ? 'slow' : 'active' };
}

const RANK: Record<LevelOfLife, number> = { active: 0, slow: 100, dormant: 200 };
/** For lists, the worst first: the level, then the points. */
export const severityOf = ({ level, points }: Pick<LifeJudgement, 'level' | 'points'>): number =>
  RANK[level] + points;

type Found = Omit<FoundSign, 'sign'>;

const lastOf = (last: Instant | null, createdAt: Instant): Found => ({
  since: Math.max(last ?? createdAt, createdAt),
  never: last === null,
  letters: null,
});

const FINDS: Record<LifeSign, (evidence: LifeEvidence) => Found | null> = {
  unanswered: ({ unanswered, oldestUnansweredAt: since }) =>
    since === null ? null : { since, never: false, letters: unanswered },
  // Who had nothing to answer before its first deadline passed is not silent until fourteen days after that.
  silent: ({ overdue, oldestDueAt, lastAnsweredAt }) =>
    oldestDueAt === null
      ? null
      : {
          since: Math.max(oldestDueAt, lastAnsweredAt ?? oldestDueAt),
          never: lastAnsweredAt === null,
          letters: overdue,
        },
  absent: ({ lastSignInAt, createdAt }) => lastOf(lastSignInAt, createdAt),
  unseen: ({ lastSeenAt, createdAt }) => lastOf(lastSeenAt, createdAt),
  empty: ({ lastReceivedAt, createdAt }) => (lastReceivedAt === null ? lastOf(null, createdAt) : null),
  // "While letters came in": at least one since the last release.
  unpublished: ({ lastPublishedAt, lastReceivedAt, createdAt }) =>
    lastReceivedAt !== null && lastReceivedAt > (lastPublishedAt ?? -Infinity)
      ? lastOf(lastPublishedAt, createdAt)
      : null,
  unannounced: ({ lastNoticeAt, createdAt }) => lastOf(lastNoticeAt, createdAt),
};

/** More than so many days or calendar months, reckoned in days of the tenant's zone. */
function isOver({ days = 0, months = 0 }: Rule, since: Instant, now: Instant, timeZone: string): boolean {
  return addDays(addCalendarMonths(dayOf(since, timeZone), months), days) < dayOf(now, timeZone);
}

/** Letters received before this have waited for more than three months: `isOver` for an index. */
export const unansweredBefore = (now: Instant, timeZone: string): Instant =>
  closedBefore(now, LIFE_SIGNS.unanswered.months, timeZone);
