/** The league table in plain words: who answers and who doesn't. */
import type { Band } from '../../contract/ranking.ts';
import type { Lang } from '../../contract/vocabulary.ts';
import type { RankedBy } from '../../contract/vocabulary.ts';

const zh = {
  title: '谁回信，谁没回',
  lead: (bodies: string, received: string) => `${bodies} 个单位共收到 ${received} 封信。`,
  answered: (due: string, replied: string, onTime: string) =>
    `应答复 ${due} 封，答复了 ${replied} 封，其中按时 ${onTime} 封。`,
  open: (overdue: string, unanswered: string) => `逾期未答 ${overdue} 封，没有任何回应的 ${unanswered} 封。`,
  asOf: (time: string) => `统计到 ${time}`,
  notYet: '第一次汇总还没有完成，数字不全，请过几分钟再看。',
  range: (from: string, to: string) => `${from} 至 ${to} 收到的信`,
  by: '按什么排',
  rates: {
    'on-time-rate': '按时答复',
    'reply-rate': '答复',
    satisfaction: '满意度',
    'solved-rate': '解决率',
  } as Record<RankedBy, string>,
  period: '时间范围',
  periods: { months: '近 12 个月', year: '今年' },
  bands: {
    '1000+': '收到 1000 封以上',
    '100-999': '收到 100–999 封',
    '10-99': '收到 10–99 封',
    '1-9': '收到 1–9 封',
  } as Record<Band, string>,
  bandLead: '信件量相近的单位才放在一起比。',
  rank: '名次',
  body: '单位',
  between: (best: number, worst: number) => (best === worst ? '' : `可能第 ${best}–${worst}`),
  of: (part: string, whole: string) => `${part} / ${whole}`,
  interval: (range: string) => `可信范围 ${range}`,
  late: (count: string) => `逾期 ${count} 封`,
  silent: (count: string) => `未回应 ${count} 封`,
  noneLate: '没有逾期',
  days: (days: string) => `一半的信 ${days} 个工作日内答复`,
  trend: {
    up: (points: string) => `比上期高 ${points} 个百分点`,
    down: (points: string) => `比上期低 ${points} 个百分点`,
    unsure: '和上期比没有明显变化',
  },
  says: (day: string) => `单位说明（${day}）：`,
  below: '件数少，不排名次',
  belowLead: '应答复（或有评价）的不足 10 件，比率说明不了什么，只列件数。',
  columns: { received: '收到', replied: '已答复 / 应答复', overdue: '逾期' },
  nobody: '还没有单位的件数够排名次。',
  reasons: '为什么和别处看到的数字可能不一样',
  meanings: '这些数字是怎么算的',
  data: '这张表的数据（JSON）',
  choose: '选择一个地区，看那里的单位答复来信的情况。',
  noTables: '目前没有公开的排行。各单位自己的办理数据，可以在它的信箱里看到。',
  letterboxes: '看看各单位的信箱',
};

export type RankingWords = typeof zh;

const en: RankingWords = {
  title: 'Who answers, and who does not',
  lead: (bodies, received) => `${bodies} bodies received ${received} letters.`,
  answered: (due, replied, onTime) =>
    `${due} were due an answer; ${replied} got one, ${onTime} of them in time.`,
  open: (overdue, unanswered) => `${overdue} are overdue; ${unanswered} got no response at all.`,
  asOf: (time) => `Counted until ${time}`,
  notYet: 'The first count is not complete, so these numbers are too small. Look again in a few minutes.',
  range: (from, to) => `Letters received ${from} to ${to}`,
  by: 'Ranked by',
  rates: {
    'on-time-rate': 'In time',
    'reply-rate': 'Answered',
    satisfaction: 'Satisfaction',
    'solved-rate': 'Solved',
  },
  period: 'Period',
  periods: { months: 'Twelve months', year: 'This year' },
  bands: {
    '1000+': '1,000 letters or more',
    '100-999': '100–999 letters',
    '10-99': '10–99 letters',
    '1-9': '1–9 letters',
  },
  bandLead: 'Only bodies with about as many letters are compared.',
  rank: 'Rank',
  body: 'Body',
  between: (best, worst) => (best === worst ? '' : `possibly ${best}–${worst}`),
  of: (part, whole) => `${part} of ${whole}`,
  interval: (range) => `95 % interval ${range}`,
  late: (count) => `${count} overdue`,
  silent: (count) => `${count} without any response`,
  noneLate: 'None overdue',
  days: (days) => `Half are answered within ${days} working days`,
  trend: {
    up: (points) => `${points} points higher than the period before`,
    down: (points) => `${points} points lower than the period before`,
    unsure: 'No clear change since the period before',
  },
  says: (day) => `The body says (${day}): `,
  below: 'Too few letters for a rank',
  belowLead: 'With fewer than 10 due (or rated) a rate says nothing; these are the counts.',
  columns: { received: 'Received', replied: 'Answered / due', overdue: 'Overdue' },
  nobody: 'No body has enough letters for a rank yet.',
  reasons: 'Why these numbers may differ from others',
  meanings: 'How these numbers are made',
  data: 'This table as data (JSON)',
  choose: 'Choose a jurisdiction to see how its bodies answer letters.',
  noTables: 'No ranking is public at present. Each body’s own figures are in its letterbox.',
  letterboxes: 'See the letterboxes',
};

export const rankingWords: Record<Lang, RankingWords> = { 'zh-CN': zh, en };
