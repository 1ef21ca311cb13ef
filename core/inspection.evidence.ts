/** The evidence of each item of the self-check, as sentences. */
import type { Lang } from '../contract/vocabulary.ts';
import type { Instant } from './events.ts';
import type { CheckTime, InspectionEvidence, InspectionItem } from './inspection.rules.ts';
import { inspectionWords } from './inspection.words.ts';
import { dayOf } from './local-time.ts';

/** What is known of an item, a sentence each. The last times of anything say nothing about a year that is over. */
export function tellEvidence(
  item: InspectionItem,
  evidence: InspectionEvidence,
  { timeZone, current }: CheckTime,
  lang: Lang,
): string[] {
  const { tell } = inspectionWords(lang);
  const { figures, published } = evidence;
  const day = (at: Instant | null) => (at === null ? null : dayOf(at, timeZone));
  const now = (...sentences: string[]) => (current ? sentences : []);
  const told: Record<InspectionItem, () => string[]> = {
    channel: () => [
      tell.received(figures.received),
      ...now(tell.origins(evidence.origins), tell.seen(day(evidence.lastSeenAt))),
    ],
    'three-months': () => [tell.overThree(evidence.overThreeMonths)],
    submitting: () => [
      tell.received(figures.received),
      ...now(tell.lastReceived(day(evidence.lastReceivedAt))),
    ],
    'sign-in': () => [tell.noAccount],
    updates: () => [tell.published(published), ...now(tell.lastPublished(day(evidence.lastPublishedAt)))],
    elements: () => [tell.published(published), tell.elements],
    statistics: () => [tell.statistics],
    replies: () => [
      tell.replies(figures.due, figures.repliedOnTime, figures.overdue),
      tell.days(figures.meanDays === null ? null : figures.meanDays.toFixed(1)),
    ],
    quality: () => [
      tell.ratings(figures.rated, figures.satisfied),
      tell.doubts(figures.reopened, figures.resolvedButNotSolved),
    ],
    surveys: () => [tell.outside],
    interviews: () => [tell.outside],
  };
  return told[item]();
}
