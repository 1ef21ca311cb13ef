/** A tenant as it was judged, with every piece of evidence and its date. */
import type { Liveness } from '../../contract/liveness.ts';
import { formatInstant, judgeLife } from '../../core/index.ts';
import type { JudgedTenant } from './liveness.store.ts';

export function toLiveness({ tenant, name, jurisdiction, timeZone, evidence, asOf }: JudgedTenant): Liveness {
  const time = (at: number) => formatInstant(at, timeZone);
  const last = (at: number | null) => (at === null ? null : time(at));
  // What was kept is the evidence; the rules say the same of it each time.
  const { level, signs } = judgeLife(evidence, asOf, timeZone);
  return {
    ...{ tenant, name, jurisdiction, asOf: time(asOf), level },
    signs: signs.map(({ sign, since, never, letters }) => ({ sign, since: time(since), never, letters })),
    createdAt: time(evidence.createdAt),
    lastReceivedAt: last(evidence.lastReceivedAt),
    lastAnsweredAt: last(evidence.lastAnsweredAt),
    lastPublishedAt: last(evidence.lastPublishedAt),
    lastNoticeAt: last(evidence.lastNoticeAt),
    lastSignInAt: last(evidence.lastSignInAt),
    lastSeenAt: last(evidence.lastSeenAt),
    overdue: evidence.overdue,
    unanswered: evidence.unanswered,
    members: evidence.members,
    origins: evidence.origins,
  };
}
