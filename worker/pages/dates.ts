/** Days and times in words. They are shown in the offset they carry, which is the tenant's. */
import { html } from 'hono/html';
import type { Lang } from '../../contract/vocabulary.ts';
import type { Html } from './view.ts';

const weekdays: Record<Lang, readonly string[]> = {
  'zh-CN': ['星期日', '星期一', '星期二', '星期三', '星期四', '星期五', '星期六'],
  en: ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday'],
};
const months = [
  'January', 'February', 'March', 'April', 'May', 'June',
  'July', 'August', 'September', 'October', 'November', 'December',
]; // prettier-ignore

/** `2026-11-27T23:59:59+08:00` → `2026-11-27`. */
export const dayPart = (time: string): string => time.slice(0, 10);

/** 0 is Sunday. */
export const weekdayOf = (day: string): number => new Date(`${day}T00:00:00Z`).getUTCDay();

/** 11月27日（星期五）, Friday 27 November; with the year where it isn't `thisYear`. */
export function longDay(time: string, lang: Lang, thisYear = ''): string {
  const day = dayPart(time);
  const [year = '', month = '', date = ''] = day.split('-');
  const weekday = weekdays[lang][weekdayOf(day)] ?? '';
  if (lang === 'en')
    return `${weekday} ${+date} ${months[+month - 1] ?? ''}${year === thisYear ? '' : ` ${year}`}`;
  return `${year === thisYear ? '' : `${year}年`}${+month}月${+date}日（${weekday}）`;
}

/** 2026-11-21 10:12. */
export const minute = (time: string): string => `${dayPart(time)} ${time.slice(11, 16)}`;

/** 2026年11月, November 2026. */
export function monthName(day: string, lang: Lang): string {
  const [year = '', month = ''] = day.split('-');
  return lang === 'en' ? `${months[+month - 1] ?? ''} ${year}` : `${year}年${+month}月`;
}

export const dayTag = (time: string, lang: Lang, thisYear?: string): Html =>
  html`<time datetime="${dayPart(time)}">${longDay(time, lang, thisYear)}</time>`;

export const minuteTag = (time: string): Html => html`<time datetime="${time}">${minute(time)}</time>`;
