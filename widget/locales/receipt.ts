import type { Lang } from '../../contract/vocabulary.ts';

const zh = {
  title: '信已寄到',
  slip: '回执',
  number: '信件编号',
  accessKey: '查询码',
  received: '收到时间',
  to: '收信单位',
  subject: '标题',
  files: '附件',
  filesIn: (count: number) => `${count} 个，已收到`,
  replyBy: '答复期限',
  page: '查询网址',
  promise: ['我们会在 ', ' 前答复您'],
  provisional: '（暂定：国家还没有公布那时的节假日，公布后会按新安排重算）',
  why: '为什么是这一天？',
  keep: '查询码只在这里显示一次。凭编号和查询码才能查进度、补充和评价，请拍照、打印或保存。',
  copy: '复制',
  copied: '已复制',
  copyFailed: '没能复制，请长按选中后复制',
  print: '打印',
  save: '保存为文件',
  track: '查看办理进度',
  another: '再写一封',
};

export type ReceiptWords = typeof zh;

const en: ReceiptWords = {
  title: 'Your letter has arrived',
  slip: 'Receipt',
  number: 'Letter number',
  accessKey: 'Access key',
  received: 'Received',
  to: 'Sent to',
  subject: 'Subject',
  files: 'Attached',
  filesIn: (count) => `${count} ${count === 1 ? 'file' : 'files'}, received`,
  replyBy: 'Reply due',
  page: 'Where to look it up',
  promise: ['We will answer you by ', ''],
  provisional:
    '(provisional: the public holidays of that time are not announced yet; it will be worked out again)',
  why: 'Why this day?',
  keep: 'The access key is shown only once. You need the number and the key to track, add to or rate your letter: photograph, print or save them.',
  copy: 'Copy',
  copied: 'Copied',
  copyFailed: 'Could not copy; press and hold to select it',
  print: 'Print',
  save: 'Save as a file',
  track: 'See how it is handled',
  another: 'Write another letter',
};

export const receiptWords: Record<Lang, ReceiptWords> = { 'zh-CN': zh, en };
