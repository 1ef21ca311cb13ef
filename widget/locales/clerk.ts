/** What is said of a letter once somebody has worked on it. */
import type { Lang } from '../../contract/vocabulary.ts';

const zh = {
  problems: (count: number) => `还有 ${count} 处要改一下：`,
  titleShort: (missing: number) => `标题还差 ${missing} 个字，用一句话说清是什么事`,
  titleLong: (over: number) => `标题多了 ${over} 个字，细节可以写进正文`,
  bodyShort: (missing: number) => `正文还差 ${missing} 个字，写清时间、地点和希望怎样解决会办得更快`,
  bodyLong: (over: number) => `正文多了 ${over} 个字，请留下最要紧的`,
  nameLong: (over: number) => `姓名多了 ${over} 个字`,
  phoneWrong: '电话号码好像不完整，请核对，例如 13912345678 或 0724-2345678',
  emailWrong: '邮箱地址好像不完整，请核对，例如 name@example.cn',
  contactMissing: '请留下电话或邮箱，办理部门要靠它找到您',
  discarded: '已清空。',
  undo: '恢复刚才的内容',
  busy: (time: string) => `信箱暂时忙不过来，信还在这台设备上，${time} 会自动再寄。`,
  tooMany: (time: string) => `现在寄信的人较多，信还在这台设备上，${time} 会自动再寄。`,
  edit: '先不寄，继续修改',
  arrived: '这封信上次已经寄到，没有重复寄。要看回执，请把上次的内容和联系方式原样填好再按“寄出”。',
  changedAfter: '您改动之前的那封信已经寄到，下面是它的回执。刚才改动的内容没有寄出，可以在“查进度”里补充。',
  arrivedAs: '信已寄到，编号',
  accessKey: '查询码（只显示这一次，请抄下来）',
  replyBy: '最迟答复日期',
  check: '核对后寄出',
  change: '修改',
  empty: '没有填',
  yes: '同意',
  no: '不同意',
};

export type ClerkWords = typeof zh;

const en: ClerkWords = {
  problems: (count) => (count === 1 ? 'One thing needs changing:' : `${count} things need changing:`),
  titleShort: (missing) =>
    `The subject needs ${missing} more characters: say in one sentence what it is about`,
  titleLong: (over) => `The subject is ${over} characters too long; details can go into the letter`,
  bodyShort: (missing) =>
    `The letter needs ${missing} more characters; saying when, where and what you would like done gets it handled sooner`,
  bodyLong: (over) => `The letter is ${over} characters too long; keep what matters most`,
  nameLong: (over) => `The name is ${over} characters too long`,
  phoneWrong: 'The phone number looks incomplete, for example 13912345678 or 0724-2345678',
  emailWrong: 'The email address looks incomplete, for example name@example.cn',
  contactMissing: 'Please leave a phone number or an email address, so that the department can reach you',
  discarded: 'Cleared.',
  undo: 'Bring it back',
  busy: (time) =>
    `The letterbox is busy. Your letter is safe on this device and will be sent again at ${time}.`,
  tooMany: (time) =>
    `Many people are writing just now. Your letter is safe on this device and will be sent again at ${time}.`,
  edit: 'Not yet, keep editing',
  arrived:
    'This letter already arrived and was not sent twice. To see its receipt, fill in the same text and contact details as before and press “Send”.',
  changedAfter:
    'The letter as it was before your changes had already arrived; this is its receipt. Your changes were not sent. You can add them under “Track”.',
  arrivedAs: 'Your letter has arrived as',
  accessKey: 'Access key (shown only now, please write it down)',
  replyBy: 'To be answered by',
  check: 'Check and send',
  change: 'Change',
  empty: 'Not given',
  yes: 'Yes',
  no: 'No',
};

export const clerkWords: Record<Lang, ClerkWords> = { 'zh-CN': zh, en };
