/** The sample of a spot check as it is judged. Before both reviewers are done neither sees what the other said. */
import type { GivenScore, SpotCheckItem, SpotCheckLetter } from '../../contract/spot-checks.ts';
import { formatInstant, type JudgedLetter } from '../../core/index.ts';
import { filesFor } from '../attachments/file.view.ts';
import { toSupplements } from '../letters/parts.view.ts';
import { toReplies } from '../letters/timeline.view.ts';
import type { EventRow, LetterRow } from '../schema/letters.ts';
import type { SpotCheckItemRow, SpotCheckRow, SpotCheckScoreRow } from '../schema/spot-checks.ts';
import type { Tenant } from '../tenants/tenant.store.ts';

type Named = SpotCheckItemRow & { tenantName: string };

/** What was said of each letter, by place and reviewer. */
function scoresBy(scores: readonly SpotCheckScoreRow[]): (ordinal: number, by: string) => GivenScore | null {
  const said = new Map(scores.map(({ ordinal, reviewer, score }) => [`${ordinal} ${reviewer}`, score]));
  return (ordinal, by) => said.get(`${ordinal} ${by}`) ?? null;
}

export interface JudgedItem extends JudgedLetter {
  ordinal: number;
  number: string;
}

/** Letters of which both have said something, in the order of the draw. */
export function toJudged(
  { reviewers }: SpotCheckRow,
  items: readonly SpotCheckItemRow[],
  scores: readonly SpotCheckScoreRow[],
): JudgedItem[] {
  const said = scoresBy(scores);
  return items.flatMap(({ ordinal, number, tenant }) => {
    const [one, other] = reviewers.map((by) => said(ordinal, by));
    return one && other ? [{ ordinal, number, tenant, scores: [one, other] as const }] : [];
  });
}

export function toItems(
  row: SpotCheckRow,
  items: readonly Named[],
  scores: readonly SpotCheckScoreRow[],
  me: string,
): SpotCheckItem[] {
  const said = scoresBy(scores);
  const open = scores.length >= 2 * items.length;
  const both = new Map(open ? toJudged(row, items, scores).map((one) => [one.ordinal, one.scores]) : []);
  return items.map(({ ordinal, number, tenant, tenantName }) => ({
    ...{ ordinal, number, tenant, tenantName },
    mine: said(ordinal, me),
    scores: pairOf(both.get(ordinal)),
  }));
}

const pairOf = (scores: JudgedLetter['scores'] | undefined): SpotCheckItem['scores'] =>
  scores ? [...scores] : null;

/** @param known when the check was opened: what came later isn't judged, and contact details never show */
export function toLetter(
  item: SpotCheckItem,
  letter: LetterRow,
  record: readonly EventRow[],
  tenant: Tenant,
  known: number,
): SpotCheckLetter {
  const rows = record.filter(({ at }) => at < known);
  const files = filesFor(letter.number, [], 'staff');
  return {
    ...item,
    kind: letter.kind,
    receivedAt: formatInstant(letter.receivedAt, tenant.timeZone),
    title: letter.title,
    body: letter.body,
    supplements: toSupplements(rows, tenant, files).map(({ at, body }) => ({ at, body })),
    replies: toReplies(rows, tenant, files),
    erased: record.some(({ kind }) => kind === 'erased'),
  };
}
