/** What is said of a letter once somebody has worked on it. */
import type { Lang } from '../../contract/vocabulary.ts';

const zh = {
  failed: '没有办成。请过一会儿再试。',
  offline: '网络断了。请连上网络后再试。',
  problems: (count: number) => `还有 ${count} 处要改一下：`,
  titleShort: (missing: number) => `标题还差 ${missing} 个字，用一句话说清是什么事`,
  titleLong: (over: number) => `标题多了 ${over} 个字，细节可以写进正文`,
  bodyShort: (missing: number) => `正文还差 ${missing} 个字，写清时间、地点和希望怎样解决会办得更快`,
  bodyLong: (over: number) => `正文多了 ${over} 个字，请留下最要紧的`,
  nameLong: (over: number) => `姓名多了 ${over} 个字`,
  phoneWrong: '电话号码好像不完整，请核对，例如 13912345678 或 0724-2345678',
  emailWrong: '邮箱地址好像不完整，请核对，例如 name@example.cn',
  filesFailed: (count: number) => `有 ${count} 个文件没有传上去，请再试一次，或者去掉它再寄`,
  filesLost: '上次的信没有寄到，附的文件也没有存下来。请再选一遍文件；不附文件的话，直接再按“寄出”。',
  filesRenewed: '文件放得太久，已经失效，现在正在重新上传。传完后请再按“寄出”。',
  filesGoing: '正在上传文件，传完后会自动寄出。请先不要关掉这个网页。',
  filesProgress: '文件上传进度',
  filesOffline: '网络断了，文件还没有传完。连上后会接着传，传完自动寄出。请先不要关掉这个网页。',
  goOn: '接着传',
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
  none: '没有附',
  yes: '同意',
  no: '不同意',
};

export type ClerkWords = typeof zh;

const en: ClerkWords = {
  failed: 'That did not work. Please try again in a moment.',
  offline: 'The connection is down. Please try again when you are back online.',
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
  filesFailed: (count) =>
    count === 1
      ? 'One file did not arrive: try again, or remove it and send the letter without'
      : `${count} files did not arrive: try again, or remove them and send the letter without`,
  filesLost:
    'Your letter had not arrived, and its files were not kept. Please choose them again; to send it without, press “Send” once more.',
  filesRenewed:
    'Your files had waited too long and are being uploaded again. Then please press “Send” once more.',
  filesGoing:
    'Your files are being uploaded. The letter goes out when they have arrived; please keep this page open.',
  filesProgress: 'Progress of the files',
  filesOffline:
    'The connection is down and your files have not all arrived. They go on when you are back online, and the letter with them. Please keep this page open.',
  goOn: 'Go on now',
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
  none: 'None',
  yes: 'Yes',
  no: 'No',
};

export const clerkWords: Record<Lang, ClerkWords> = { 'zh-CN': zh, en };
