/** A letter like the one in hand, and what was answered: of a published one what is public, of another what its department knows. */
import type { SimilarLetter } from '../../contract/templates.ts';
import { formatInstant } from '../../core/index.ts';
import type { LetterRow } from '../schema/letters.ts';
import type { Tenant } from '../tenants/tenant.store.ts';
import { isPublic } from './public.view.ts';
import { nameOf } from './timeline.view.ts';

const excerptChars = 80;

/** What of a letter may be compared and shown here. */
export function matterOf(row: LetterRow): { title: string; body: string } {
  return isPublic(row)
    ? { title: row.publicTitle ?? '', body: row.publicBody ?? '' }
    : { title: row.title, body: row.body };
}

/** @returns null where nothing of the reply is left */
export function toSimilar(row: LetterRow, sent: string | undefined, tenant: Tenant): SimilarLetter | null {
  const published = isPublic(row);
  const reply = published ? row.publicReply : sent;
  if (!reply || row.outcome === null || row.answeredAt === null) return null;
  const { title, body } = matterOf(row);
  return {
    number: row.number,
    kind: row.kind,
    departmentName: nameOf(tenant, row.department),
    title,
    excerpt: Array.from(body.replace(/\s+/g, ' ')).slice(0, excerptChars).join(''),
    repliedAt: formatInstant(row.answeredAt, tenant.timeZone),
    outcome: row.outcome,
    published,
    rating: row.rating,
    reply,
  };
}
