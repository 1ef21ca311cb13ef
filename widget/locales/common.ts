import type { Lang } from '../../contract/vocabulary.ts';

const zh = {
  views: { write: '写信', track: '查进度', replies: '看答复' },
  tabs: '信箱',
  elder: '大字版',
  standard: '标准版',
  opening: '正在打开…',
  loading: '正在读取…',
  retry: '再试一次',
  back: '返回',
  page: '打开网页版信箱',
  unreachable: '现在连不上信箱。请再试一次；还是不行，就刷新网页。',
  unknownTenant: '没有找到这个信箱。请从单位网站首页重新进入，或者打电话给单位。',
  call: (phone: string) => `也可以打电话 ${phone}。`,
  failed: '没有办成。请过一会儿再试。',
  offline: '网络断了。请连上网络后再试。',
  tooMany: (time: string) => `操作得太快了，请在 ${time} 以后再试。`,
  optional: '（选填）',
  phone: '电话',
};

export type CommonWords = typeof zh;

const en: CommonWords = {
  views: { write: 'Write', track: 'Track', replies: 'Replies' },
  tabs: 'Letterbox',
  elder: 'Large text',
  standard: 'Standard text',
  opening: 'Opening…',
  loading: 'Loading…',
  retry: 'Try again',
  back: 'Back',
  page: 'Open the letterbox page',
  unreachable: 'The letterbox cannot be reached just now. Try again; if that does not help, reload the page.',
  unknownTenant:
    'There is no such letterbox. Please start again from the home page of the organisation, or call them.',
  call: (phone) => `You can also call ${phone}.`,
  failed: 'That did not work. Please try again in a moment.',
  offline: 'The connection is down. Please try again when you are back online.',
  tooMany: (time) => `That was too fast. Please try again after ${time}.`,
  optional: '(optional)',
  phone: 'Phone',
};

export const commonWords: Record<Lang, CommonWords> = { 'zh-CN': zh, en };
