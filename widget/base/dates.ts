/** Days and times in words. They are shown in the offset they were sent with, which is the tenant's. */
import type { Lang } from '../../contract/vocabulary.ts';

const WEEKDAYS = {
  'zh-CN': ['星期日', '星期一', '星期二', '星期三', '星期四', '星期五', '星期六'],
  en: ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday'],
};
const MONTHS = 'January February March April May June July August September October November December'.split(
  ' ',
);

/** `2026-11-27T23:59:59+08:00` → `2026-11-27`. */
export const dayOf = (time: string): string => time.slice(0, 10);

/** 0 is Sunday. */
export const weekdayOf = (day: string): number => new Date(`${day}T00:00:00Z`).getUTCDay();

/** 11月27日（星期五）, Friday 27 November; with the year where it isn't `thisYear`. */
export function longDay(time: string, lang: Lang, thisYear = String(new Date().getFullYear())): string {
  const [year = '', month = '', date = ''] = dayOf(time).split('-');
  const weekday = WEEKDAYS[lang][weekdayOf(dayOf(time))]!;
  const other = year !== thisYear;
  if (lang === 'en') return `${weekday} ${+date} ${MONTHS[+month - 1]}${other ? ` ${year}` : ''}`;
  return `${other ? `${year}年` : ''}${+month}月${+date}日（${weekday}）`;
}

/** 2026-11-21 10:12. */
export const clockTime = (time: string): string => `${dayOf(time)} ${time.slice(11, 16)}`;

/** The next or previous day. */
export function shiftDay(day: string, by: number): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) + by * 86_400_000).toISOString().slice(0, 10);
}

/** November 2026, 2026年11月. */
export function monthName(day: string, lang: Lang): string {
  const [year = '', month = ''] = day.split('-');
  return lang === 'en' ? `${MONTHS[+month - 1]} ${year}` : `${year}年${+month}月`;
}
