import type { Lang } from '../../contract/vocabulary.ts';

const zh = {
  search: '在公开的信和答复里查找',
  searchButton: '查找',
  kind: '类型',
  allKinds: '全部类型',
  counts: (published: string, received: string) => `收到 ${received} 封信，公开 ${published} 封。`,
  notPublished: (all: string, withoutConsent: string, withheld: string) =>
    `没有公开的 ${all} 封：${withoutConsent} 封写信人没有同意公开，${withheld} 封依照规定不公开，其余还没有办完或没有发布。`,
  why: '为什么不是全部公开？',
  none: '还没有公开的答复。',
  noneFound: '没有找到。换一个更短的词试试，或者看看全部类型。',
  more: '再看一些',
  listed: (count: number, all: boolean) => (all ? `一共 ${count} 封。` : `先列出 ${count} 封，后面还有。`),
  answered: (day: string) => `${day} 答复`,
  days: (days: number) => (days === 0 ? '当天首次答复' : `首次答复用时 ${days} 个工作日`),
  declined: '不予受理',
  rated: (word: string) => `写信人评价：${word}`,
  endorsed: (count: number) => `另有 ${count} 人也遇到同样的事`,
  endorse: '我也遇到',
  verdict: '这个答复把问题说清楚了吗？',
  answers: (count: number) => `说清楚了 ${count}`,
  doesNot: (count: number) => `没说清楚 ${count}`,
  marking: '正在提交…',
  marked: '已记下，谢谢。',
  corrected: '公开后有过更正',
  failed: '没有读到。请再试一次。',
};

export type RepliesWords = typeof zh;

const en: RepliesWords = {
  search: 'Search published letters and replies',
  searchButton: 'Search',
  kind: 'Kind',
  allKinds: 'All kinds',
  counts: (published, received) => `${received} letters received, ${published} published.`,
  notPublished: (all, withoutConsent, withheld) =>
    `${all} are not published: ${withoutConsent} without the writer’s consent, ${withheld} withheld with grounds, the rest not finished or not released yet.`,
  why: 'Why not all of them?',
  none: 'No replies have been published yet.',
  noneFound: 'Nothing was found. Try a shorter word, or look at all kinds.',
  more: 'Show more',
  listed: (count, all) =>
    all
      ? `${count} ${count === 1 ? 'letter' : 'letters'} in all.`
      : `The first ${count} letters; there are more.`,
  answered: (day) => `Answered ${day}`,
  days: (days) =>
    days === 0 ? 'first answer the same day' : `first answer in ${days} working day${days === 1 ? '' : 's'}`,
  declined: 'Declined',
  rated: (word) => `Writer’s rating: ${word}`,
  endorsed: (count) =>
    count === 1 ? '1 other person met the same problem' : `${count} others met the same problem`,
  endorse: 'I met the same problem',
  verdict: 'Does this reply answer the letter?',
  answers: (count) => `Yes ${count}`,
  doesNot: (count) => `No ${count}`,
  marking: 'Sending…',
  marked: 'Noted, thank you.',
  corrected: 'Corrected after publication',
  failed: 'That could not be loaded. Please try again.',
};

export const repliesWords: Record<Lang, RepliesWords> = { 'zh-CN': zh, en };
