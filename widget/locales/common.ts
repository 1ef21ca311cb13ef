import type { Lang } from '../../contract/vocabulary.ts';

const zh = {
  views: { write: '写信', track: '查进度', replies: '看答复' },
  tabs: '信箱',
  elder: '大字版',
  standard: '标准版',
  opening: '正在打开…',
  retry: '再试一次',
  page: '打开网页版信箱',
  unreachable: '现在连不上信箱。请再试一次；还是不行，就刷新网页。',
  unknownTenant: '没有找到这个信箱。请从单位网站首页重新进入，或者打电话给单位。',
  call: (phone: string) => `也可以打电话 ${phone}。`,
  optional: '（选填）',
};

export type CommonWords = typeof zh;

const en: CommonWords = {
  views: { write: 'Write', track: 'Track', replies: 'Replies' },
  tabs: 'Letterbox',
  elder: 'Large text',
  standard: 'Standard text',
  opening: 'Opening…',
  retry: 'Try again',
  page: 'Open the letterbox page',
  unreachable: 'The letterbox cannot be reached just now. Try again; if that does not help, reload the page.',
  unknownTenant:
    'There is no such letterbox. Please start again from the home page of the organisation, or call them.',
  call: (phone) => `You can also call ${phone}.`,
  optional: '(optional)',
};

export const commonWords: Record<Lang, CommonWords> = { 'zh-CN': zh, en };
