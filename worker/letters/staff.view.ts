/** What staff see of a letter and of their queue. Contact details aren't in it: they are asked for, and that is recorded. */
import type { QueueItem, StaffLetter } from '../../contract/staff.ts';
import {
  allowed,
  applyRedactions,
  dayOf,
  formatDeadline,
  formatInstant,
  proposeRedactions,
  replay,
  workingDaysBetween,
  type Actor,
  type Letter,
  type Policy,
} from '../../core/index.ts';
import type { LetterFile } from '../attachments/attachment.store.ts';
import { filesFor, type Files } from '../attachments/file.view.ts';
import type { EventRow, LetterRow } from '../schema/letters.ts';
import type { Tenant } from '../tenants/tenant.store.ts';
import { toDeclined, toRatings, toSupplements, toWhy } from './parts.view.ts';
import { notErasable, toAccesses } from './personal.view.ts';
import { nameOf, toLedger, toReplies, toReply, toTimeline } from './timeline.view.ts';

export interface Seen {
  row: LetterRow;
  rows: EventRow[];
  tenant: Tenant;
  policy: Policy;
  actor: Actor;
  now: number;
  /** Names of staff who wrote notes or looked, by id. */
  names: ReadonlyMap<string, string>;
  mergedInto: string | null;
  merged: string[];
  stored: readonly LetterFile[];
}

export function toStaffLetter({
  row,
  rows,
  tenant,
  policy,
  actor,
  now,
  names,
  mergedInto,
  merged,
  stored,
}: Seen): StaffLetter {
  const files = filesFor(row.number, stored, 'staff');
  const letter = replay(rows.map(({ data }) => data));
  const { timeZone } = tenant;
  const draft = letter.draft && rows.findLast(({ kind }) => kind === 'drafted');
  const answer = rows.findLast(({ data }) => data.kind === 'replied' && data.type === 'final')?.texts?.body;
  const released = row.publicTitle !== null && row.publicBody !== null;
  return {
    number: row.number,
    tenant: tenant.slug,
    tenantName: tenant.name,
    kind: letter.kind,
    status: letter.status,
    channel: letter.channel,
    contested: letter.contested,
    department: letter.department,
    departmentName: nameOf(tenant, letter.department),
    title: row.title,
    body: row.body,
    ...files.at(1),
    hasContact: row.contact !== null,
    publish: letter.consent,
    release: letter.release,
    published: released ? { title: row.publicTitle!, body: row.publicBody!, reply: row.publicReply } : null,
    proposed: {
      title: redacted(row.title, true),
      body: redacted(row.body, true),
      reply: redactedOrNull(answer ?? toDeclined(rows)?.explanation ?? null),
    },
    receivedAt: formatInstant(letter.receivedAt, timeZone),
    acceptBy: formatDeadline(letter.acceptBy, timeZone),
    replyBy: letter.status === 'awaiting_citizen' ? null : formatDeadline(letter.clock.due, timeZone),
    ...dueOf(row, policy, now),
    waitUntil: letter.waitUntil && formatDeadline(letter.waitUntil, timeZone),
    contactBy:
      letter.contactBy && letter.contactedAt === null ? formatDeadline(letter.contactBy, timeZone) : null,
    round: letter.round,
    colour: letter.colour,
    transfers: letter.transfers,
    forced: letter.forced,
    objected: letter.objected,
    extended: letter.extended,
    endorsements: row.endorsements,
    draft: draft ? toDraft(draft, tenant, letter.department, files) : null,
    returned: toReturned(rows, tenant, letter.department, files),
    mergedInto,
    merged,
    replies: toReplies(rows, tenant, files),
    supplements: toSupplements(rows, tenant, files),
    declined: toDeclined(rows),
    notes: toNotes(rows, tenant, names),
    ratings: toRatings(rows, tenant),
    accesses: actor.role === 'coordinator' ? toAccesses(rows, tenant, names) : [],
    timeline: toTimeline(rows, tenant, 'staff'),
    ledger: toLedger(rows, tenant, 'staff'),
    why: toWhy(rows, tenant, policy),
    may: staffCommandsOf(letter, actor, now, policy).filter(
      (name) => name !== 'erase-contact' || notErasable(row, tenant) === null,
    ),
    version: letter.seq,
  };
}

function toDraft(
  row: EventRow,
  tenant: Tenant,
  department: string | null,
  files: Files,
): StaffLetter['draft'] {
  const { data, texts } = row;
  if (data.kind !== 'drafted') return null;
  return toReply(data, texts?.body ?? '', texts?.phone ?? null, nameOf(tenant, department), tenant, files);
}

/** A returned reply is its author's to mend: it would be lost otherwise. */
function toReturned(
  rows: readonly EventRow[],
  tenant: Tenant,
  department: string | null,
  files: Files,
): StaffLetter['returned'] {
  const last = rows.findLast(({ kind }) => kind === 'drafted' || kind === 'returned' || kind === 'replied');
  const drafted = rows.findLast(({ kind }) => kind === 'drafted');
  const draft = last?.kind === 'returned' && drafted ? toDraft(drafted, tenant, department, files) : null;
  return draft && { draft, reason: last?.texts?.reason ?? '' };
}

/** A telephone or an address in a letter is the writer's; in a reply it is the office's. */
const redacted = (text: string, writersText: boolean): string =>
  applyRedactions(text, proposeRedactions(text, { writersText }));
const redactedOrNull = (text: string | null): string | null => text && redacted(text, false);

/** Core names them by what happens; the API by its path. */
function staffCommandsOf(letter: Letter, actor: Actor, now: number, policy: Policy): string[] {
  return allowed(letter, actor, now, policy)
    .filter((name) => name !== 'view-file')
    .map((name) => (name === 'contact' ? 'contacted' : name === 'view-contact' ? 'contact' : name));
}

function toNotes(
  rows: readonly EventRow[],
  tenant: Tenant,
  names: ReadonlyMap<string, string>,
): StaffLetter['notes'] {
  return rows.flatMap(({ data, texts }) =>
    data.kind === 'noted' || data.kind === 'contacted'
      ? [
          {
            at: formatInstant(data.at, tenant.timeZone),
            by: names.get(data.actor ?? '') ?? '',
            body: texts?.body ?? texts?.reason ?? '',
          },
        ]
      : [],
  );
}

/** Working days left count today's end as 0; late ones are negative. */
export function dueOf(
  row: Pick<LetterRow, 'status' | 'dueAt'>,
  policy: Policy,
  now: number,
): Pick<QueueItem, 'dueAt' | 'due' | 'daysLeft'> {
  if (row.status === 'awaiting_citizen') return { dueAt: null, due: 'stopped', daysLeft: null };
  if (row.dueAt === null) return { dueAt: null, due: 'none', daysLeft: null };
  const dueAt = formatInstant(row.dueAt - 1000, policy.timeZone);
  const [today, day] = [dayOf(now, policy.timeZone), dayOf(row.dueAt - 1, policy.timeZone)];
  if (now >= row.dueAt)
    return { dueAt, due: 'late', daysLeft: -Math.max(1, workingDaysBetween(day, today, policy)) };
  const daysLeft = workingDaysBetween(today, day, policy);
  return { dueAt, due: daysLeft === 0 ? 'today' : daysLeft <= 2 ? 'soon' : 'later', daysLeft };
}

export function toQueueItem(row: LetterRow, tenant: Tenant, policy: Policy, now: number): QueueItem {
  return {
    number: row.number,
    tenant: tenant.slug,
    kind: row.kind,
    status: row.status,
    department: row.department,
    departmentName: nameOf(tenant, row.department),
    title: row.title,
    excerpt: Array.from(row.body.replace(/\s+/g, ' ')).slice(0, 80).join(''),
    receivedAt: formatInstant(row.receivedAt, tenant.timeZone),
    ...dueOf(row, policy, now),
    colour: row.colour,
    round: row.round,
    contested: row.contested,
    objected: row.objected,
    draft: row.drafted,
    release: row.release,
    publish: row.consent,
  };
}
