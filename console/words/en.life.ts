/** Whether anybody is there, the self-check, the annual form. */
import type { Messages } from './index.ts';

const many = (count: number) =>
  count >= 1000 ? `${count} or more letters` : count === 1 ? '1 letter' : `${count} letters`;
const has = (count: number) => (count === 1 ? 'has' : 'have');

export const enLife: Messages['life'] = {
  liveness: {
    title: 'Activity',
    lead: 'Whether anybody looks after each organisation’s letters, judged by letters, replies, publications, sign-ins and websites. Those that need you most come first.',
    ownLead:
      'What the centre sees of you: whether anybody is there, why it is thought so, and what would change it.',
    levels: { active: 'Active', slow: 'Slow', dormant: 'Dormant' },
    meaning: {
      active: 'Somebody looks after the letters.',
      slow: 'Somebody is there, but something has been left undone, or there is little to be seen.',
      dormant:
        'The letters look as if nobody cared for them: overdue ones without a reply for long, or no sign-in, or no letter ever; and other signs are bad too.',
    },
    counts: 'Organisations by activity',
    signs: {
      unanswered: (since, letters) =>
        `${many(letters)} ${has(letters)} had no answer of any kind for over three months; the oldest came on ${since}. This is a veto item of inspections.`,
      silent: (since, letters, never) =>
        `${many(letters)} ${has(letters)} passed the deadline, and there has ${never ? 'never been a reply' : 'been no reply for over fourteen days'}, counted from ${since}.`,
      absent: (since, never) =>
        never
          ? `Nobody has ever signed in, counted from ${since}.`
          : `Nobody has signed in for over thirty days; the last time was ${since}.`,
      unseen: (since, never) =>
        never
          ? `The letterbox has not been seen on any website, counted from ${since}.`
          : `The letterbox has not been seen on a website for over fourteen days; the last time was ${since}.`,
      empty: (since) => `No letter has ever come, counted from ${since}.`,
      unpublished: (since, never) =>
        never
          ? `Letters come, but no reply has ever been published, counted from ${since}.`
          : `Letters come, but no reply has been published for over six months, counted from ${since}.`,
      unannounced: (since, never) =>
        never
          ? `No notice has ever been published, counted from ${since}.`
          : `No notice has been published for over six months, counted from ${since}.`,
    },
    todo: {
      unanswered:
        'Answer the oldest ones first; where that takes longer, send an interim reply with the reason and a date.',
      silent: 'Begin with the most urgent letter of the inbox.',
      absent: 'Ask the officers to sign in; where people have changed, bring “Members” up to date.',
      unseen: 'See whether the letterbox is still on the website, and its code is right.',
      empty: 'Send a letter to try, and see whether people can find the letterbox.',
      unpublished: 'Check and publish letters whose writers agreed.',
      unannounced: 'Publish what people ask most often as a notice.',
    },
    todoLinks: {
      inbox: 'To the inbox',
      embed: 'To embedding',
      publish: 'Letters to publish',
      notices: 'To the notices',
    },
    noSigns: 'Nothing is amiss.',
    evidence: 'All the evidence',
    times: {
      lastReceivedAt: 'Last letter received',
      lastAnsweredAt: 'Last final reply',
      lastPublishedAt: 'Last reply published',
      lastNoticeAt: 'Last notice',
      lastSignInAt: 'Last sign-in',
      lastSeenAt: 'Letterbox last seen on a website',
      createdAt: 'Set up',
    },
    never: 'Never',
    waiting: (overdue, unanswered) =>
      `Overdue: ${many(overdue)}. Without any answer for over three months: ${many(unanswered)}.`,
    people: (members, origins) => `Members: ${members}. Registered websites: ${origins}.`,
    asOf: (time) =>
      `Judged at ${time}. This is done every night, and ten minutes apart while letters change.`,
    rules: 'How it is judged',
    rulesList: [
      'One heavy sign makes slow: a letter without any answer for over three months, letters overdue and no reply for fourteen days, no sign-in for thirty days.',
      'Light signs count together: the letterbox not seen on a website for fourteen days, no letter ever after thirty days, nothing published for six months, no notice for six months.',
      'Dormant is who has signs enough, and one that nobody is there. What never happened is counted from the day of setting up.',
    ],
    tenant: 'Open this organisation',
    shown: (count) => (count === 1 ? '1 organisation listed' : `${count} organisations listed`),
    empty:
      'There is no organisation below you yet, or none has been judged. A new one is listed within a minute.',
    notYet: 'Not judged yet. A new organisation is judged within a minute; please look again.',
    failed: 'Could not get the activity.',
  },
  inspection: {
    title: 'Self-check',
    lead: 'The interaction indicators of 国办秘函〔2019〕19号, one by one: what figures show is filled in; what only a person can see, please look at and fill in.',
    centralLead: 'How far each organisation has got. Open one to see the evidence of each item.',
    year: 'Year',
    yearOf: (year) => year,
    veto: 'Veto items',
    points: 'Items that cost points',
    results: { met: 'Met', unmet: 'Not met', open: 'Please check', 'not-applicable': 'Does not apply' },
    evidence: 'Evidence',
    byFigures: 'Judged by figures',
    byPerson: (name, time) => `${name}, ${time}`,
    somebody: 'Somebody',
    unverified:
      'From inspection practice; the wording could not be compared with the notice. Please go by the notice itself.',
    sum: (met, unmet, open) =>
      `Met: ${met}. Not met: ${unmet}.${open > 0 ? ` Waiting for somebody to check: ${open}.` : ''}`,
    tick: 'Fill in',
    change: 'Change',
    answer: 'What you found',
    remark: 'Remark',
    remarkHint: 'When and how you looked, and what was wrong.',
    save: 'Save',
    saved: 'Saved.',
    chooseAnswer: 'Please choose what you found.',
    download: 'Download the table (.xlsx)',
    downloading: 'Preparing…',
    downloadFailed: 'Could not download it. Please try again.',
    asOf: (time) => `As of ${time}.`,
    source:
      'The indicators are told in Huixin’s words; where an item says so, please go by the notice itself.',
    columns: {
      tenant: 'Organisation',
      unanswered: 'Over three months',
      overdue: 'Overdue',
      received: 'Received',
      published: 'Published',
      ticked: 'Checked',
      unmet: 'Found not met',
      last: 'Last filled in',
    },
    caption: 'Self-checks of organisations below you',
    of: (part, whole) => `${part} / ${whole}`,
    never: 'Not yet',
    back: 'Self-checks',
    empty: 'There is no organisation below you yet.',
    failed: 'Could not get the self-check.',
    missing: 'This organisation was not found, or it is not yours.',
  },
  annual: {
    title: 'Annual form',
    lead: 'The letters’ part of the annual report of government websites, due on the home page by 31 January.',
    year: 'Year',
    yearOf: (year) => year,
    caption: 'Letters of organisations below you',
    unit: (unit) => `(${unit})`,
    tenant: 'Organisation',
    definitions: 'What is counted',
    asOf: (time) =>
      `As of ${time}. What is closed or published later is still counted for this year: open the form again before you publish it.`,
    notCounted: 'Nothing has been counted yet; please look again in a few minutes.',
    rest: 'The other parts of the report (publications, explanations, services) are not in Huixin; go by the website’s own records.',
    download: 'Download the table (.xlsx)',
    downloading: 'Preparing…',
    downloadFailed: 'Could not download it. Please try again.',
    fileName: (year) => `annual-form-${year}.xlsx`,
    checkFileName: (year) => `self-check-${year}.xlsx`,
    empty: 'There is no organisation below you yet.',
    failed: 'Could not get the annual form.',
  },
};
