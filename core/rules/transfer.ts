/**
 * **transfer**: twice at most, between departments or tenants, then only the coordinator of the letter's own tenant assigns, and
 * who gets it cannot pass it on. Its holder may **object** to a wrong address within some working days; it stays the holder until
 * the coordinator assigns. The clock is never touched here.
 */
import { deadline, hasPassed } from '../clock.rules.ts';
import { isSameHolder } from '../holder.ts';
import type { Letter, Refusal } from '../letter.ts';
import { dayOf } from '../local-time.ts';
import type { Context, Rule } from './rule.ts';

const TRANSFERS_MAX = 2;

export const transfer: Rule<'transfer'> = (letter, asked, { actor, policy }) => {
  if (letter.forced) return 'forced_assignment';
  if (letter.transfers >= TRANSFERS_MAX) return 'too_many_transfers';
  if (letter.draft) return 'reply_pending';
  const { department } = asked;
  const tenant = asked.tenant === null ? (actor.tenant ?? null) : holderOf(asked.tenant, policy);
  const refusal = unknown(asked, policy) ?? staysThere(letter, { tenant, department });
  return refusal ?? [{ kind: 'transferred', department, tenant }];
};

/**
 * Routes a letter that nobody accepted, moves one that somebody did, takes one out of a merge, decides an objection. In a tenant
 * that a letter was handed over to, its coordinator moves it between departments there, and no further.
 */
export const assign: Rule<'assign'> = (letter, asked, context) => {
  const { actor, policy } = context;
  const { department, tenant: named = null } = asked;
  const tenant = named === null ? (actor.tenant ?? null) : holderOf(named, policy);
  const wrong =
    unknown({ department, tenant: named }, policy) ?? outOfReach(letter, { tenant, department }, context);
  if (wrong) return wrong;
  if (letter.draft) return 'reply_pending';
  // Whom its own tenant chose after two transfers keeps it; another tenant's coordinator changes nothing about that.
  const forced = actor.tenant === undefined ? letter.transfers >= TRANSFERS_MAX : letter.forced;
  const decides = letter.objected || letter.status === 'merged' || forced !== letter.forced;
  const stays = decides ? null : staysThere(letter, { tenant, department });
  return stays ?? [{ kind: 'assigned', department, ...(tenant === null ? {} : { tenant }), forced }];
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

interface Target {
  department: string | null;
  tenant: string | null;
}

/** A tenant as holder: the letter's own is null. */
const holderOf = (tenant: string, policy: Context['policy']): string | null =>
  tenant === policy.tenant ? null : tenant;

/** Either one of the actor's own departments, or a tenant, which names the department itself. */
function unknown({ department, tenant }: Target, policy: Context['policy']): Refusal | null {
  const known =
    tenant === null ? department !== null && policy.departments.includes(department) : department === null;
  return known ? null : 'unknown_department';
}

function staysThere(letter: Letter, target: Target): Refusal | null {
  if (target.department === null) return target.tenant === letter.tenant ? 'same_tenant' : null;
  return isSameHolder(letter, target) ? 'same_department' : null;
}

/** Only an objection, or two transfers, make an assignment out of what would be a transfer to another tenant. */
function outOfReach(letter: Letter, target: Target, { actor }: Context): Refusal | null {
  const { tenant, department } = target;
  // Who assigns within a tenant names a department.
  if (department === null && (tenant === null || actor.tenant !== undefined)) return 'unknown_department';
  if (actor.tenant !== undefined) return null;
  if (letter.tenant !== null) return letter.objected ? null : 'handed_over';
  if (tenant === null || letter.objected || letter.transfers >= TRANSFERS_MAX) return null;
  return 'transfer_first';
}
