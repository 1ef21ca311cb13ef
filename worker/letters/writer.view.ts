/** What the writer of a letter sees: everything said to them, nothing staff say among themselves. */
import type { Receipt, WriterLetter } from '../../contract/letters.ts';
import { WRITER_COMMANDS } from '../../contract/vocabulary.ts';
import {
  allowed,
  dayOf,
  formatDeadline,
  formatInstant,
  replay,
  type Actor,
  type LetterEvent,
  type Policy,
} from '../../core/index.ts';
import type { LetterFile } from '../attachments/attachment.store.ts';
import { filesFor } from '../attachments/file.view.ts';
import { holderName, type Told } from '../hand-over/holder.view.ts';
import type { EventRow, LetterRow } from '../schema/letters.ts';
import type { Tenant } from '../tenants/tenant.store.ts';
import { toDeclined, toRatings, toSupplements, toWhy } from './parts.view.ts';
import { notErasable } from './personal.view.ts';
import { toLedger, toReplies, toTimeline } from './timeline.view.ts';

export const writer: Actor = { role: 'writer', id: null, departments: [] };
const dayMs = 86_400_000;

export function toWriterLetter(
  row: LetterRow,
  rows: EventRow[],
  tenant: Told,
  policy: Policy,
  now: number,
  stored: readonly LetterFile[],
): WriterLetter {
  const files = filesFor(row.number, stored, 'writer');
  const letter = replay(rows.map(({ data }) => data));
  const open = ['submitted', 'accepted', 'merged'].includes(letter.status);
  const may = allowed(letter, writer, now, policy);
  const question = rows.findLast(({ kind }) => kind === 'info_requested')?.texts?.reason ?? null;
  return {
    number: row.number,
    tenant: tenant.slug,
    tenantName: tenant.name,
    tenantPhone: tenant.phone,
    status: letter.status,
    contested: letter.contested,
    kind: letter.kind,
    title: row.title,
    body: row.body,
    ...files.at(1),
    department: letter.tenant === null ? letter.department : null,
    departmentName: holderName(tenant, letter),
    receivedAt: formatInstant(letter.receivedAt, tenant.timeZone),
    acceptBy: formatDeadline(letter.acceptBy, tenant.timeZone),
    replyBy: letter.status === 'awaiting_citizen' ? null : formatDeadline(letter.clock.due, tenant.timeZone),
    waitUntil: letter.waitUntil && formatDeadline(letter.waitUntil, tenant.timeZone),
    overdueDays:
      open && now >= letter.clock.due.before ? daysSince(letter.clock.due.day, now, tenant.timeZone) : 0,
    provisional: letter.clock.due.provisional,
    round: letter.round,
    publish: letter.consent,
    published: letter.release === 'published' && letter.consent,
    question: letter.status === 'awaiting_citizen' ? question : null,
    replies: toReplies(rows, tenant, files),
    supplements: toSupplements(rows, tenant, files),
    ratings: toRatings(rows, tenant),
    declined: toDeclined(rows),
    timeline: toTimeline(rows, tenant, 'writer'),
    ledger: toLedger(rows, tenant, 'writer'),
    why: toWhy(rows, tenant, policy),
    may: WRITER_COMMANDS.filter((command) => may.includes(command)).filter(
      (command) => command !== 'erase-contact' || notErasable(row, tenant) === null,
    ),
    version: letter.seq,
  };
}

function daysSince(day: string, now: number, timeZone: string): number {
  return Math.round((Date.parse(dayOf(now, timeZone)) - Date.parse(day)) / dayMs);
}

export function toReceipt(
  number: string,
  accessKey: string,
  event: LetterEvent,
  tenant: Tenant,
  origin: string,
): Receipt {
  if (event.kind !== 'submitted') throw new Error('a receipt is made of the submission');
  return {
    number,
    accessKey,
    status: 'submitted',
    receivedAt: formatInstant(event.at, tenant.timeZone),
    acceptBy: formatDeadline(event.acceptBy, tenant.timeZone),
    replyBy: formatDeadline(event.clock.due, tenant.timeZone),
    provisional: event.clock.due.provisional,
    url: `${origin}/s/${tenant.slug}/letters/${number}`,
    receipt: null,
  };
}
