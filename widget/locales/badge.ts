import type { Lang } from '../../contract/vocabulary.ts';

const zh = {
  sample: (count: string) => `近一年 ${count} 件`,
  days: (days: string) => `${days} 个工作日`,
  small: '样本不足',
  none: '—',
  noneSample: '近一年没有到期的信件',
  noneRated: '近一年没有评价',
  of: (part: string, whole: string) => `${part} / ${whole} 件`,
};

export type BadgeWords = typeof zh;

const en: BadgeWords = {
  sample: (count) => `${count} letters in a year`,
  days: (days) => `${days} working days`,
  small: 'too few to say',
  none: '—',
  noneSample: 'nothing due in a year',
  noneRated: 'no ratings in a year',
  of: (part, whole) => `${part} of ${whole}`,
};

export const badgeWords: Record<Lang, BadgeWords> = { 'zh-CN': zh, en };
