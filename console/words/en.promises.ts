import type { zhContested, zhPromises } from './zh-CN.promises.ts';

const days = (count: number) => (count === 1 ? '1 day' : `${count} days`);

export const enPromises: typeof zhPromises = {
  title: 'Promises',
  lead: 'What replies have promised for a day: do it by then and follow it up. The next due come first.',
  leadCentral: 'What the organisations below have promised in their replies. Those that are late come first.',
  failed: 'The promises could not be fetched.',
  filters: 'By state',
  states: { open: 'Open', kept: 'Kept' },
  tenant: 'Organisation',
  allTenants: 'All organisations',
  empty: {
    open: 'No open promises. A letter whose reply says “promised” with a date stays here until a follow-up says it was done.',
    kept: 'No promises were kept yet. Those that a follow-up says were done are listed here.',
  },
  captions: { open: 'Open promises, next due first', kept: 'Promises that were kept, latest first' },
  columns: { due: 'Promised for', letter: 'Letter', to: 'With', kept: 'Kept' },
  late: (count) => `${days(count)} late`,
  today: 'Due today',
  left: (count) => `${days(count)} left`,
  on: (day) => `by ${day}`,
  promised: (day) => `promised ${day}`,
  received: (day) => `received ${day}`,
  keptOn: (day) => `done ${day}`,
  keptLate: (count) => `${days(count)} after the promised day`,
  inTime: 'in time',
  unassigned: 'Not assigned',
  lateCount: (count) =>
    count === 1 ? '1 is late: see to it first.' : `${count} are late: see to them first.`,
  follow: 'Follow up',
  followNamed: (number) => `Follow up ${number}`,
  recorded: (number, done) =>
    done
      ? `${number} is recorded as done.`
      : `The follow-up on ${number} is recorded; it stays here until it is done.`,
  asOf: (time) => `As of ${time}; what has just happened shows within a minute or two.`,
};

export const enContested: typeof zhContested = {
  title: 'Still dissatisfied',
  lead: 'Letters that were answered twice and rated dissatisfied both times. Look into each; issue an order where it is needed.',
  failed: 'The list could not be fetched.',
  empty: 'There are none. A letter whose writer is still dissatisfied with the second answer is listed here.',
  caption: 'Letters rated dissatisfied twice, latest first',
  columns: { letter: 'Letter', to: 'With', ratings: 'Ratings', outcome: 'Last outcome', order: 'Order' },
  closed: (day) => `rated again ${day}`,
  received: (day) => `received ${day}`,
  afterwards: ', then ',
  order: 'Issue an order',
  orderNamed: (number) => `Issue an order about ${number}`,
};
