/** What mail to the writer of a letter says. Nothing the letter itself says is in it: whoever typed the address may be a stranger. */
import type { Lang } from '../../contract/vocabulary.ts';
import { enFrame, enMail } from './mail.words.en.ts';
import { zhFrame, zhMail } from './mail.words.zh.ts';
import type { WriterMail } from './topics.ts';

/** Days are in words, with their weekday. */
export interface MailFacts {
  tenant: string;
  department: string;
  acceptBy: string;
  due: string;
  provisional: boolean;
  waitUntil: string;
  contactBy: string;
  promised: string | null;
  outcome: string | null;
  grounds: string | null;
  /** The officer's where the reply names it, else the organisation's. */
  phone: string | null;
  again: boolean;
  silenceDays: number;
  contactDays: number;
}

export interface MailWords {
  /** Subject and heading. */
  title: string;
  lead: string[];
  /** What stands above the words of an officer. */
  quote?: string;
  after?: string[];
  list?: string[];
  button: string;
}

export type Say = (facts: MailFacts) => MailWords;

export const mailWords: Record<Lang, Record<WriterMail, Say>> = { 'zh-CN': zhMail, en: enMail };

export type FrameWords = typeof zhFrame;
export const frameWords: Record<Lang, FrameWords> = { 'zh-CN': zhFrame, en: enFrame };
