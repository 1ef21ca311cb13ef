/** What the staff's digests say. Numbers and departments only: a title may name somebody. */
import type { Lang } from '../../contract/vocabulary.ts';
import type { Week } from './digest.store.ts';

const zh = {
  sender: (tenant: string) => `${tenant}信箱`,
  daily: {
    title: (late: number, today: number) =>
      [late > 0 ? `${late} 件逾期` : '', today > 0 ? `${today} 件今天到期` : ''].filter(Boolean).join('，'),
    titleNext: (next: number) => `${next} 件下一个工作日到期`,
    lead: (day: string) => `${day}，您部门手上的信件：`,
    late: '已经逾期',
    oldest: (count: number, days: number) => `${count} 件，最久的 ${days} 天`,
    today: '今天到期',
    next: (day: string) => `${day}到期`,
    count: (count: number) => `${count} 件`,
    after: '来不及的，请先作阶段性答复或者申请延期；不归本部门管的，请在 5 个工作日内提出异议。',
    open: '打开工作台',
    why: '您是承办单位的经办人，有信件到期或逾期的工作日早上会收到这封邮件。',
  },
  weekly: {
    title: (late: number) => (late > 0 ? `本周提要：${late} 件逾期` : '本周提要'),
    lead: (day: string) => `截至${day}，要您留意的有：`,
    rows: {
      late: '已经逾期',
      unaccepted: '还没有受理',
      objections: '部门提出异议，等您决定',
      contested: '两次不满意（累计）',
      promises: '七天内到期或已过期的承诺',
      toPublish: '等着决定是否公开',
      undelivered: '没有送到的通知',
    } satisfies Record<keyof Week, string>,
    count: (count: number) => `${count} 件`,
    open: '打开工作台',
    why: '您是单位的网站主管，每周第一个工作日早上会收到这封邮件。',
  },
  orders: {
    title: (open: number, late: number) => (late > 0 ? `${late} 份督办逾期未答复` : `${open} 份督办等您答复`),
    lead: (day: string) => `截至${day}，上级发来的督办：`,
    waiting: '等您答复',
    late: '已经逾期',
    first: '最早的期限',
    count: (count: number) => `${count} 份`,
    after: '请在期限内书面答复，写明原因、目前的办理情况和办结日期。逾期的督办会列在上级的清单里。',
    open: '打开工作台',
    why: '您是单位的网站主管，有督办等着答复的工作日早上会收到这封邮件。',
  },
  unassigned: '还没有分到部门',
  automatic: '这是自动发出的邮件，请不要直接回复。',
};
export type DigestWords = typeof zh;

const letters = (count: number) => (count === 1 ? '1 letter' : `${count} letters`);
const en: DigestWords = {
  sender: (tenant) => `${tenant} letterbox`,
  daily: {
    title: (late, today) =>
      [late > 0 ? `${late} late` : '', today > 0 ? `${today} due today` : ''].filter(Boolean).join(', '),
    titleNext: (next) => `${next} due on the next working day`,
    lead: (day) => `${day}: letters with your department`,
    late: 'Late',
    oldest: (count, days) => `${letters(count)}, the oldest by ${days === 1 ? 'one day' : `${days} days`}`,
    today: 'Due today',
    next: (day) => `Due ${day}`,
    count: letters,
    after:
      'Where time is too short, send an interim reply or extend. What is not yours you can object to within five working days.',
    open: 'Open the console',
    why: 'You get this as an officer, on the morning of working days when letters are due or late.',
  },
  weekly: {
    title: (late) => (late > 0 ? `This week: ${late} late` : 'This week'),
    lead: (day) => `As of ${day}, these need your eye:`,
    rows: {
      late: 'Late',
      unaccepted: 'Not accepted yet',
      objections: 'Departments object; you decide',
      contested: 'Twice dissatisfied (in all)',
      promises: 'Promises due within seven days, or past',
      toPublish: 'Waiting for a decision on publication',
      undelivered: 'Messages that did not arrive',
    },
    count: String,
    open: 'Open the console',
    why: 'You get this as a coordinator, on the morning of the first working day of the week.',
  },
  orders: {
    title: (open, late) =>
      late > 0
        ? `${late === 1 ? '1 order' : `${late} orders`} overdue`
        : `${open === 1 ? '1 order waits' : `${open} orders wait`} for your answer`,
    lead: (day) => `As of ${day}, orders of the centre:`,
    waiting: 'Waiting for your answer',
    late: 'Overdue',
    first: 'Earliest deadline',
    count: String,
    after:
      'Please answer in writing in time: why it happened, where it stands, when it will be settled. Overdue orders stand on the centre’s list.',
    open: 'Open the console',
    why: 'You get this as a coordinator, on the morning of working days while an order waits for an answer.',
  },
  unassigned: 'With no department yet',
  automatic: 'This message was sent automatically. Please do not reply to it.',
};

export const digestWords: Record<Lang, DigestWords> = { 'zh-CN': zh, en };
