/**
 * The life of a letter (product.md §4): `(letter, command, actor, now, policy) → events | refusal`. Nothing else decides.
 *
 * rules/who.ts says who may ask, rules/when.ts in which status, and one file of rules/ each what more it takes and what
 * happens. Time acts first: whatever ran out before `now` has happened, whether or not a job noticed.
 */
import type { EventBody, Instant } from './events.ts';
import type { Actor, Command, CommandName, Decision, Letter, Policy } from './letter.ts';
import { evolve } from './letter.evolve.ts';
import { dayOf } from './local-time.ts';
import { elapsed, SYSTEM } from './rules/elapse.ts';
import { rules } from './rules/index.ts';
import type { Context, Rule, Verdict } from './rules/rule.ts';
import { samples } from './rules/samples.ts';
import { stamp } from './rules/stamp.ts';
import { submit } from './rules/submit.ts';
import { mayHappen } from './rules/when.ts';
import { actsFor, mayAct } from './rules/who.ts';

export { evolve, replay } from './letter.evolve.ts';
export { elapsed, nextBoundary } from './rules/elapse.ts';
export { isOpen } from './rules/open.ts';

/** `now` is moved up to the letter's last event where clocks disagree: a history never goes back in time. */
export function decide(
  letter: Letter | null,
  command: Command,
  actor: Actor,
  now: Instant,
  policy: Policy,
): Decision {
  const refusal = mayAct(letter, command.name, actor);
  if (refusal) return { ok: false, reason: refusal };
  const at = Math.max(now, letter?.lastAt ?? now);
  const passed =
    letter && (command.name === 'elapse' || actsAfterTime(actor)) ? elapsed(letter, at, policy) : [];
  const present = passed.reduce(evolve, letter);
  const verdict = judge(present, command, contextOf(actor, at, policy));
  if (typeof verdict === 'string') return { ok: false, reason: verdict };
  const seq = present?.seq ?? 0;
  const whom = actsFor(present, actor);
  const events = verdict.map((body, index) =>
    isSuccession(body)
      ? stamp(body, seq + index + 1, at, SYSTEM)
      : stamp(body, seq + index + 1, at, actor, whom),
  );
  return { ok: true, events: [...passed, ...events] };
}

/** That a successor has the letter is nobody's act, whoever opened it again. */
const isSuccession = (body: EventBody): boolean => body.kind === 'assigned' && body.succeeds !== undefined;

/** What this actor may ask for now, found by asking: each command with arguments that could be granted. */
export function allowed(letter: Letter, actor: Actor, now: Instant, policy: Policy): CommandName[] {
  const at = Math.max(now, letter.lastAt);
  const passed = actsAfterTime(actor) ? elapsed(letter, at, policy) : [];
  const present = passed.reduce<Letter>(evolve, letter);
  const context = contextOf(actor, at, policy);
  const granted = (command: Command) =>
    !mayAct(present, command.name, actor) && Array.isArray(judge(present, command, context));
  const candidates: readonly Command[] = Object.values(samples(policy)).flat();
  return [...new Set(candidates.filter(granted).map(({ name }) => name))];
}

/** A file tells the whole history: silence may not close an imported letter before its rating was read. */
function actsAfterTime(actor: Actor): boolean {
  return actor.role !== 'import';
}

function judge(letter: Letter | null, command: Command, context: Context): Verdict {
  if (command.name === 'submit') return letter === null ? submit(command, context) : 'wrong_status';
  if (letter === null) return 'wrong_status';
  // TypeScript cannot see that the rule is the one of this very command.
  const rule = rules[command.name] as Rule<CommandName>;
  return mayHappen(letter, command.name) ?? rule(letter, command, context);
}

function contextOf(actor: Actor, now: Instant, policy: Policy): Context {
  return { actor, now, today: dayOf(now, policy.timeZone), policy };
}
