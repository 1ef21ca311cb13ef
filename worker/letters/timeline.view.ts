/** A letter's way, told to its writer, to staff or to anyone: an allow-list of events, and of who may read their words. */
import type { LedgerEntry, Reply, TimelineEntry } from '../../contract/letters.ts';
import {
  formatDeadline,
  formatInstant,
  holderAfter,
  ledger,
  nobody,
  type EventKind,
  type LetterEvent,
} from '../../core/index.ts';
import { holderName, type Told } from '../hand-over/holder.view.ts';
import type { Files } from '../attachments/file.view.ts';
import type { EventRow } from '../schema/letters.ts';
import type { Tenant } from '../tenants/tenant.store.ts';

export type Viewer = 'anyone' | 'writer' | 'staff';

const shownToAll: readonly EventKind[] = [
  'submitted',
  'accepted',
  'assigned',
  'declined',
  'transferred',
  'info_requested',
  'supplemented',
  'resumed',
  'replied',
  'extended',
  'rated',
  'reopened',
  'closed',
  'escalated',
  'followed_up',
  'merged',
  'joined',
  'parted',
  'withdrawn',
  'published',
  'recomputed',
];
const shown: Record<Viewer, ReadonlySet<EventKind>> = {
  anyone: new Set(shownToAll),
  writer: new Set([
    ...shownToAll,
    'contacted',
    'withheld',
    'taken_down',
    'consent_changed',
    'key_renewed',
    'contact_erased',
    'marked_spam',
  ]),
  staff: new Set([
    ...shownToAll,
    'contacted',
    'withheld',
    'taken_down',
    'consent_changed',
    'key_renewed',
    'marked_spam',
    'objected',
    'drafted',
    'returned',
    'contact_viewed',
    'file_viewed',
    'contact_erased',
    'erased',
  ]),
};

/** Words that aren't shown elsewhere (replies, supplements and comments are) and concern the writer. */
const reasonsForWriter: readonly EventKind[] = [
  'declined',
  'transferred',
  'info_requested',
  'extended',
  'followed_up',
];
const reasons: Record<Viewer, ReadonlySet<EventKind>> = {
  anyone: new Set(),
  writer: new Set(reasonsForWriter),
  staff: new Set([
    ...reasonsForWriter,
    'objected',
    'returned',
    'assigned',
    'marked_spam',
    'contacted',
    'key_renewed',
    'withdrawn',
    'contact_erased',
    'erased',
  ]),
};

/** @param names of staff by id, for those who may read who stood in for whom */
export function toTimeline(
  rows: readonly EventRow[],
  tenant: Told,
  viewer: Viewer,
  names?: ReadonlyMap<string, string>,
): TimelineEntry[] {
  let holder = nobody;
  const entries: TimelineEntry[] = [];
  for (const row of rows) {
    const { data: event } = row;
    holder = holderAfter(holder, event);
    if (!shown[viewer].has(event.kind)) continue;
    entries.push({
      ...toEntry(event, tenant, holderName(tenant, holder), reasonFor(row, viewer)),
      ...(names && event.actingFor !== undefined
        ? { deputy: { by: names.get(event.actor ?? '') ?? '', for: names.get(event.actingFor) ?? '' } }
        : {}),
    });
  }
  return entries;
}

function toEntry(
  event: LetterEvent,
  tenant: Tenant,
  department: string | null,
  text: string | null,
): TimelineEntry {
  return {
    at: formatInstant(event.at, tenant.timeZone),
    kind: event.kind,
    role: event.role,
    department,
    text,
    due:
      'clock' in event && event.clock.stoppedOn === null
        ? formatDeadline(event.clock.due, tenant.timeZone)
        : null,
    outcome: event.kind === 'replied' ? event.outcome : null,
    type: event.kind === 'replied' || event.kind === 'drafted' ? event.type : null,
    grounds: 'grounds' in event ? event.grounds : event.kind === 'closed' ? event.reason : null,
    level: event.kind === 'rated' ? event.level : null,
    colour: event.kind === 'escalated' ? event.colour : null,
    promisedFor: event.kind === 'replied' ? event.promisedFor : null,
    ...('succeeds' in event ? { succeeds: nameOf(tenant, event.succeeds!) ?? '' } : {}),
  };
}

export function nameOf(tenant: Tenant, department: string | null): string | null {
  return tenant.departments.find(({ id }) => id === department)?.name ?? null;
}

/** Replies as sent, oldest first. */
export function toReplies(rows: readonly EventRow[], tenant: Told, files: Files): Reply[] {
  let holder = nobody;
  return rows.flatMap(({ data: event, texts }) => {
    holder = holderAfter(holder, event);
    return event.kind === 'replied'
      ? [toReply(event, texts?.body ?? '', texts?.phone ?? null, holderName(tenant, holder), tenant, files)]
      : [];
  });
}

export function toReply(
  event: Extract<LetterEvent, { kind: 'replied' | 'drafted' }>,
  body: string,
  phone: string | null,
  department: string | null,
  tenant: Tenant,
  files: Files,
): Reply {
  const { type, outcome, promisedFor } = event;
  return {
    at: formatInstant(event.at, tenant.timeZone),
    type,
    department,
    body,
    outcome,
    promisedFor,
    phone,
    ...files.at(event.seq),
  };
}

export function toLedger(rows: readonly EventRow[], tenant: Tenant, viewer: Viewer): LedgerEntry[] {
  const reasonAt = new Map(rows.map((row) => [row.data.seq, reasonFor(row, viewer)]));
  return ledger(rows.map(({ data }) => data)).map(({ seq, at, entry, role, due }) => ({
    at: formatInstant(at, tenant.timeZone),
    entry,
    role,
    reason: reasonAt.get(seq) ?? null,
    due: due && formatDeadline(due, tenant.timeZone),
  }));
}

/** The one decision who reads the words that came with an event. */
function reasonFor({ data, texts }: EventRow, viewer: Viewer): string | null {
  return reasons[viewer].has(data.kind) ? (texts?.reason ?? texts?.body ?? null) : null;
}
