/** What staff see of a letter and of their queue. Contact details aren't in it: they are asked for, and that is recorded. */
import type { StaffLetter } from '../../contract/staff.ts';
import {
  allowed,
  applyRedactions,
  dueAtOf,
  formatDeadline,
  formatInstant,
  proposeRedactions,
  replay,
  type Actor,
  type Holder,
  type Letter,
  type Policy,
} from '../../core/index.ts';
import type { LetterFile } from '../attachments/attachment.store.ts';
import { filesFor, type Files } from '../attachments/file.view.ts';
import { holderName, toHandedOver, type Told } from '../hand-over/holder.view.ts';
import type { EventRow, LetterRow } from '../schema/letters.ts';
import { dueOf } from './queue.view.ts';
import { toDeclined, toRatings, toSupplements, toWhy } from './parts.view.ts';
import { toNotes } from './notes.view.ts';
import { notErasable, toAccesses } from './personal.view.ts';
import { toLedger, toReplies, toReply, toTimeline } from './timeline.view.ts';

export interface Seen {
  row: LetterRow;
  rows: EventRow[];
  tenant: Told;
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
  // They read it in the tenant that holds it: its departments are those they name, its drafts are theirs.
  const theirs = (actor.tenant ?? null) === letter.tenant;
  const draft = theirs && letter.draft && rows.findLast(({ kind }) => kind === 'drafted');
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
    department: theirs ? letter.department : null,
    departmentName: holderName(tenant, letter),
    handedOver: toHandedOver(tenant, letter.tenant),
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
    ...dueOf({ status: letter.status, dueAt: dueAtOf(letter) }, policy, now),
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
    draft: draft ? toDraft(draft, tenant, letter, files) : null,
    returned: theirs ? toReturned(rows, tenant, letter, files) : null,
    mergedInto,
    merged,
    replies: toReplies(rows, tenant, files),
    supplements: toSupplements(rows, tenant, files),
    declined: toDeclined(rows),
    notes: toNotes(rows, tenant, names, actor.tenant ?? null),
    ratings: toRatings(rows, tenant),
    accesses: actor.role === 'coordinator' ? toAccesses(rows, tenant, names) : [],
    timeline: toTimeline(rows, tenant, 'staff', names),
    ledger: toLedger(rows, tenant, 'staff'),
    why: toWhy(rows, tenant, policy),
    may: staffCommandsOf(letter, actor, now, policy).filter(
      (name) => name !== 'erase-contact' || notErasable(row, tenant) === null,
    ),
    version: letter.seq,
  };
}

function toDraft(row: EventRow, tenant: Told, holder: Holder, files: Files): StaffLetter['draft'] {
  const { data, texts } = row;
  if (data.kind !== 'drafted') return null;
  return toReply(data, texts?.body ?? '', texts?.phone ?? null, holderName(tenant, holder), tenant, files);
}

/** A returned reply is its author's to mend: it would be lost otherwise. */
function toReturned(
  rows: readonly EventRow[],
  tenant: Told,
  holder: Holder,
  files: Files,
): StaffLetter['returned'] {
  const last = rows.findLast(({ kind }) => kind === 'drafted' || kind === 'returned' || kind === 'replied');
  const drafted = rows.findLast(({ kind }) => kind === 'drafted');
  const draft = last?.kind === 'returned' && drafted ? toDraft(drafted, tenant, holder, files) : null;
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
