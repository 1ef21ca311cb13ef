/** Lives of letters as nobody would plan them: any commands by anybody, hours or weeks apart. */
import fc from 'fast-check';
import {
  CHANNELS,
  DECLINE_GROUNDS,
  KINDS,
  LEVELS,
  OUTCOMES,
  SOLVED,
  SPAM_GROUNDS,
  STATUSES,
  WITHHOLD_GROUNDS,
} from '../../contract/vocabulary.ts';
import type { Instant, LetterEvent } from '../events.ts';
import { decide, evolve } from '../letter.rules.ts';
import type { Actor, Command, CommandName, Letter, Policy } from '../letter.ts';
import { addDays } from '../local-time.ts';
import { REPLY_SIGNS } from '../reply-check.rules.ts';
import { who } from '../rules/who.ts';
import { at, everybody, noScores } from './story.ts';

export interface Step {
  /** Since the step before; clocks may disagree a little. */
  minutes: number;
  actor: Actor;
  command: Command;
}

const departments = fc.constantFrom('a', 'a', 'a', 'b', 'b', 'b', 'c', 'x');
const named = <N extends CommandName>(name: N) => fc.constant({ name } as Extract<Command, { name: N }>);
const days = fc.integer({ min: -3, max: 200 }).map((count) => addDays('2026-03-02', count));
const outcome = fc.option(fc.constantFrom(...OUTCOMES));
const promisedFor = fc.option(days);
const withhold = fc.constantFrom(...WITHHOLD_GROUNDS);
/** What the reply check found: mostly nothing. */
const flags = fc.subarray([...REPLY_SIGNS], { maxLength: 3 });

const commands: { [N in CommandName]: fc.Arbitrary<Extract<Command, { name: N }>> } = {
  submit: fc.record({
    name: fc.constant('submit'),
    kind: fc.constantFrom(...KINDS),
    department: fc.option(departments),
    consent: fc.boolean(),
    channel: fc.constantFrom(...CHANNELS),
  }),
  accept: fc.record({ name: fc.constant('accept'), department: departments }),
  assign: fc.record({ name: fc.constant('assign'), department: departments }),
  decline: fc.record({ name: fc.constant('decline'), grounds: fc.constantFrom(...DECLINE_GROUNDS) }),
  spam: fc.record({ name: fc.constant('spam'), grounds: fc.constantFrom(...SPAM_GROUNDS) }),
  transfer: fc.record({
    name: fc.constant('transfer'),
    department: fc.option(departments),
    tenant: fc.option(fc.constant('t'), { freq: 9 }).map((tenant) => (tenant ? null : 't')),
  }),
  object: named('object'),
  'request-info': named('request-info'),
  reply: fc.record({
    name: fc.constant('reply'),
    type: fc.constantFrom('interim', 'final', 'final'),
    outcome,
    promisedFor,
    flags,
  }),
  approve: fc.record({ name: fc.constant('approve'), flags }),
  return: named('return'),
  extend: fc.record({ name: fc.constant('extend'), days: fc.integer({ min: -1, max: 20 }) }),
  publish: named('publish'),
  withhold: fc.record({ name: fc.constant('withhold'), grounds: withhold }),
  'take-down': fc.record({ name: fc.constant('take-down'), grounds: withhold }),
  'follow-up': fc.record({ name: fc.constant('follow-up'), done: fc.boolean() }),
  contact: named('contact'),
  merge: fc.record({
    name: fc.constant('merge'),
    into: fc.constantFrom('this', 'other'),
    self: fc.constant('this'),
    targetStatus: fc.constantFrom(...STATUSES),
    children: fc.constantFrom(0, 1),
  }),
  join: named('join'),
  part: named('part'),
  'answer-merged': fc.record({
    name: fc.constant('answer-merged'),
    outcome: fc.constantFrom(...OUTCOMES),
    promisedFor,
  }),
  note: named('note'),
  'new-key': named('new-key'),
  erase: named('erase'),
  'erase-contact': fc.record({ name: fc.constant('erase-contact'), required: fc.boolean() }),
  'view-contact': named('view-contact'),
  'view-file': fc.record({ name: fc.constant('view-file'), file: fc.integer({ min: 1, max: 9 }) }),
  supplement: named('supplement'),
  withdraw: named('withdraw'),
  rate: fc.record({
    name: fc.constant('rate'),
    level: fc.constantFrom(...LEVELS),
    solved: fc.constantFrom(...SOLVED),
    scores: fc.constant(noScores),
  }),
  consent: fc.record({ name: fc.constant('consent'), publish: fc.boolean() }),
  endorse: named('endorse'),
  verdict: fc.record({ name: fc.constant('verdict'), answers: fc.boolean() }),
  recompute: named('recompute'),
  succeed: fc.record({
    name: fc.constant('succeed'),
    from: departments,
    to: departments,
    before: fc.constantFrom(null, at('2026-03-02')),
  }),
  elapse: named('elapse'),
};

/** What moves a letter comes more often than what ends or records it, or no life would get far. */
const WEIGHTS: Partial<Record<CommandName, number>> = {
  ...{ accept: 60, assign: 8, reply: 90, approve: 30, rate: 90, 'answer-merged': 20, merge: 3 },
  ...{ 'request-info': 25, supplement: 12, transfer: 25, extend: 10, publish: 8, 'follow-up': 10 },
};

const minutes = fc.oneof(
  { arbitrary: fc.integer({ min: 0, max: 1440 }), weight: 12 },
  { arbitrary: fc.integer({ min: -5, max: 5 }), weight: 2 },
  { arbitrary: fc.integer({ min: 0, max: 40 * 1440 }), weight: 1 },
);

const step: fc.Arbitrary<Step> = fc
  .oneof(
    ...(Object.keys(commands) as CommandName[]).map((name) => ({
      arbitrary: commands[name] as fc.Arbitrary<Command>,
      weight: WEIGHTS[name] ?? 2,
    })),
  )
  .chain((command) => {
    const mostly = everybody.filter(({ role }) => role !== 'import' && who[command.name].includes(role));
    return fc.record({
      minutes,
      command: fc.constant(command),
      actor: fc.oneof(
        { arbitrary: fc.constantFrom(...mostly), weight: 8 },
        { arbitrary: fc.constantFrom(...everybody), weight: 1 },
      ),
    });
  });

/** A submission some time of 2026, then anything. */
export const life: fc.Arbitrary<Step[]> = fc
  .record({
    first: fc.record({
      minutes: fc.integer({ min: 0, max: 400 * 1440 }),
      actor: fc.constant(everybody[0]!),
      command: commands.submit,
    }),
    rest: fc.array(step, { minLength: 25, maxLength: 50 }),
  })
  .map(({ first, rest }) => [
    { ...first, command: { ...first.command, department: first.command.department && 'a' } },
    ...rest,
  ]);

/** Lives it; what is refused doesn't happen. `watch` sees every letter and what was asked and decided. */
export function live(
  steps: readonly Step[],
  policy: Policy,
  watch: (
    before: Letter | null,
    step: Step,
    events: LetterEvent[],
    after: Letter,
    now: Instant,
  ) => void = () => {},
): LetterEvent[] {
  const history: LetterEvent[] = [];
  let letter: Letter | null = null;
  let now = at('2026-01-05');
  for (const step of steps) {
    now += step.minutes * 60_000;
    const decision = decide(letter, step.command, step.actor, now, policy);
    if (!decision.ok) continue;
    const after: Letter = decision.events.reduce<Letter | null>(evolve, letter)!;
    history.push(...decision.events);
    watch(letter, step, decision.events, after, now);
    letter = after;
  }
  return history;
}
