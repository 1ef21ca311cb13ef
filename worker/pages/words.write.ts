/** Writing a letter, its receipt, and the promise. */
import type { Explanation } from '../../contract/letters.ts';
import type { Kind, Lang } from '../../contract/vocabulary.ts';

type Why = Explanation['leftOut'][number]['why'];

const zh = {
  title: (name: string) => `给${name}写信`,
  suspended: (reason: string) =>
    `这个信箱暂不接收新来信：${reason.replace(/[。.]$/, '')}。已经寄出的信照常办理，凭信件编号和查询码可以查看。`,
  lead: (days: number) =>
    `${days} 个工作日内受理，再按下面的期限答复。寄出后您会得到信件编号、查询码和答复日期。`,
  elsewhere:
    '信访事项、纪检举报、诉讼复议和政府信息公开申请另有专门渠道：写到这里，我们会告诉您该去哪里，不会不理。',
  kind: '您想做什么？',
  kindMissing: '请选择您想做什么',
  kinds: {
    inquiry: '问政策、问办事流程',
    complaint: '对服务或处理结果不满意',
    suggestion: '提出改进的想法',
    help: '遇到困难，需要帮助',
    report: '告诉我们一个问题',
  } as Record<Kind, string>,
  replyWithin: (days: number) => `${days} 个工作日内答复`,
  department: '写给哪个部门？',
  anyDepartment: '我不清楚，请转给合适的部门',
  subject: '标题',
  subjectHint: (min: number, max: number) => `用一句话说清是什么事，${min}–${max} 个字`,
  body: '正文',
  bodyHint: (min: number, max: string) => `写清时间、地点、经过，以及您希望怎样解决，${min}–${max} 个字`,
  contact: '怎样联系您',
  contactHint: (months: number) =>
    `只有办理部门能看到，每次查看都有记录。办结 ${months} 个月后删除，您也可以要求提前删除。`,
  contactRequired: '电话和邮箱请至少留一个，办理部门要靠它找到您。',
  contactMissing: '请留下电话或邮箱，办理部门要靠它找到您',
  name: '姓名',
  phone: '电话',
  email: '邮箱',
  emailHint: '留了邮箱，受理、答复、延期时都会发邮件告诉您；每封邮件里都可以停发。',
  publish: '同意公开这封信和答复',
  publishHint: '工作人员会先隐去个人信息再公开。您随时可以撤回同意。',
  leaveEmpty: '这一栏请不要填写',
  send: '寄出',
  again: '内容都还在，请再按一次“寄出”。',
  expired: '页面打开得太久了，为了安全要重新确认一次。内容都还在，请再按一次“寄出”。',
  secondLetter:
    '刚才那封信已经寄到了，没有重复寄。如果这是另一封信，请再按一次“寄出”；如果不是，到“查进度”里补充就行。',
  tooMany: (seconds: number) => `现在寄信的人较多。内容都还在，请过 ${seconds} 秒再按“寄出”。`,
  receipt: {
    title: '信已寄到',
    slip: '回执',
    number: '信件编号',
    key: '查询码',
    to: '收信单位',
    subject: '标题',
    files: '附件',
    received: '收到时间',
    acceptBy: '受理期限',
    replyBy: '答复期限',
    page: '查询网址',
    keep: '查询码只在这里显示一次。凭编号和查询码才能查进度、补充和评价：请拍照、抄下，或用浏览器的“打印”保存这一页。',
    track: '查看办理进度',
    another: '再写一封',
    repeated: '这封信已经寄到，没有重复寄。下面就是它的回执。',
  },
  promise: ['我们会在 ', '前答复您'],
  promised: ['本应在 ', '前答复您'],
  provisional: '（暂定：国家还没有公布那时的节假日，公布后会重新计算）',
  why: '为什么是这一天？',
  working: (days: number, due: string) =>
    `收到信的当天不算，从下一个工作日数起，第 ${days} 个工作日是${due}。当天 24:00 前答复都算按时。`,
  calendar: (days: number, due: string) =>
    `从第二天数起，第 ${days} 天是${due}；碰到节假日就顺延到下一个工作日。`,
  stopped: '答复期限现在停着，等您补充后接着数。',
  weekdays: ['一', '二', '三', '四', '五', '六', '日'],
  nth: (n: number) => `第${n}天`,
  dueDay: '答复期限',
  left: {
    received: '收到',
    rated: '评价',
    weekend: '周末',
    holiday: '放假',
    stopped: '暂停',
    resumed: '恢复',
    moved: '顺延',
  } as Record<Why, string>,
  legend: '数字下面是第几个工作日。周末、节假日和等您补充的日子不算，调休上班的日子照算。',
  legendCalendar: '数字下面是第几天。',
};

export type WriteWords = typeof zh;

const en: WriteWords = {
  title: (name) => `Write to ${name}`,
  suspended: (reason) =>
    `This letterbox takes no new letters at present: ${reason.replace(/[。.]$/, '')}. Letters that were sent are handled as before; see yours with its number and access key.`,
  lead: (days) =>
    `Taken up within ${days === 1 ? 'one working day' : `${days} working days`}, answered within the time below. You will get a letter number, an access key and the day we will answer.`,
  elsewhere:
    'Petitions, disciplinary reports, court cases and freedom-of-information requests have channels of their own: write here and we will tell you where to go. No letter is ignored.',
  kind: 'What would you like to do?',
  kindMissing: 'Choose what you would like to do',
  kinds: {
    inquiry: 'Ask about a rule or a procedure',
    complaint: 'You are unhappy with a service or a decision',
    suggestion: 'You have an idea how to do better',
    help: 'You are in difficulty and need help',
    report: 'Tell us about a problem',
  },
  replyWithin: (days) => `answered within ${days} working days`,
  department: 'Which department?',
  anyDepartment: 'I don’t know, please pass it to the right one',
  subject: 'Subject',
  subjectHint: (min, max) => `Say in one sentence what it is about; ${min} to ${max} characters`,
  body: 'Your letter',
  bodyHint: (min, max) =>
    `When, where, what happened, and what you would like done; ${min} to ${max} characters`,
  contact: 'How to reach you',
  contactHint: (months) =>
    `Only the department that handles your letter sees this, and every look is recorded. It is deleted ${months} months after the letter is closed, or earlier if you ask.`,
  contactRequired: 'Please give a phone number or an email address, so that the department can reach you.',
  contactMissing: 'Give a phone number or an email address, so that the department can reach you',
  name: 'Name',
  phone: 'Phone',
  email: 'Email',
  emailHint:
    'We write to it when your letter is taken up, answered or late; every message lets you stop that.',
  publish: 'The letter and its reply may be published',
  publishHint: 'Staff remove personal details first. You can take this back at any time.',
  leaveEmpty: 'Please leave this empty',
  send: 'Send',
  again: 'Everything is still here. Please press “Send” once more.',
  expired:
    'The page was open for a long time, so it has to be confirmed afresh. Everything is still here: please press “Send” once more.',
  secondLetter:
    'The letter you sent before has arrived and was not sent twice. If this is another letter, press “Send” again; if not, you can add to the first under “Track”.',
  tooMany: (seconds) =>
    `Many people are writing just now. Everything is still here: press “Send” again in ${seconds} seconds.`,
  receipt: {
    title: 'Your letter has arrived',
    slip: 'Receipt',
    number: 'Letter number',
    key: 'Access key',
    to: 'Sent to',
    subject: 'Subject',
    files: 'Files',
    received: 'Received',
    acceptBy: 'Taken up by',
    replyBy: 'Reply due',
    page: 'Where to look it up',
    keep: 'The access key is shown only here. You need the number and the key to track, add to or rate your letter: photograph them, write them down, or print this page with your browser.',
    track: 'See how it is handled',
    another: 'Write another letter',
    repeated: 'This letter has arrived already and was not sent twice. This is its receipt.',
  },
  promise: ['We will answer you by ', ''],
  promised: ['We should have answered you by ', ''],
  provisional:
    '(provisional: the public holidays of that time are not announced yet; it will be worked out again)',
  why: 'Why this day?',
  working: (days, due) =>
    `The day your letter arrived doesn’t count. Counting from the next working day, working day ${days} is ${due}. An answer until midnight of that day is on time.`,
  calendar: (days, due) =>
    `Counting from the day after, day ${days} is ${due}; where that is a holiday it moves to the next working day.`,
  stopped: 'The clock stands still now and goes on when you have answered.',
  weekdays: ['Mo', 'Tu', 'We', 'Th', 'Fr', 'Sa', 'Su'],
  nth: (n) => `day ${n}`,
  dueDay: 'due',
  left: {
    received: 'in',
    rated: 'rated',
    weekend: 'off',
    holiday: 'holiday',
    stopped: 'paused',
    resumed: 'resumed',
    moved: 'moved',
  },
  legend:
    'Under each date stands which working day it is. Weekends, holidays and days of waiting for you don’t count; make-up workdays do.',
  legendCalendar: 'Under each date stands which day it is.',
};

export const writeWords: Record<Lang, WriteWords> = { 'zh-CN': zh, en };
