/** What people work towards next. */
import type { Instant } from './events.ts';
import type { Letter } from './letter.ts';

/** The next due time people work towards: acceptance first, then the reply; none while the clock stands still. */
export function dueAtOf(letter: Letter): Instant | null {
  if (letter.status === 'submitted') return letter.acceptBy.before;
  return letter.status === 'accepted' ? letter.clock.due.before : null;
}
