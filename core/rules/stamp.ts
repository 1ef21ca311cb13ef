/** What every event has beside its own fields. */
import type { EventBody, Instant, LetterEvent } from '../events.ts';
import type { Actor } from '../letter.ts';

export function stamp(
  body: EventBody,
  seq: number,
  at: Instant,
  by: Pick<Actor, 'role' | 'id'>,
): LetterEvent {
  return { ...body, seq, at, role: by.role, actor: by.id, commitment: null };
}
