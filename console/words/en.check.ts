import type { Messages } from './index.ts';

const alike = (similarity: number): string =>
  similarity > 0.95 ? 'almost word for word' : similarity > 0.8 ? 'mostly the same' : 'more alike than not';

export const enCheck: Messages['check'] = {
  title: 'Reply check',
  signs: {
    personal: {
      title: 'Personal data',
      does: 'Take out what the writer does not need. Your office’s number belongs in “Phone”.',
    },
    copied: {
      title: 'Another letter was answered with these words',
      does: 'No two letters are the same: say what you found and did in this one. Several letters about one matter can be merged by your coordinator.',
    },
    boilerplate: {
      title: 'Nothing but set phrases',
      does: 'This would fit any letter. Add what is true of this one only: what was found, under which rule, what was done.',
    },
    guessed: {
      title: 'Perhaps a name or a home',
      does: 'This is a guess; please look. “You” is enough for the writer; leave out other people’s names and addresses.',
    },
    'too-short': {
      title: 'It says very little',
      does: 'Without the courtesies hardly anything is left. Say how you checked and what came of it.',
    },
    'off-topic': {
      title: 'It does not take up the letter',
      does: 'Hardly any of the letter’s words appear. Read it again and answer each question.',
    },
    'sent-elsewhere': {
      title: 'It sends the writer elsewhere',
      does: 'If another office must handle it, use “Transfer”: letter, number and deadline go along. A place named in addition may stay.',
    },
    'vague-time': {
      title: 'No clear time',
      does: 'Give the day by which it will be done, or the day on which the writer will hear again.',
    },
  },
  quoted: (text) => `“${text}”`,
  select: (at, of) => (of === 1 ? 'select in the reply' : `select in the reply, ${at} of ${of}`),
  moreMarks: (count) => `and ${count} more`,
  more: (count) => (count === 1 ? '1 more reminder' : `${count} more reminders`),
  copied: {
    what: (department, day, similarity) =>
      `${department ? `${department}, ` : ''}answered on ${day}, ${alike(similarity)}`,
    others: (count) => (count === 1 ? 'and one more letter' : `and ${count} more letters`),
    elsewhere: (count) =>
      count === 1 ? 'one letter of another department' : `${count} letters of other departments`,
  },
  partsLead: 'What a good reply has',
  parts: {
    facts: 'what was found',
    grounds: 'the rule it rests on',
    result: 'what was done',
    next: 'next step and a phone number',
  },
  partDone: 'there',
  partMissing: 'not seen yet',
  lacks: (missing) => `not seen yet: ${missing.join(', ')}`,
  said: (titles) => `Reply check: ${titles.join('; ')}.`,
  saidNone: 'Reply check: nothing more to mention.',
  note: 'These are reminders, and may be wrong; you can send the reply without them. Of mobile numbers, ID numbers and the like you will be asked again before sending.',
  hold: {
    title: 'Before it goes: there is personal data in this reply',
    lead: (mayBePublic) =>
      mayBePublic
        ? 'The writer agreed to publication, so this reply may appear on the website later; whoever has number and access key can read it, too. Take out what the writer does not need.'
        : 'Whoever has number and access key can read this reply. Take out what the writer does not need.',
    reason: 'Why it must stay',
    reasons: {
      own: 'it is the writer’s own, and needed for this matter',
      office: 'it is an office’s, not a person’s',
      mistaken: 'it is not personal data at all',
    },
    review: 'There is personal data in the reply. Why it must stay',
    back: 'Go back and change it',
    send: 'Keep it and send',
  },
};
