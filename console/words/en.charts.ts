/** Charts: what each shows in one sentence, and the table behind it. */
import type { zhCharts } from './zh-CN.charts.ts';

const letters = (count: string) => (count === '1' ? '1 letter' : `${count} letters`);

export const enCharts: typeof zhCharts = {
  title: 'Charts',
  failed: 'The data for the charts could not be fetched.',
  numbers: 'See the numbers',
  letters,
  none: 'There is nothing to draw for this period.',
  week: (from, to) => (from === to ? from : `${from} to ${to}`),
  weeks: {
    title: 'Letters received by week, and how many were answered in time',
    says: (weeks, most, week) => `${weeks} weeks. Most letters came in the week ${week}: ${most}.`,
    onTime: 'Answered in time',
    late: 'Late (answered late, or still open)',
    notDue: 'Not due yet',
    columns: {
      week: 'Week',
      received: 'Received',
      onTime: 'In time',
      late: 'Late',
      notDue: 'Not due',
      rate: 'In time, rate',
    },
  },
  open: {
    title: 'How long letters without a final reply have waited',
    says: (count, old) => `${letters(count)}, ${old} of them received 90 days ago or more.`,
    saysNone: 'Every letter of this period has its final reply.',
    inTime: 'Within the deadline',
    late: 'Overdue',
    ages: {
      '0-4': '0–4 days',
      '5-14': '5–14 days',
      '15-29': '15–29 days',
      '30-89': '30–89 days',
      '90+': '90 days or more',
    },
    columns: { age: 'Received', count: 'Open', overdue: 'Overdue' },
  },
  flow: {
    title: 'How far letters have come',
    says: (received, replied, solved) =>
      `${letters(received)} received, ${replied} answered; ${solved} solved in their writers’ opinion. An answer is not a solution, and what nobody rated is not counted.`,
    steps: {
      received: 'Received',
      accepted: 'Accepted or declined',
      replied: 'Answered',
      rated: 'Rated',
      solved: 'Rated as solved',
    },
    columns: { step: 'Step', count: 'Letters', share: 'Of those received' },
  },
  ratings: {
    title: 'How writers rate the replies',
    says: (rated, satisfied) => `${rated} rated, ${satisfied} of them fairly satisfied or better.`,
    saysNone: 'Nothing is rated yet.',
    columns: { level: 'Rating', count: 'Letters', share: 'Of those rated' },
  },
};
