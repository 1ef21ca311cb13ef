/** Which commands a letter's page offers, in what order, and what each asks for. */
import type { StaffCommandName, StaffLetter } from '../../contract/staff.ts';
import { limits } from '../../contract/limits.ts';
import {
  DECLINE_GROUNDS,
  type DeclineGround,
  PERSONAL_DATA_REASONS,
  SPAM_GROUNDS,
  WITHHOLD_GROUNDS,
} from '../../contract/vocabulary.ts';
import { declineWords, spamWords, withholdWords } from '../../contract/words.ts';
import { heldBack } from '../../core/reply-check.rules.ts';
import { Checks } from '../components/checks.ts';
import type { Choice } from '../components/fields.ts';
import { holdReasons } from '../components/personal-hold.ts';
import { lang, t } from '../words/index.ts';
import { type CommandBody, give } from './calls.ts';
import type { Errors, Values } from './form.ts';
import { checkDraft, draftOf } from './reply-check.ts';
import { type SessionRole, role } from './session.ts';
import { assignTarget, departments, isElsewhere, targetOf, transferTarget } from './target-fields.ts';

/** In the order in which they are offered beside the primary one. */
const OFFERED = [
  ...([
    'assign',
    'approve',
    'return',
    'contacted',
    'accept',
    'reply',
    'request-info',
    'extend',
    'transfer',
    'object',
  ] as const),
  ...([
    'publish',
    'follow-up',
    'decline',
    'spam',
    'merge',
    'withhold',
    'take-down',
    'new-key',
    'erase-contact',
    'erase',
  ] as const),
];
export type Offered = (typeof OFFERED)[number];
/** Those with a plain form; a reply and a publication have their own. */
export type Formed = Exclude<Offered, 'reply' | 'publish' | 'new-key'>;

export function offered(letter: StaffLetter): Offered[] {
  return OFFERED.filter((name) => letter.may.includes(name) && sensible(letter, name));
}

/** Allowed, but nobody's wish: whoever assigns needn't object, and what has no answer yet isn't asked to be published. */
function sensible(letter: StaffLetter, name: Offered): boolean {
  if (name === 'object') return role()?.role !== 'coordinator' || isElsewhere(letter, role());
  return name !== 'withhold' || letter.may.includes('publish');
}

/** The one thing to do now, if there is one. What a department owes, a coordinator may do in its stead but isn't urged to. */
export function primary(letter: StaffLetter): Offered | null {
  const may = new Set(offered(letter));
  const theirs = role()?.role !== 'coordinator' && letter.status !== 'awaiting_citizen' && !letter.objected;
  const toPublish = letter.publish && letter.release === 'none';
  const order: [Offered, boolean][] = [
    [
      'assign',
      (letter.objected && !isElsewhere(letter, role())) || (letter.department === null && !may.has('accept')),
    ],
    ['approve', letter.draft !== null],
    ['contacted', theirs && letter.contactBy !== null],
    ['accept', !letter.objected],
    ['reply', theirs && letter.draft === null],
    ['publish', toPublish],
    ['follow-up', theirs],
  ];
  return order.find(([name, fits]) => fits && may.has(name))?.[0] ?? null;
}

export interface Field {
  name: string;
  kind: 'area' | 'text' | 'select' | 'radio' | 'number' | 'check' | 'tenant';
  label: string;
  hint?: string;
  initial?: string;
  choices?: readonly Choice[];
  /** Code points of a text, bounds of a number. 0 as least makes a text optional. */
  min?: number;
  max?: number;
  /** Shown, and asked for, only while another field has this value. */
  when?: readonly [name: string, value: string] | undefined;
}

interface Spec<K extends StaffCommandName> {
  fields: (letter: StaffLetter, role: SessionRole) => Field[];
  body: (values: Values) => CommandBody<K>;
}

const value = (values: Values, name: string) => (values[name] ?? '').trim();
const reasonBounds = { min: 2, max: limits.reasonCharsMax };

function grounds<G extends string>(
  list: readonly G[],
  words: Record<G, string>,
): Pick<Field, 'name' | 'kind' | 'choices'> {
  return { name: 'grounds', kind: 'radio', choices: list.map((one) => ({ value: one, label: words[one] })) };
}

/** Once accepted only as unclear, and as unclear only after the writer was asked (core/rules/accept.ts). */
function declineGrounds(letter: StaffLetter): readonly DeclineGround[] {
  const asked = letter.timeline.some(({ kind }) => kind === 'info_requested');
  return DECLINE_GROUNDS.filter((one) =>
    one === 'unclear' ? asked : letter.status !== 'accepted' && letter.status !== 'awaiting_citizen',
  );
}

const withholding: Spec<'withhold'>['fields'] = () => [
  { ...grounds(WITHHOLD_GROUNDS, withholdWords[lang.value]), label: t().commands.withhold.grounds },
];
const chosen = <T extends string>(list: readonly T[], found: string): T =>
  list.find((one) => one === found) ?? list[0]!;

const specs: { [K in Formed]: Spec<K> } = {
  accept: {
    fields: (letter, { role, departments: own, allDepartments }) => [
      {
        ...{ name: 'department', kind: 'select', label: t().commands.accept.department },
        ...departments(role === 'officer' ? own : allDepartments, letter.department ?? ''),
      },
    ],
    body: (values) => ({ department: value(values, 'department') }),
  },
  assign: {
    fields: (letter, role) => [
      ...assignTarget({ letter, role, list: role.allDepartments, label: t().commands.assign.department }),
      {
        ...{
          name: 'reason',
          kind: 'area',
          label: t().commands.assign.reason,
          hint: t().commands.assign.reasonHint,
        },
        ...{ min: 0, max: limits.reasonCharsMax },
      },
    ],
    body: (values) => ({
      ...targetOf(values),
      ...(value(values, 'reason') && { reason: value(values, 'reason') }),
    }),
  },
  decline: {
    fields: (letter) => {
      const words = t().commands.decline;
      return [
        { ...grounds(declineGrounds(letter), declineWords[lang.value]), label: words.grounds },
        {
          name: 'explanation',
          kind: 'area',
          label: words.explanation,
          hint: words.explanationHint,
          min: 10,
          max: limits.replyCharsMax,
        },
        { name: 'goTo', kind: 'area', label: words.goTo, hint: words.goToHint, ...reasonBounds },
      ];
    },
    body: (values) => ({
      grounds: chosen(DECLINE_GROUNDS, value(values, 'grounds')),
      explanation: value(values, 'explanation'),
      goTo: value(values, 'goTo'),
    }),
  },
  spam: {
    fields: () => [
      { ...grounds(SPAM_GROUNDS, spamWords[lang.value]), label: t().commands.spam.grounds },
      { name: 'note', kind: 'area', label: t().commands.spam.note, min: 0, max: limits.reasonCharsMax },
    ],
    body: (values) => ({
      grounds: chosen(SPAM_GROUNDS, value(values, 'grounds')),
      ...(value(values, 'note') && { note: value(values, 'note') }),
    }),
  },
  transfer: {
    fields: (letter, role) => {
      const words = t().commands.transfer;
      const list = role.allDepartments.filter(({ id }) => id !== letter.department);
      return [
        ...transferTarget({ letter, role, list, label: words.department }),
        { name: 'reason', kind: 'area', label: words.reason, hint: words.reasonHint, ...reasonBounds },
      ];
    },
    body: (values) => ({ ...targetOf(values), reason: value(values, 'reason') }),
  },
  object: {
    fields: () => [{ name: 'reason', kind: 'area', label: t().commands.object.reason, ...reasonBounds }],
    body: (values) => ({ reason: value(values, 'reason') }),
  },
  'request-info': {
    fields: () => {
      const { question, questionHint } = t().commands['request-info'];
      return [
        {
          name: 'question',
          kind: 'area',
          label: question,
          hint: questionHint,
          min: 5,
          max: limits.reasonCharsMax,
        },
      ];
    },
    body: (values) => ({ question: value(values, 'question') }),
  },
  approve: {
    fields: ({ draft, ...letter }) => {
      if (!draft || heldBack(checkDraft(draftOf(draft), letter)).length === 0) return [];
      return [{ name: 'hold', kind: 'radio', label: t().check.hold.review, choices: holdReasons() }];
    },
    body: (values) => {
      const reason = PERSONAL_DATA_REASONS.find((one) => one === value(values, 'hold'));
      return reason ? { personalData: reason } : {};
    },
  },
  return: {
    fields: () => [{ name: 'reason', kind: 'area', label: t().commands.return.reason, ...reasonBounds }],
    body: (values) => ({ reason: value(values, 'reason') }),
  },
  extend: {
    fields: () => [
      { name: 'days', kind: 'number', label: t().commands.extend.days, initial: '5', min: 1, max: 15 },
      { name: 'reason', kind: 'area', label: t().commands.extend.reason, ...reasonBounds },
    ],
    body: (values) => ({ days: Number(value(values, 'days')), reason: value(values, 'reason') }),
  },
  withhold: {
    fields: withholding,
    body: (values) => ({ grounds: chosen(WITHHOLD_GROUNDS, value(values, 'grounds')) }),
  },
  'take-down': {
    fields: withholding,
    body: (values) => ({ grounds: chosen(WITHHOLD_GROUNDS, value(values, 'grounds')) }),
  },
  'follow-up': {
    fields: () => {
      const words = t().commands['follow-up'];
      const choices = [
        { value: 'yes', label: words.doneYes },
        { value: 'no', label: words.doneNo },
      ];
      return [
        { name: 'done', kind: 'radio', label: words.done, choices },
        { name: 'body', kind: 'area', label: words.body, min: 5, max: limits.replyCharsMax },
      ];
    },
    body: (values) => ({ done: value(values, 'done') === 'yes', body: value(values, 'body') }),
  },
  contacted: {
    fields: () => {
      const { note, noteHint } = t().commands.contacted;
      return [{ name: 'note', kind: 'area', label: note, hint: noteHint, ...reasonBounds }];
    },
    body: (values) => ({ note: value(values, 'note') }),
  },
  merge: {
    fields: () => [{ name: 'into', kind: 'text', label: t().commands.merge.into, min: 8, max: 24 }],
    body: (values) => ({ into: value(values, 'into').toUpperCase() }),
  },
  'erase-contact': {
    fields: () => {
      const { reason, reasonHint, sure } = t().commands['erase-contact'];
      return [
        { name: 'reason', kind: 'area', label: reason, hint: reasonHint, ...reasonBounds },
        { name: 'sure', kind: 'check', label: sure },
      ];
    },
    body: (values) => ({ reason: value(values, 'reason') }),
  },
  erase: {
    fields: () => [{ name: 'reason', kind: 'area', label: t().commands.erase.reason, ...reasonBounds }],
    body: (values) => ({ reason: value(values, 'reason') }),
  },
};

export function fieldsOf(command: Formed | 'new-key', letter: StaffLetter, role: SessionRole): Field[] {
  if (command !== 'new-key') return specs[command].fields(letter, role);
  const { proof, proofHint } = t().commands['new-key'];
  return [{ name: 'proof', kind: 'area', label: proof, hint: proofHint, ...reasonBounds }];
}

export function check(fields: readonly Field[], values: Values): Errors {
  const checks = new Checks();
  for (const { name, kind, label, min = 0, max = Infinity } of fields) {
    const typed = values[name] ?? '';
    if (kind === 'select' || kind === 'radio' || kind === 'tenant') checks.chosen(name, typed, label);
    else if (kind === 'check' && typed !== 'yes') checks.errors[name] = t().common.unticked;
    else if (kind === 'check') continue;
    else if (kind === 'number') checks.whole(name, typed, label, min, max);
    else checks.text(name, typed, label, min, max);
  }
  return checks.errors;
}

export function send<K extends Formed>(number: string, command: K, values: Values): Promise<StaffLetter> {
  const spec: Spec<K> = specs[command];
  return give(number, command, spec.body(values));
}
