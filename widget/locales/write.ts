/** What the form says as soon as it is shown, or while the clerk is still on the way. */
import type { Kind, Lang } from '../../contract/vocabulary.ts';

const zh = {
  to: '寄给',
  kind: '您想做什么？',
  kinds: {
    inquiry: '问政策、问办事流程',
    complaint: '对服务或处理结果不满意',
    suggestion: '提出改进的想法',
    help: '遇到困难，需要帮助',
    report: '告诉我们一个问题',
  } as Record<Kind, string>,
  term: (acceptDays: number, replyDays: number) =>
    `${acceptDays} 个工作日内受理，${replyDays} 个工作日内答复`,
  department: '写给哪个部门？',
  anyDepartment: '我不清楚，请帮我转给合适的部门',
  title: '标题',
  titleHint: '用一句话说清是什么事',
  body: '正文',
  bodyHint: '时间、地点、经过，以及您希望怎样解决',
  count: (now: string, max: string) => `${now} / ${max} 字`,
  files: '照片或文件',
  filesHint: '照片或 PDF，最多 5 个，每个不超过 10 MB。',
  contact: '联系方式',
  contactHint: (months: number | string) =>
    `只有办理部门能看到，每次查看都有记录，办结 ${months} 个月后删除。留下邮箱，有进展会发邮件告诉您。`,
  name: '姓名',
  phone: '电话',
  email: '邮箱',
  publish: '同意公开这封信和答复',
  publishHint: '工作人员会先隐去个人信息再公开。您随时可以撤回同意。',
  send: '寄出',
  sending: '正在寄出…',
  sendHint: '寄出后您会得到信件编号、查询码和答复日期。',
  restored: '已找回您上次没写完的信。',
  pending: '您有一封信上次没有寄出。请核对后再按“寄出”，不会重复寄。',
  retypeContact: '为保护您的隐私，联系方式没有存在这台设备上，请再填一遍。',
  rechooseFiles: '上次附的文件没有存在这台设备上，请再选一遍。',
  discard: '清空，重新写',
  offline: '网络断了，信还在这台设备上，连上后会自动寄出。',
  sendNow: '现在就寄',
  step: (now: number, all: number) => `第 ${now} 步，共 ${all} 步`,
  next: '下一步',
  back: '上一步',
};

export type WriteWords = typeof zh;

const en: WriteWords = {
  to: 'To',
  kind: 'What would you like to do?',
  kinds: {
    inquiry: 'Ask about a rule or a procedure',
    complaint: 'You are unhappy with a service or a decision',
    suggestion: 'You have an idea how to do better',
    help: 'You are in difficulty and need help',
    report: 'Tell us about a problem',
  },
  term: (acceptDays, replyDays) => `Taken up in ${acceptDays}, answered in ${replyDays} working days`,
  department: 'Which department?',
  anyDepartment: 'I don’t know, please pass it to the right one',
  title: 'Subject',
  titleHint: 'Say in one sentence what it is about',
  body: 'Your letter',
  bodyHint: 'When, where, what happened, and what you would like done',
  count: (now, max) => `${now} of ${max} characters`,
  files: 'Photos or files',
  filesHint: 'Photos or PDF, up to 5, 10 MB each.',
  contact: 'How to reach you',
  contactHint: (months) =>
    `Only the department that handles your letter sees this, every look is recorded, and it is erased ${months} months after the letter is closed. With an email address you are told when something happens.`,
  name: 'Name',
  phone: 'Phone',
  email: 'Email',
  publish: 'The letter and its reply may be published',
  publishHint: 'Staff remove personal details first. You can take this back at any time.',
  send: 'Send',
  sending: 'Sending…',
  sendHint: 'You will get a letter number, an access key and the day we will answer.',
  restored: 'We kept the letter you had begun.',
  pending: 'A letter of yours was not sent last time. Check it and press “Send”; it will not be sent twice.',
  retypeContact:
    'To protect your privacy your contact details were not kept on this device. Please type them again.',
  rechooseFiles: 'Your files were not kept on this device. Please choose them again.',
  discard: 'Clear and start afresh',
  offline:
    'The connection is down. Your letter is safe on this device and will be sent when you are back online.',
  sendNow: 'Send it now',
  step: (now, all) => `Step ${now} of ${all}`,
  next: 'Next',
  back: 'Back',
};

export const writeWords: Record<Lang, WriteWords> = { 'zh-CN': zh, en };
