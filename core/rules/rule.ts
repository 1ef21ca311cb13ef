/** The shape every rule of this folder has: may this command happen to this letter now, and what happened then. */
import type { Day } from '../calendar.ts';
import type { EventBody, Instant } from '../events.ts';
import type { Actor, CommandName, CommandOf, Letter, Policy, Refusal } from '../letter.ts';

export interface Context {
  actor: Actor;
  now: Instant;
  /** The day of `now` in the tenant's zone. */
  today: Day;
  policy: Policy;
}

/** A refusal, or what happened, still without its stamp. Who may ask and in which status is settled before (who.ts, when.ts). */
export type Verdict = Refusal | EventBody[];

export type Rule<N extends CommandName> = (
  letter: Letter,
  command: CommandOf<N>,
  context: Context,
) => Verdict;
