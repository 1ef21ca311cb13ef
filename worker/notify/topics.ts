/** Which events are told to whom: to the letter's writer by mail, to other systems by webhook. */
import type { WebhookEvent } from '../../contract/vocabulary.ts';
import type { EventKind, LetterEvent } from '../../core/index.ts';

export const WRITER_MAILS = [
  'receipt',
  'accepted',
  'transferred',
  'question',
  'extended',
  'late',
  'interim',
  'reply',
  'declined',
  'reopened',
  'followed-up',
  'promise-kept',
  'promise-due',
  'merged',
  'parted',
  'key-renewed',
] as const;
export type WriterMail = (typeof WRITER_MAILS)[number];

export const DIGESTS = ['digest-daily', 'digest-weekly', 'digest-orders'] as const;
export type Digest = (typeof DIGESTS)[number];

/** @returns null where the writer did it themselves, or needn't hear of it. An import tells old history: nobody hears of it. */
export function mailFor(event: LetterEvent): WriterMail | null {
  if (event.role === 'import') return null;
  switch (event.kind) {
    case 'submitted':
      return 'receipt';
    case 'accepted':
    case 'transferred':
    case 'extended':
    case 'declined':
    case 'reopened':
    case 'merged':
    case 'parted':
      return event.kind;
    case 'info_requested':
      return 'question';
    case 'replied':
      return event.type === 'interim' ? 'interim' : 'reply';
    case 'escalated':
      // Once a round: the further steps are the supervisors'.
      return event.colour === 'yellow' ? 'late' : null;
    case 'followed_up':
      return event.done ? 'promise-kept' : 'followed-up';
    case 'key_renewed':
      return 'key-renewed';
    default:
      return null;
  }
}

/** What staff say among themselves, who looked at what, and what readers click. */
const untold = new Set<EventKind>([
  'drafted',
  'returned',
  'contacted',
  'joined',
  'noted',
  'contact_viewed',
  'contact_erased',
  'key_renewed',
  'endorsed',
  'verdict',
]);

export function webhookFor(event: LetterEvent): WebhookEvent | null {
  if (event.role === 'import' || untold.has(event.kind)) return null;
  return `letter.${event.kind}` as WebhookEvent;
}
