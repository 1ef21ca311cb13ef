/** Telling a letter's life in tests: who did what when, in Beijing time. */
import { chinaCalendar } from '../china-calendar.ts';
import { defaultRules } from '../default-rules.ts';
import type { EventKind, Instant, LetterEvent } from '../events.ts';
import { decide, evolve } from '../letter.rules.ts';
import type { Actor, Command, CommandOf, Letter, Policy, Refusal, Rules } from '../letter.ts';

/** `'2026-03-02 09:00'`, or a day for its noon, in Beijing. */
export function at(time: string): Instant {
  const [day, clock = '12:00'] = time.split(' ');
  return Date.parse(`${day}T${clock}+08:00`);
}

const staff = (role: Actor['role'], id: string, ...departments: string[]): Actor => ({
  role,
  id,
  departments,
});

export const writer: Actor = { role: 'writer', id: null, departments: [] };
export const reader: Actor = { role: 'reader', id: null, departments: [] };
export const system: Actor = { role: 'system', id: null, departments: [] };
export const importer: Actor = { role: 'import', id: 'importer', departments: [] };
export const officer = staff('officer', 'officer-a', 'a');
export const officerB = staff('officer', 'officer-b', 'b');
export const coordinator = staff('coordinator', 'coordinator');
export const central = staff('central', 'central');
export const everybody = [writer, reader, system, importer, officer, officerB, coordinator, central];

export function aPolicy(rules: Partial<Rules> = {}, rest: Partial<Policy> = {}): Policy {
  return {
    rules: { ...defaultRules, ...rules },
    calendar: chinaCalendar,
    timeZone: 'Asia/Shanghai',
    departments: ['a', 'b', 'c', 'd'],
    ...rest,
  };
}

export const noScores = { result: null, attitude: null, speed: null };
export const rating = (
  level: 1 | 2 | 3 | 4 | 5,
  solved: 'yes' | 'partly' | 'no' = 'yes',
): CommandOf<'rate'> => ({
  name: 'rate',
  level,
  solved,
  scores: noScores,
});
export const finalReply = (
  outcome: CommandOf<'reply'>['outcome'] = 'explained',
  promisedFor: string | null = null,
): CommandOf<'reply'> => ({ name: 'reply', type: 'final', outcome, promisedFor });
export const interimReply: CommandOf<'reply'> = {
  name: 'reply',
  type: 'interim',
  outcome: null,
  promisedFor: null,
};

export class Story {
  readonly events: LetterEvent[] = [];
  policy: Policy;

  constructor(policy: Policy) {
    this.policy = policy;
  }

  get letter(): Letter {
    return this.events.reduce<Letter | null>(evolve, null)!;
  }

  /** The kinds of the events that followed; a refusal fails the test. */
  does(actor: Actor, command: Command, time: string): EventKind[] {
    const decision = this.#decide(actor, command, time);
    if (!decision.ok) throw new Error(`${command.name} refused: ${decision.reason}`);
    this.events.push(...decision.events);
    return decision.events.map(({ kind }) => kind);
  }

  /** The reason of a refusal; null where it would have been granted. Nothing happens. */
  refuses(actor: Actor, command: Command, time: string): Refusal | null {
    const decision = this.#decide(actor, command, time);
    return decision.ok ? null : decision.reason;
  }

  #decide(actor: Actor, command: Command, time: string) {
    return decide(this.events.length > 0 ? this.letter : null, command, actor, at(time), this.policy);
  }
}

/** An inquiry to department `a`, received on Monday 2026-03-02 at noon: accept by 03-03, reply by 03-09. */
export function submitted(
  command: Partial<CommandOf<'submit'>> = {},
  policy = aPolicy(),
  time = '2026-03-02',
): Story {
  const story = new Story(policy);
  const submit = { kind: 'inquiry', department: 'a', consent: true, channel: 'widget' } as const;
  const by = command.channel === 'import' ? importer : writer;
  story.does(by, { name: 'submit', ...submit, ...command }, time);
  return story;
}

/** … accepted by department `a` on Tuesday. */
export function accepted(command: Partial<CommandOf<'submit'>> = {}, policy = aPolicy()): Story {
  const story = submitted(command, policy);
  story.does(coordinator, { name: 'accept', department: 'a' }, '2026-03-03');
  return story;
}

/** … answered on Wednesday. */
export function replied(reply = finalReply(), policy = aPolicy()): Story {
  const story = accepted({}, policy);
  story.does(officer, reply, '2026-03-04');
  return story;
}

/** … rated 非常不满意 on Thursday: answer again by 03-20. */
export function reopened(reply = finalReply(), policy = aPolicy()): Story {
  const story = replied(reply, policy);
  story.does(writer, rating(1, 'no'), '2026-03-05');
  return story;
}
