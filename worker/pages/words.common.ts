/** What stands around every page, and on the pages that say something went wrong. */
import type { Lang } from '../../contract/vocabulary.ts';

const zh = {
  letterbox: '信箱',
  skip: '跳到正文',
  menu: '信箱栏目',
  nav: { list: '看答复', write: '写信', track: '查进度', stats: '办理数据', notices: '主动发布' },
  reading: '阅读方式',
  elder: '大字版',
  standard: '标准版',
  phone: '电话 ',
  privacy: '本网页不用 Cookie，不加载其他网站的内容，不需要打开脚本。',
  errorTitle: '有误：',
  errorMark: '请改：',
  problems: (count: number) => `有 ${count} 处要改一下`,
  optional: '（选填）',
  none: '—',
  colon: '：',
  notFound: {
    title: '没有找到这个页面',
    body: '网址可能抄错了，也可能这个页面已经撤下。',
    next: '请核对网址，或从单位网站首页重新进入。',
    all: '看看有哪些单位的信箱',
  },
  failure: {
    title: '没有办成',
    tooMany: (seconds: number) => `请等 ${seconds} 秒，再按浏览器的“刷新”。您填写的内容还在。`,
    back: '请按浏览器的“后退”，回到刚才的页面。您填写的内容还在。',
    internal: '是我们的系统出了问题，不是您操作有误。请过几分钟再试。',
    request: (id: string) => `请求编号：${id}`,
    home: '回到信箱首页',
  },
  tenants: {
    title: '各单位信箱',
    lead: '选择要写信或查看答复的单位。',
    empty: '还没有单位开通信箱。',
  },
};

export type CommonWords = typeof zh;

const en: CommonWords = {
  letterbox: 'Letterbox',
  skip: 'Skip to the content',
  menu: 'Letterbox',
  nav: { list: 'Replies', write: 'Write', track: 'Track', stats: 'Figures', notices: 'Notices' },
  reading: 'Reading',
  elder: 'Large print',
  standard: 'Standard size',
  phone: 'Phone ',
  privacy: 'This page uses no cookies, loads nothing from other sites and needs no scripts.',
  errorTitle: 'Error: ',
  errorMark: 'Please change: ',
  problems: (count) => (count === 1 ? 'One thing needs changing' : `${count} things need changing`),
  optional: ' (optional)',
  none: '—',
  colon: ': ',
  notFound: {
    title: 'This page was not found',
    body: 'The address may be mistyped, or the page may have been taken down.',
    next: 'Check the address, or start again from the organisation’s home page.',
    all: 'See which organisations have a letterbox',
  },
  failure: {
    title: 'That did not work',
    tooMany: (seconds) =>
      `Wait ${seconds} seconds, then reload this page. What you filled in is still there.`,
    back: 'Use your browser’s Back button to return. What you filled in is still there.',
    internal: 'Our system failed; you did nothing wrong. Please try again in a few minutes.',
    request: (id) => `Request number: ${id}`,
    home: 'To the letterbox',
  },
  tenants: {
    title: 'Letterboxes',
    lead: 'Choose the organisation you want to write to or whose replies you want to read.',
    empty: 'No organisation has a letterbox yet.',
  },
};

export const commonWords: Record<Lang, CommonWords> = { 'zh-CN': zh, en };
