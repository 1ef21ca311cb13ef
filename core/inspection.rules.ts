/**
 * The self-check before an inspection: the interaction items of 国办秘函〔2019〕19号, each with its evidence. What figures show is
 * decided here; what only a person can see stays open until somebody ticks it. The words, and which of them could be checked
 * against a source, are in inspection.words.ts.
 */
import type { Inspection } from '../contract/inspection.ts';
import type { Facts } from './facts.ts';
import type { Instant } from './events.ts';
import { asOfCutOff } from './stats.as-of.ts';
import type { Figures } from './stats.rules.ts';
import { addCalendarMonths, addDays, dayOf } from './local-time.ts';
import { retainedUntil } from './retention.ts';

export type InspectionItem = Inspection['items'][number]['item'];
/** 单项否决; the others cost points. */
export const VETO_ITEMS: readonly InspectionItem[] = ['channel', 'three-months'];

/** `open`: figures don't say, a person has to look. */
export type InspectionResult = Inspection['items'][number]['result'];

/** What figures and times of a tenant and year say. A time is null where it never happened. */
export interface InspectionEvidence {
  /** Of letters received in the year, by what is known now. */
  figures: Figures;
  /** Of these, letters everybody can read with their reply. */
  published: number;
  /** Letters that were without an answer for over three months at some time of the 365 days to the check. */
  overThreeMonths: number;
  lastReceivedAt: Instant | null;
  lastPublishedAt: Instant | null;
  lastSeenAt: Instant | null;
  origins: number;
}

export const INSPECTION_MONTHS = { veto: 3, updates: 2 } as const;
const SEEN_DAYS = 14;

export interface CheckTime {
  at: Instant;
  timeZone: string;
  /** The year is still running: the last times of anything bear on it. */
  current: boolean;
}

/** In the order of the list. */
export const INSPECTION_ITEMS: readonly InspectionItem[] = [
  ...VETO_ITEMS,
  'submitting',
  'sign-in',
  'updates',
  'elements',
  'statistics',
  'replies',
  'quality',
  'surveys',
  'interviews',
];

export function inspect(
  evidence: InspectionEvidence,
  time: CheckTime,
): Record<InspectionItem, InspectionResult> {
  return {
    channel: channel(evidence, time),
    'three-months': evidence.overThreeMonths === 0 ? 'met' : 'unmet',
    submitting: 'open',
    'sign-in': 'open',
    updates: updates(evidence, time),
    elements: evidence.published > 0 ? 'met' : 'open',
    statistics: 'open',
    replies: replies(evidence),
    quality: 'open',
    surveys: 'open',
    interviews: 'open',
  };
}

/** Letters that came show that there is a way; so does a page that showed the form lately. */
function channel({ figures, lastSeenAt }: InspectionEvidence, time: CheckTime): InspectionResult {
  if (figures.received > 0) return 'met';
  const seen = time.current && lastSeenAt !== null && daysOn(lastSeenAt, SEEN_DAYS, time) >= today(time);
  return seen ? 'met' : 'unmet';
}

/** Of a year that is over only the count is known, not when each was released. */
function updates({ published, lastPublishedAt }: InspectionEvidence, time: CheckTime): InspectionResult {
  if (!time.current) return published === 0 ? 'unmet' : 'open';
  if (lastPublishedAt === null) return 'unmet';
  const until = addCalendarMonths(dayOf(lastPublishedAt, time.timeZone), INSPECTION_MONTHS.updates);
  return until >= today(time) ? 'met' : 'unmet';
}

/** Replies that came late leave it open: how many are too many, the inspectors say. */
function replies({ figures: { overdue, due, repliedOnTime } }: InspectionEvidence): InspectionResult {
  if (overdue > 0) return 'unmet';
  return due > 0 && repliedOnTime === due ? 'met' : 'open';
}

const today = ({ at, timeZone }: CheckTime) => dayOf(at, timeZone);
const daysOn = (since: Instant, days: number, { timeZone }: CheckTime) =>
  addDays(dayOf(since, timeZone), days);

/**
 * Whether a valid letter was without any answer (interim, final, decline) for over three months at some time in [from, at).
 * Spam and withdrawn letters never are.
 */
export function wasOverThreeMonths(facts: Facts, from: Instant, { at, timeZone }: CheckTime): boolean {
  const known = asOfCutOff(facts, at);
  if (!known || known.spam !== null || known.withdrawn !== null) return false;
  const received = facts.received * 1000;
  const answers = [known.interim, known.declined, known.replies[0]?.[0]].filter(
    (time) => typeof time === 'number',
  );
  const answered = answers.length === 0 ? at : received + Math.min(...answers) * 1000;
  const line = retainedUntil(received, INSPECTION_MONTHS.veto, timeZone);
  return line < answered && from < answered;
}
