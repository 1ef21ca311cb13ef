/** The page behind "stop mail". */
import type { Lang } from '../../contract/vocabulary.ts';
import type { StopState } from '../notify/stop.actions.ts';

const zh = {
  title: '邮件通知',
  lead: (number: string) => `信件 ${number} 的办理情况，现在会发到您写信时留的邮箱。`,
  consequence: '停了以后，您仍然可以用信件编号和查询码在“查进度”里看到一切。',
  letter: '这封信不再发邮件',
  address: (tenant: string) => `${tenant}信箱的邮件都不再发到这个邮箱`,
  addressHint: '如果信不是您写的，请按下面这个。',
  stopped: {
    letter: '已经停了。这封信的办理情况不再发邮件。',
    address: '已经停了。这个邮箱不会再收到这里的邮件。',
  } as Record<Exclude<StopState, 'on'>, string>,
  resumed: '已经恢复。有新的办理情况会发邮件告诉您。',
  undo: '恢复接收邮件',
  track: '查办理进度',
  badLink: '这个链接不完整或者不对。请从邮件里重新点开“不再接收邮件”。',
};
export type UnsubscribeWords = typeof zh;

const en: UnsubscribeWords = {
  title: 'Mail notifications',
  lead: (number) => `News of letter ${number} is sent to the e-mail address you left with it.`,
  consequence: 'After stopping it you can still see everything under “Track”, with number and access key.',
  letter: 'Stop mail about this letter',
  address: (tenant) => `Stop all mail from the letterbox of ${tenant} to this address`,
  addressHint: 'If you wrote no letter, use this one.',
  stopped: {
    letter: 'Stopped. No more mail about this letter is sent.',
    address: 'Stopped. This address gets no more mail from here.',
  },
  resumed: 'Mail is on again. You are told when there is news.',
  undo: 'Get mail again',
  track: 'Track your letter',
  badLink: 'This link is incomplete or wrong. Please open it from the message once more.',
};

export const unsubscribeWords: Record<Lang, UnsubscribeWords> = { 'zh-CN': zh, en };
