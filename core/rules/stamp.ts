/** What every event has beside its own fields. */
import type { EventBody, Instant, LetterEvent } from '../events.ts';
import type { Actor } from '../letter.ts';

export function stamp(
  body: EventBody,
  seq: number,
  at: Instant,
  by: Pick<Actor, 'role' | 'id'>,
  actingFor: string | null = null,
): LetterEvent {
  const whom = actingFor === null ? {} : { actingFor };
  return { ...body, seq, at, role: by.role, actor: by.id, ...whom, commitment: null };
}
