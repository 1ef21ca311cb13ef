/** What anyone sees of a letter: only the text an officer released, and only while its writer agrees. */
import type { FeedItem, PublishedLetter } from '../../contract/letters.ts';
import { formatInstant, replay } from '../../core/index.ts';
import { marksIn } from '../../core/search-text.ts';
import type { LetterFile } from '../attachments/attachment.store.ts';
import { filesFor, type Files } from '../attachments/file.view.ts';
import { holderName, holderOf, type Told } from '../hand-over/holder.view.ts';
import type { EventRow, LetterRow } from '../schema/letters.ts';
import { toDeclined } from './parts.view.ts';
import { toReply, toTimeline } from './timeline.view.ts';

/** The one decision about what is public. */
export function isPublic(row: Pick<LetterRow, 'release' | 'consent'>): boolean {
  return row.release === 'published' && row.consent;
}

export function toPublicLetter(
  row: LetterRow,
  rows: EventRow[],
  tenant: Told,
  stored: readonly LetterFile[],
): PublishedLetter {
  const files = filesFor(row.number, stored, 'anyone');
  const letter = replay(rows.map(({ data }) => data));
  const { timeZone } = tenant;
  const declined = toDeclined(rows);
  const rated = rows.findLast(({ data }) => data.kind === 'rated' && data.level === row.rating)?.data;
  return {
    number: row.number,
    tenant: tenant.slug,
    tenantName: tenant.name,
    kind: letter.kind,
    status: letter.status,
    department: letter.tenant === null ? letter.department : null,
    departmentName: holderName(tenant, letter),
    title: row.publicTitle ?? '',
    body: row.publicBody ?? '',
    ...files.writers(),
    receivedAt: formatInstant(letter.receivedAt, timeZone),
    repliedAt: formatInstant(row.answeredAt!, timeZone),
    days: row.days!,
    outcome: row.outcome,
    declined: declined && { ...declined, explanation: row.publicReply ?? '' },
    replies: declined ? [] : releasedReply(row, rows, tenant, files),
    timeline: toTimeline(rows, tenant, 'anyone'),
    // A rating's comment is not released by anybody.
    rating:
      rated?.kind === 'rated'
        ? {
            at: formatInstant(rated.at, timeZone),
            level: rated.level,
            solved: rated.solved,
            ...rated.scores,
            comment: null,
          }
        : null,
    endorsements: row.endorsements,
    verdicts: { answers: row.answers, doesNot: row.answersNot },
    corrected: rows.some(({ data }) => data.kind === 'published' && data.correction),
  };
}

/** The final reply that stood when the text was released; what was said later isn't public before it is released too. */
function releasedReply(
  row: LetterRow,
  rows: EventRow[],
  tenant: Told,
  files: Files,
): PublishedLetter['replies'] {
  const released = rows.findLastIndex(({ kind }) => kind === 'published');
  const reply = rows
    .slice(0, released)
    .findLast(({ data }) => data.kind === 'replied' && data.type === 'final');
  if (reply?.data.kind !== 'replied' || row.publicReply === null) return [];
  return [
    toReply(
      reply.data,
      row.publicReply,
      reply.texts?.phone ?? null,
      holderName(tenant, holderOf(row)),
      tenant,
      files,
    ),
  ];
}

export type FeedRow = Pick<
  LetterRow,
  | 'number'
  | 'kind'
  | 'department'
  | 'holder'
  | 'holderDepartment'
  | 'publicTitle'
  | 'publicBody'
  | 'publicReply'
  | 'receivedAt'
  | 'answeredAt'
  | 'outcome'
  | 'rating'
  | 'days'
>;

const excerptChars = 120;

export function toFeedItem(row: FeedRow, tenant: Told, phrases: readonly string[][]): FeedItem {
  const title = row.publicTitle ?? '';
  const excerpt = excerptOf(excerptSource(row, phrases), phrases);
  return {
    number: row.number,
    kind: row.kind,
    department: row.holder === null ? row.department : null,
    departmentName: holderName(tenant, holderOf(row)),
    title,
    excerpt,
    ...(phrases.length > 0
      ? { marks: { title: marksIn(title, phrases), excerpt: marksIn(excerpt, phrases) } }
      : {}),
    receivedAt: formatInstant(row.receivedAt, tenant.timeZone),
    repliedAt: formatInstant(row.answeredAt!, tenant.timeZone),
    outcome: row.outcome,
    rating: row.rating,
    days: row.days!,
  };
}

/** The letter's own words; the reply's where a search found its words only there. */
function excerptSource({ publicBody, publicReply }: FeedRow, phrases: readonly string[][]): string {
  const [body, reply] = [publicBody ?? '', publicReply ?? ''].map((text) => text.replace(/\s+/g, ' ').trim());
  const onlyInReply = marksIn(body!, phrases).length === 0 && marksIn(reply!, phrases).length > 0;
  return onlyInReply ? reply! : body!;
}

/** The beginning, or the surroundings of the first hit. Never cuts a character in two. */
function excerptOf(text: string, phrases: readonly string[][]): string {
  const chars = Array.from(text);
  const [first] = marksIn(text, phrases);
  const hit = first ? Array.from(text.slice(0, first[0])).length : 0;
  const start = hit > excerptChars - 20 ? hit - 30 : 0;
  const end = start + excerptChars;
  return `${start > 0 ? '…' : ''}${chars.slice(start, end).join('')}${end < chars.length ? '…' : ''}`;
}
