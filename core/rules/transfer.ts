/**
 * **transfer**: twice at most, then only the coordinator assigns, and that department cannot pass it on. A department may
 * **object** to a wrong address within some working days; it stays the holder until the coordinator assigns. The clock is
 * never touched here.
 */
import { deadline, hasPassed } from '../clock.rules.ts';
import { dayOf } from '../local-time.ts';
import type { Rule } from './rule.ts';

const TRANSFERS_MAX = 2;

export const transfer: Rule<'transfer'> = (letter, { department, tenant }, { policy }) => {
  if (letter.forced) return 'forced_assignment';
  if (letter.transfers >= TRANSFERS_MAX) return 'too_many_transfers';
  if (letter.draft) return 'reply_pending';
  if (tenant !== null) return [{ kind: 'transferred', department: null, tenant }];
  if (department === null || !policy.departments.includes(department)) return 'unknown_department';
  if (department === letter.department) return 'same_department';
  return [{ kind: 'transferred', department, tenant: null }];
};

/** Routes a letter that nobody accepted, moves one that somebody did, takes one out of a merge, decides an objection. */
export const assign: Rule<'assign'> = (letter, { department }, { policy }) => {
  if (!policy.departments.includes(department)) return 'unknown_department';
  if (letter.draft) return 'reply_pending';
  const forced = letter.transfers >= TRANSFERS_MAX;
  const decides = letter.objected || letter.status === 'merged' || forced !== letter.forced;
  if (department === letter.department && !decides) return 'same_department';
  return [{ kind: 'assigned', department, forced }];
};

export const object: Rule<'object'> = (letter, _command, { now, policy }) => {
  if (letter.forced) return 'forced_assignment';
  if (letter.objected) return 'already_objected';
  if (letter.draft) return 'reply_pending';
  const since = dayOf(letter.heldSince, policy.timeZone);
  if (hasPassed(deadline('working', policy.rules.objectionDays, since, policy), now))
    return 'objection_too_late';
  return [{ kind: 'objected' }];
};
