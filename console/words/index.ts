import { type Lang, pickLang } from '../../contract/vocabulary.ts';
import { Store } from '../lib/store.ts';
import { en } from './en.ts';
import { zhCN } from './zh-CN.ts';

/** Chinese is the original; a message missing from English fails the type check. */
export type Messages = typeof zhCN;

const KEY = 'huixin-console-lang';
const all: Record<Lang, Messages> = { 'zh-CN': zhCN, en };

function remembered(): string | null {
  try {
    return localStorage.getItem(KEY);
  } catch {
    return null;
  }
}

export const lang = new Store<Lang>(pickLang(remembered(), navigator.language));

export function chooseLang(next: Lang): void {
  try {
    localStorage.setItem(KEY, next);
  } catch {
    // The choice holds until the page is left.
  }
  lang.set(next);
}

/** What people wrote keeps its own language for screen readers and fonts (WCAG 3.1.2): Chinese where there are Chinese characters. */
export function langOf(text: string): 'zh-CN' | 'en' {
  return /\p{Script=Han}/u.test(text) ? 'zh-CN' : 'en';
}

/** The messages of the language chosen. */
export function t(): Messages {
  return all[lang.value];
}
