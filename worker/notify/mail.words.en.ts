/** Mail to the writer of a letter, in English. */
import type { FrameWords, Say } from './mail.words.ts';
import type { WriterMail } from './topics.ts';

const enTrack = 'Follow your letter';
const enCall = (before: string, phone: string | null, otherwise: string) =>
  phone ? `${before}, please call us: ${phone}.` : `${before}, ${otherwise}.`;

export const enMail: Record<WriterMail, Say> = {
  receipt: ({ tenant, acceptBy, due, provisional }) => ({
    title: 'Your letter has arrived',
    lead: [
      `Your letter to ${tenant} has arrived.`,
      `It will be accepted by ${acceptBy} and answered by ${due} at the latest.${provisional ? ' The second date is provisional until the public holidays are announced.' : ''}`,
    ],
    after: [
      'To follow it you need its number and the access key. The key was shown once, when you sent the letter, and is never sent by mail. If it is lost, bring the contact details you gave to the counter and get a new one.',
      'If you did not write this letter, somebody entered your address. You can ignore this message, or use the link at the bottom to stop mail.',
    ],
    button: enTrack,
  }),
  accepted: ({ department, due }) => ({
    title: 'Your letter was accepted',
    lead: [`Your letter was accepted. ${department} handles it and will answer by ${due} at the latest.`],
    button: enTrack,
  }),
  transferred: ({ department, due }) => ({
    title: 'Your letter was passed on',
    lead: [`Your letter is now with ${department}. The deadline stays the same: ${due}.`],
    quote: 'Why',
    button: enTrack,
  }),
  question: ({ department, waitUntil }) => ({
    title: 'Please tell us more',
    lead: [`${department} needs to know more before it can go on.`],
    quote: 'The question',
    after: [
      `Please answer by ${waitUntil}. The time we wait for you does not count towards the deadline. After that day the department answers with what it knows.`,
    ],
    button: 'Answer',
  }),
  extended: ({ department, due }) => ({
    title: 'The answer will take longer',
    lead: [`${department} needs more time. The new deadline is ${due}. A letter can be extended once only.`],
    quote: 'Why',
    button: enTrack,
  }),
  late: ({ due, phone }) => ({
    title: 'The answer is late',
    lead: [
      `Your letter should have been answered by ${due}. It has not been: we are late.`,
      'It is now on record as overdue (yellow card). If no answer comes, it goes on to the next levels by itself; you need not write again.',
    ],
    after: ['If you want to know more now, you can:'],
    list: [
      phone ? `call ${phone}` : 'call the organisation',
      'ask at the counter; the letter’s number is enough',
      'add what is new on the letter’s page',
    ],
    button: enTrack,
  }),
  interim: ({ department, due }) => ({
    title: 'An interim reply to your letter',
    lead: [`${department} tells you how things stand. The final reply follows by ${due} at the latest.`],
    quote: 'Interim reply',
    button: enTrack,
  }),
  reply: ({ department, outcome, promised, phone, again, silenceDays, contactDays }) => ({
    title: 'Your letter was answered',
    lead: [
      `${department} has answered your letter. Outcome: ${outcome ?? ''}${promised ? `, to be done by ${promised}` : ''}.`,
    ],
    quote: 'Final reply',
    after: [
      ...(phone ? [`If something is unclear, call ${phone}.`] : []),
      again
        ? 'Please tell us whether you are satisfied and whether the matter is solved. If you are dissatisfied again, the letter goes on the supervisors’ list.'
        : `Please tell us whether you are satisfied and whether the matter is solved. If you are dissatisfied, the letter is handled again, and somebody contacts you within ${contactDays === 1 ? 'one working day' : `${contactDays} working days`}.`,
      `Without a rating the letter closes after ${silenceDays} days.`,
    ],
    button: 'Rate the reply',
  }),
  declined: ({ tenant, grounds, phone }) => ({
    title: 'Your letter was declined',
    lead: [`${tenant} cannot handle your letter: ${grounds ?? ''}. Below you find where to turn instead.`],
    quote: 'Explanation',
    after: [enCall('If you think this is wrong', phone, 'please say so at the counter')],
    button: 'See the letter',
  }),
  reopened: ({ contactBy, due }) => ({
    title: 'Your letter is handled again',
    lead: [
      'You were not satisfied with the reply, so your letter is handled again.',
      `Somebody contacts you by ${contactBy}, and you get a new answer by ${due}.`,
    ],
    button: enTrack,
  }),
  'followed-up': ({ department }) => ({
    title: 'News of what was promised',
    lead: [`${department} tells you how far the promised work has come.`],
    quote: 'Progress',
    button: enTrack,
  }),
  'promise-kept': ({ department, phone }) => ({
    title: 'What was promised is done',
    lead: [`${department} says that what it promised you is done.`],
    quote: 'What was done',
    after: [enCall('If you see it otherwise', phone, 'please say so at the counter')],
    button: enTrack,
  }),
  'promise-due': ({ promised, phone }) => ({
    title: 'The promised date has passed',
    lead: [
      `The reply promised that the work would be done by ${promised ?? ''}. That day has passed, and the department has not said whether it is done.`,
      'The matter stays on the organisation’s list of promises until it does.',
    ],
    after: [
      phone ? `To ask how things stand, call ${phone}.` : 'You can ask at the counter how things stand.',
    ],
    button: enTrack,
  }),
  merged: () => ({
    title: 'Your letter was joined with another',
    lead: [
      'Another letter is about the same matter, so the two are handled together.',
      'You get the same answer and can rate it yourself. Number and access key stay the same.',
    ],
    button: enTrack,
  }),
  parted: ({ due }) => ({
    title: 'Your letter is handled on its own again',
    lead: [`The letter yours was joined with is no longer handled. Yours is, and is answered by ${due}.`],
    button: enTrack,
  }),
  'key-renewed': ({ phone }) => ({
    title: 'Your letter has a new access key',
    lead: ['A new access key was given for your letter at the counter. The old one no longer works.'],
    after: [enCall('If that was neither you nor somebody you sent', phone, 'please go to the counter soon')],
    button: enTrack,
  }),
};

export const enFrame: FrameWords = {
  sender: (tenant) => `${tenant} letterbox`,
  subject: (tenant, title, number) => `${tenant}: ${title} (${number})`,
  greeting: 'Dear reader,',
  department: 'the department',
  goTo: 'Where to turn',
  number: 'Letter',
  links: (label) => `${label}: `,
  automatic: (tenant) =>
    `This message was sent automatically by the letterbox of ${tenant}. Please do not reply to it.`,
  why: 'You get it because you left this address with your letter.',
  stop: 'Stop mail about it',
  phone: 'Phone',
};
