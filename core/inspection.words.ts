/**
 * The self-check in words. The text of the indicators was not at hand when this was written: the items are told in our own words.
 * `VERIFIED` are those whose content is known from elsewhere: the line of three months, and what self-checks and bulletins that
 * authorities published quote (a department's of June 2019, a province's of 2020). The others are from practice, and say so
 * wherever they are shown.
 */
import type { Lang } from '../contract/vocabulary.ts';
import type { InspectionItem } from './inspection.rules.ts';

export const VERIFIED_ITEMS: readonly InspectionItem[] = [
  'channel',
  'three-months',
  'submitting',
  'updates',
  'statistics',
];

interface Words {
  title: (year: number) => string;
  asOf: (day: string) => string;
  source: string;
  unverified: string;
  heads: [item: string, veto: string, result: string, evidence: string, remark: string];
  veto: string;
  points: string;
  results: Record<'met' | 'unmet' | 'open' | 'not-applicable', string>;
  items: Record<InspectionItem, string>;
  tell: Tell;
}

interface Tell {
  received: (count: number) => string;
  origins: (count: number) => string;
  seen: (day: string | null) => string;
  overThree: (count: number) => string;
  lastReceived: (day: string | null) => string;
  noAccount: string;
  published: (count: number) => string;
  lastPublished: (day: string | null) => string;
  elements: string;
  statistics: string;
  replies: (due: number, onTime: number, overdue: number) => string;
  days: (mean: string | null) => string;
  ratings: (rated: number, satisfied: number) => string;
  doubts: (reopened: number, notSolved: number) => string;
  outside: string;
}

const zh: Words = {
  title: (year) => `政府网站检查自查表（${year}年）：互动交流`,
  asOf: (day) => `检查时间点：${day}`,
  source:
    '依据：《国务院办公厅秘书局关于印发政府网站与政务新媒体检查指标、监管工作年度考核指标的通知》（国办秘函〔2019〕19号）中互动交流方面的指标，文字由回信转述。',
  unverified: '这一项按检查实践列出，文字未能与指标原文核对，请以原文为准。',
  heads: ['检查内容', '类别', '结果', '依据', '说明'],
  veto: '单项否决',
  points: '扣分',
  results: { met: '符合', unmet: '不符合', open: '待核对', 'not-applicable': '不适用' },
  items: {
    channel: '网站有能用的咨询建言渠道（网上信访、纪检举报等专门渠道不算）。',
    'three-months': '近一年没有超过三个月未回应的有效信件。',
    submitting: '提交信件的功能正常：写得进、发得出、有回执。',
    'sign-in': '各互动栏目不要求重复注册，一次登录都能用。',
    updates: '近两个月公开过新的留言和答复。',
    elements: '公开的留言列明收到时间、答复时间、答复单位和答复内容。',
    statistics: '公开留言受理反馈的统计数据。',
    replies: '来信按时答复，简单咨询五个工作日内答复。',
    quality: '答复有内容，不推诿，不敷衍，不答非所问。',
    surveys: '开展征集调查，并公开结果（次数按网站类别要求）。',
    interviews: '开展在线访谈等互动活动（次数按网站类别要求）。',
  },
  tell: {
    received: (count) => `这一年收到信件 ${count} 封。`,
    origins: (count) => `登记了 ${count} 个网站。`,
    seen: (day) => (day === null ? '还没有在登记的网站上见到信箱。' : `最近一次在网站上见到信箱：${day}。`),
    overThree: (count) => (count === 0 ? '没有这样的信件。' : `有 ${count} 封，含后来才答复的。`),
    lastReceived: (day) =>
      day === null ? '还没有收到过信件。' : `最近一封信件收到于 ${day}。请再试写一封。`,
    noAccount: '回信的信箱写信、查询、评价都不用注册。网站还有其他互动栏目的，请一并核对。',
    published: (count) => `这一年的信件公开了 ${count} 封。`,
    lastPublished: (day) => (day === null ? '还没有公开过。' : `最近一次公开：${day}。`),
    elements: '公开页面自动列明这四项。',
    statistics: '统计页由回信自动公开；请核对网站上有通往它的链接。',
    replies: (due, onTime, overdue) =>
      `应答复 ${due} 封，按时 ${onTime} 封${overdue > 0 ? `，现在逾期 ${overdue} 封` : ''}。`,
    days: (mean) => (mean === null ? '还没有正式答复。' : `平均 ${mean} 个工作日答复。`),
    ratings: (rated, satisfied) =>
      rated === 0 ? '还没有评价。' : `评价 ${rated} 封，基本满意以上 ${satisfied} 封。`,
    doubts: (reopened, notSolved) =>
      `评价不满意重办 ${reopened} 封；答复称已解决、来信人说没有的 ${notSolved} 封。请抽看答复原文。`,
    outside: '征集调查和访谈不在回信里办，请按网站的记录填写。',
  },
};

const en: Words = {
  title: (year) => `Self-check before an inspection (${year}): interaction`,
  asOf: (day) => `As of ${day}`,
  source:
    'Source: the interaction indicators of the General Office’s notice 国办秘函〔2019〕19号 on inspecting government websites, told in Huixin’s words.',
  unverified:
    'From inspection practice; its wording could not be compared with the notice. Please go by the notice itself.',
  heads: ['What is looked at', 'Kind', 'Result', 'Evidence', 'Remark'],
  veto: 'Veto',
  points: 'Points',
  results: { met: 'Met', unmet: 'Not met', open: 'To be checked', 'not-applicable': 'Does not apply' },
  items: {
    channel:
      'The website has a working way to ask and suggest (special channels such as petitions don’t count).',
    'three-months': 'Within the last year no valid letter was unanswered for over three months.',
    submitting: 'Sending a letter works: it can be written and sent, and a receipt comes.',
    'sign-in': 'No second registration: one account serves all interactive pages.',
    updates: 'New letters and replies were published within the last two months.',
    elements: 'Published letters show when they came, when and by whom they were answered, and the reply.',
    statistics: 'Statistics of letters and replies are public.',
    replies: 'Letters are answered on time, simple inquiries within five working days.',
    quality: 'Replies have substance: nobody is put off, passed on or answered beside the point.',
    surveys: 'Surveys are held and their results published (how many depends on the kind of website).',
    interviews: 'Online interviews are held (how many depends on the kind of website).',
  },
  tell: {
    received: (count) => `Letters received in the year: ${count}.`,
    origins: (count) => `Registered websites: ${count}.`,
    seen: (day) =>
      day === null
        ? 'The letterbox has not been seen on a registered website.'
        : `The letterbox was last seen on a website on ${day}.`,
    overThree: (count) =>
      count === 0 ? 'There are none.' : `There are ${count}, those answered in the end included.`,
    lastReceived: (day) =>
      day === null ? 'No letter has come yet.' : `The last letter came on ${day}. Please send one to try.`,
    noAccount:
      'Huixin’s letterbox asks nobody to register. Where the website has other interactive pages, check those too.',
    published: (count) => `Letters of the year that are public: ${count}.`,
    lastPublished: (day) => (day === null ? 'Nothing has been published yet.' : `Last published on ${day}.`),
    elements: 'The public pages show these four by themselves.',
    statistics: 'Huixin publishes the statistics by itself; check that the website has a link to them.',
    replies: (due, onTime, overdue) =>
      `Due: ${due}, on time: ${onTime}${overdue > 0 ? `, overdue now: ${overdue}` : ''}.`,
    days: (mean) => (mean === null ? 'No final reply yet.' : `${mean} working days on average.`),
    ratings: (rated, satisfied) =>
      rated === 0 ? 'No ratings yet.' : `Rated: ${rated}, satisfied: ${satisfied}.`,
    doubts: (reopened, notSolved) =>
      `Reopened after a bad rating: ${reopened}; said to be resolved, but not so for the writer: ${notSolved}. Please read some replies.`,
    outside: 'Surveys and interviews are not held in Huixin; go by the website’s own records.',
  },
};

const all: Record<Lang, Words> = { 'zh-CN': zh, en };
export const inspectionWords = (lang: Lang): Words => all[lang];
