/** From decided events to the rows that record them, each with a salted commitment to the text that came with it. */
import type { EventKind, LetterEvent } from '../../core/index.ts';
import { randomBytes, sha256, toHex } from '../platform/crypto.ts';
import type { EventRow, Texts } from '../schema/letters.ts';

/** Events that carry what a person wrote; time's own events never do. */
const carriers = new Set<EventKind>([
  'submitted',
  'accepted',
  'assigned',
  'declined',
  'marked_spam',
  'transferred',
  'objected',
  'info_requested',
  'supplemented',
  'drafted',
  'returned',
  'replied',
  'extended',
  'published',
  'withheld',
  'taken_down',
  'rated',
  'contacted',
  'followed_up',
  'merged',
  'withdrawn',
  'noted',
  'key_renewed',
  'contact_erased',
  'erased',
]);

/** The event that stands for what a person said, with its words and its files. */
export const carrierOf = (events: readonly LetterEvent[]): LetterEvent | undefined =>
  events.findLast((event) => carriers.has(event.kind) && !('succeeds' in event));

/**
 * @param committed the text the events stand for (a submission's letter itself), where it isn't stored with the event
 * @param files SHA-256 (hex) of each file that came with it
 */
export async function toRows(
  letterId: string,
  tenant: string,
  events: readonly LetterEvent[],
  texts: Texts | null,
  committed?: string,
  files: readonly string[] = [],
): Promise<EventRow[]> {
  const carrier = texts || committed || files.length > 0 ? carrierOf(events) : undefined;
  const said = [committed ?? JSON.stringify(texts), ...files].join('\u0000');
  return Promise.all(
    events.map(async (event) => {
      const mine = event === carrier;
      const salt = mine ? toHex(randomBytes(16)) : null;
      const commitment = mine ? await sha256(`${salt}\u0000${said}`) : null;
      return {
        letterId,
        seq: event.seq,
        tenant,
        at: event.at,
        kind: event.kind,
        data: { ...event, commitment },
        texts: mine ? texts : null,
        salt,
      };
    }),
  );
}
