/**
 * **reply**: an interim one says why it takes longer, a final one carries an outcome. Where the tenant wants a **review**,
 * an officer's reply goes out only when a second member approves it.
 */
import type { Outcome } from '../../contract/vocabulary.ts';
import { resumeClock, workingDaysBetween } from '../clock.rules.ts';
import type { EventBody, WithSigns } from '../events.ts';
import type { Letter, Refusal } from '../letter.ts';
import { addDays, dayOf, startOfDay } from '../local-time.ts';
import { withFiles } from './files.ts';
import type { Context, Rule } from './rule.ts';

/** What a reply says, whoever sends it. */
type Content = NonNullable<Letter['draft']>;

export const reply: Rule<'reply'> = (letter, command, context) => {
  const { actor, today, policy } = context;
  if (letter.draft) return 'reply_pending';
  const content = contentOf({ ...command, author: actor.id, files: command.files ?? 0 });
  const fault = faultOf(content, context);
  if (fault) return fault;
  const { type, outcome, promisedFor, files } = content;
  const signs = signsOf(command);
  const waits = policy.rules.signOff && actor.role === 'officer';
  const sent: EventBody = waits
    ? { kind: 'drafted', type, outcome, promisedFor, ...withFiles(files), ...signs }
    : { ...sentReply(letter, { ...content, author: null }, context), ...signs };
  if (letter.status !== 'awaiting_citizen') return [sent];
  return [{ kind: 'resumed', clock: resumeClock(letter.clock, today, policy) }, sent];
};

/** Its text is checked once more: since it was drafted another letter may have been answered with it. */
export const approve: Rule<'approve'> = (letter, command, context) => {
  if (!letter.draft) return 'no_draft';
  if (letter.draft.author === context.actor.id) return 'own_draft';
  return (
    faultOf(letter.draft, context) ?? [{ ...sentReply(letter, letter.draft, context), ...signsOf(command) }]
  );
};

export const returnDraft: Rule<'return'> = (letter) => (letter.draft ? [{ kind: 'returned' }] : 'no_draft');

/** What the check found, and nothing where it found nothing. */
function signsOf({ flags = [], personalData }: WithSigns): WithSigns {
  return { ...(flags.length > 0 && { flags }), ...(personalData && { personalData }) };
}

/** The reply as it goes out. */
export function sentReply(
  letter: Letter,
  content: Content,
  context: Context,
  merged = false,
): Extract<EventBody, { kind: 'replied' }> {
  const { today, policy } = context;
  const { type, outcome, promisedFor, author, files } = content;
  const received = dayOf(letter.receivedAt, policy.timeZone);
  return {
    kind: 'replied',
    type,
    outcome,
    promisedFor,
    promiseBefore: promisedFor === null ? null : startOfDay(addDays(promisedFor, 1), policy.timeZone),
    days: workingDaysBetween(received, today, policy),
    author,
    merged,
    ...withFiles(files),
  };
}

/** Only a final reply claims an outcome, and only a promise has a date. */
export function contentOf({ type, outcome, promisedFor, author, files }: Content): Content {
  const claimed: Outcome | null = type === 'final' ? outcome : null;
  return { author, type, outcome: claimed, promisedFor: claimed === 'promised' ? promisedFor : null, files };
}

/** An import may lack the date of an old promise: its file has no column for it. */
function faultOf({ type, outcome, promisedFor }: Content, { actor, today }: Context): Refusal | null {
  if (type === 'final' && outcome === null) return 'outcome_missing';
  if (outcome !== 'promised' || actor.role === 'import') return null;
  if (promisedFor === null) return 'promise_date_missing';
  return promisedFor > today ? null : 'promise_date_past';
}
