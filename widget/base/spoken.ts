import type { Lang } from '../../contract/vocabulary.ts';

/** People write in their own language, whatever the page's: screen readers have to know (WCAG 3.1.2). */
export const langOf = (text: string): Lang => (/\p{Script=Han}/u.test(text) ? 'zh-CN' : 'en');
