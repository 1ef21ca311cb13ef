import type { zhCalendar } from './zh-CN.calendar.ts';

const days = (count: number) => (count === 1 ? '1 day' : `${count} days`);

export const enCalendar: typeof zhCalendar = {
  title: 'Calendar',
  lead: 'Deadlines are counted by this calendar: the national days, and your place’s own. Before you change it, see which deadlines would move.',
  nationLead:
    'The national days off. When the State Council has announced the next year, enter it here; provisional deadlines are then counted again.',
  failed: 'The calendar could not be fetched.',
  years: 'Years',
  year: (year: number) => String(year),
  before: (year: number) => `Previous year, ${year}`,
  after: (year: number) => `Next year, ${year}`,
  announced: (year: number) => `The days of ${year} are announced.`,
  unannounced: (year: number) =>
    `The days of ${year} are not announced yet. Deadlines in it are provisional and are counted again when they are.`,
  quota: (used: number, max: number) =>
    max === 0
      ? 'The centre allows no days of your own.'
      : `Your place’s own: ${days(used)}; the centre allows ${max} a year.`,
  noQuota:
    'The centre allows no days of your own, so this page is for reading. Ask the centre if you need some.',
  notNation:
    'The national days are entered by whoever answers for all of the nation; here you can read them.',

  marks: { holiday: 'off', workday: 'work', weekend: '' },
  kinds: { holiday: 'Day off', workday: 'Working weekend day' },
  whose: { nation: 'National', local: 'Local' },
  changes: { none: '', new: 'to be added', gone: 'to be removed' },
  legend: {
    weekend: 'Weekend',
    holiday: 'Day off',
    workday: 'Working weekend day',
    local: 'Your place’s own',
    changed: 'Change not in force yet',
  },
  today: 'today',

  list: 'Days of this year',
  listEmpty: 'Nothing is entered for this year.',
  columns: { days: 'Days', what: 'What', whose: 'Whose', does: 'Action' },
  count: (count: number) => days(count),
  remove: 'Remove',
  removeNamed: (what: string, which: string) => `Remove ${what} ${which}`,
  restore: 'Keep',

  add: 'Add days',
  addLead: 'Days from tomorrow on can be added and removed; what is past stays.',
  nationAddLead:
    'Enter the whole year as its notice has it: New Year and National Day must be there; days after 20 December of the year before may be.',
  kind: 'What',
  name: 'Name of the holiday',
  nameHint: 'For example “Water Festival”. Writers see it when they ask “why this date?”.',
  from: 'First day',
  to: 'Last day',
  toHint: 'Leave empty for a single day.',
  submitAdd: 'Add to the changes below',
  badRange: 'The last day comes after the first, and at most 31 days go at once.',
  weekdayOnly: 'Only weekend days can become working days: these are working days anyway.',
  alreadyThere: 'These days are like this already.',

  pending: 'Changes not in force yet',
  pendingLead: (count: number) => `${days(count)} changed. See which deadlines would move, then decide.`,
  discard: 'Discard all',
  preview: 'See which deadlines would move',
  of: 'Whose letters to look at',
  apply: 'Apply the changes',
  applyNote:
    'They hold at once. Letters in hand are counted again one by one, and each deadline that moves is noted in its letter’s record.',
  previewFirst: 'Please see first which deadlines would move.',
  applied: (year: number) => `The calendar of ${year} is set.`,

  moved: {
    title: 'Deadlines that would move',
    looking: (looked: number, moved: number) =>
      `${looked} open letters looked at, ${moved} deadlines would move…`,
    none: (looked: number) => `All ${looked} open letters looked at: no deadline would move.`,
    done: (looked: number, moved: number) =>
      `All ${looked} open letters looked at: ${moved === 1 ? '1 deadline' : `${moved} deadlines`} would move:`,
    failed: 'This could not be finished; what comes after is not known.',
    caption: 'Deadlines that would move with these changes',
    columns: {
      ...{ letter: 'Letter', department: 'Department', deadline: 'Deadline' },
      ...{ from: 'Now', to: 'Then', shift: 'Moves by' },
    },
    deadlines: {
      accept: 'Acceptance',
      reply: 'Reply',
      wait: 'Waiting for the writer',
      contact: 'Contact the writer',
    },
    later: (count: number) => `${days(count)} later`,
    earlier: (count: number) => `${days(count)} earlier`,
    confirmed: 'same day, no longer provisional',
    unsure: 'same day, now provisional',
    provisional: 'provisional',
    unassigned: 'Unassigned',
    more: (count: number) => `${count} more are not listed`,
  },
  recount: {
    running:
      'Letters in hand are being counted again by the new calendar; this takes a few minutes. You can leave this page meanwhile.',
    done: 'All letters in hand have been counted by the new calendar.',
    failed:
      'How far the counting has got is not known: the service can’t be reached. The counting itself goes on.',
  },

  clock: {
    title: 'Try a deadline',
    lead: 'Give a time and a rule, and see how the days are counted one by one. It is only a trial; no letter changes.',
    rule: 'Rule',
    at: 'Counted from',
    atHint: 'For example when a letter was received. That day doesn’t count.',
    days: 'Days',
    daysHint: (count: number, unit: string) => `Leave empty for your tenant’s own, ${count} ${unit}.`,
    daysPlain: 'Leave empty for your tenant’s own.',
    units: { working: 'working days', calendar: 'calendar days' },
    submit: 'Count',
    failed: 'It could not be counted.',
    due: (day: string) => `Until ${day}, 24:00`,
    counted: (count: number, unit: string) => `${count} ${unit}`,
    provisional: 'Provisional',
    provisionalLead: (day: string) =>
      `Days off are announced until ${day} only. Later days are counted as plain weeks, and again once they are announced.`,
    version: (version: number) => `by version ${version} of the rules`,
    byDay: 'Day by day',
    columns: { day: 'Day', counts: 'Counts', why: 'Why' },
    nth: (n: number) => `day ${n}`,
    notCounted: 'left out',
    beyond: 'not announced yet',
    why: {
      received: 'the day of receipt doesn’t count',
      rated: 'the day of the rating doesn’t count',
      weekend: 'weekend',
      holiday: (name: string) => `day off${name && ` (${name})`}`,
      stopped: 'the clock stands',
      resumed: 'the day it resumes doesn’t count',
      moved: 'the last day is a day off, so it moves on',
    },
    makeUp: 'working weekend day',
    dueDay: 'the deadline, 24:00 of this day',
    calendar: 'Calendar',
    rules: {
      accept: 'Acceptance',
      'reply-inquiry': 'Reply to an inquiry',
      'reply-complaint': 'Reply to a complaint',
      'reply-suggestion': 'Reply to a suggestion',
      'reply-help': 'Reply to a call for help',
      'reply-report': 'Reply to a report',
      extension: 'Extension',
      objection: 'Objection to the department',
      waiting: 'Waiting for the writer',
      silence: 'Waiting for a rating after the reply',
      contact: 'Contact after a bad rating',
      reopened: 'Second reply after a bad rating',
      order: 'Answer to an order',
    },
  },
};
