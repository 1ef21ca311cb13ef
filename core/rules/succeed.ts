/**
 * When departments are merged, split or closed, their open letters pass to a successor: no transfer, not counted among the two,
 * and nothing of the letter but its holder changes. The clock goes on.
 */
import type { EventBody } from '../events.ts';
import type { Letter, Policy } from '../letter.ts';
import type { Rule } from './rule.ts';

/** Nothing to pass on: no event, so that doing it twice does it once. */
export const succeed: Rule<'succeed'> = (letter, { from, to, before }, { actor, policy }) => {
  if (!policy.departments.includes(to)) return 'unknown_department';
  // Another tenant's departments may be called the same.
  if (letter.tenant !== (actor.tenant ?? null)) return [];
  if (letter.department !== from || from === to) return [];
  if (before !== null && letter.heldSince > before) return [];
  return [passed(letter, from, to)];
};

/** A letter that is opened again, while the department that answered it is closed: its successor has it now. */
export function toSuccessor(letter: Letter, { successors = {} }: Policy): EventBody[] {
  const to = letter.department === null || letter.tenant !== null ? undefined : successors[letter.department];
  return to === undefined ? [] : [passed(letter, letter.department!, to)];
}

const passed = ({ forced, tenant }: Letter, succeeds: string, department: string): EventBody => ({
  kind: 'assigned',
  department,
  ...(tenant !== null && { tenant }),
  forced,
  succeeds,
});
