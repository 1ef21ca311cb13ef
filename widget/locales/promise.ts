import type { Explanation } from '../../contract/letters.ts';
import type { Lang } from '../../contract/vocabulary.ts';

type Why = Explanation['leftOut'][number]['why'];

const zh = {
  working: (days: number, due: string) =>
    `收到信的当天不算，从下一个工作日数起，第 ${days} 个工作日是${due}，当天 24:00 前答复都算按时。`,
  calendar: (days: number, due: string) =>
    `从第二天数起，第 ${days} 天是${due}；碰到节假日就顺延到下一个工作日。`,
  weekdays: ['一', '二', '三', '四', '五', '六', '日'],
  nth: (n: number) => `第${n}天`,
  left: {
    received: '收到',
    weekend: '周末',
    holiday: '放假',
    stopped: '暂停',
    resumed: '恢复',
    moved: '顺延',
    rated: '评价',
  } as Record<Why, string>,
  legend: '数字是第几个工作日；周末、节假日和等您补充材料的日子不算，调休上班的日子照算。',
  legendCalendar: '数字是第几天。',
  today: '今天',
};

export type PromiseWords = typeof zh;

const en: PromiseWords = {
  working: (days, due) =>
    `The day your letter arrived doesn’t count. Counting from the next working day, working day ${days} is ${due}; an answer until midnight of that day is on time.`,
  calendar: (days, due) =>
    `Counting from the day after, day ${days} is ${due}; where that is a holiday it moves to the next working day.`,
  weekdays: ['Mo', 'Tu', 'We', 'Th', 'Fr', 'Sa', 'Su'],
  nth: (n) => `day ${n}`,
  left: {
    received: 'in',
    weekend: 'off',
    holiday: 'holiday',
    stopped: 'paused',
    resumed: 'resumed',
    moved: 'moved',
    rated: 'rated',
  },
  legend:
    'The figures number the working days. Weekends, holidays and days of waiting for you don’t count; make-up workdays do.',
  legendCalendar: 'The figures number the days.',
  today: 'today',
};

export const promiseWords: Record<Lang, PromiseWords> = { 'zh-CN': zh, en };
