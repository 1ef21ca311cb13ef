/** **submit** and **register**: the letter gets its clock. Numbering and the receipt are the action's, in the same transaction. */
import { deadline, startClock } from '../clock.rules.ts';
import type { CommandOf } from '../letter.ts';
import { withFiles } from './files.ts';
import type { Context, Verdict } from './rule.ts';

export function submit(command: CommandOf<'submit'>, { actor, now, today, policy }: Context): Verdict {
  const { kind, department, consent, channel, files } = command;
  const { rules, departments } = policy;
  if (department !== null && !departments.includes(department)) return 'unknown_department';
  return [
    {
      kind: 'submitted',
      letterKind: kind,
      department,
      consent,
      channel: actor.role === 'import' ? 'import' : channel,
      ruleVersion: rules.version,
      acceptBy: deadline('working', rules.acceptDays, today, policy),
      clock: startClock('working', rules.replyDays[kind], now, policy),
      ...withFiles(files),
    },
  ];
}
