/** Times come in the tenant's own offset and are shown in it: what the string says, never the clerk's machine zone. */
import { lang } from '../words/index.ts';

const MS_PER_DAY = 86_400_000;

/** `2026-11-27T23:59:59+08:00` → `2026-11-27`. */
export function dayOf(time: string): string {
  return time.slice(0, 10);
}

/** Today where `time` was written, by its offset. */
export function todayAt(time: string): string {
  return new Date(Date.now() + offsetMs(time)).toISOString().slice(0, 10);
}

/** Today by this machine's clock, where no time of the tenant's is at hand. */
export function localToday(): string {
  const now = new Date();
  const two = (value: number) => String(value).padStart(2, '0');
  return `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`;
}

/** This moment where `time` was written. */
export function nowAt(time: string): string {
  const here = new Date(Date.now() + offsetMs(time)).toISOString().slice(0, 19);
  return `${here}${time.slice(19)}`;
}

function offsetMs(time: string): number {
  const found = /([+-])(\d{2}):(\d{2})$/.exec(time);
  if (!found) return 0;
  const minutes = Number(found[2]) * 60 + Number(found[3]);
  return (found[1] === '-' ? -minutes : minutes) * 60_000;
}

/** Calendar days from one day to another, negative backwards. */
export function daysApart(from: string, to: string): number {
  return Math.round((Date.parse(to) - Date.parse(from)) / MS_PER_DAY);
}

export function addDays(day: string, days: number): string {
  return new Date(Date.parse(day) + days * MS_PER_DAY).toISOString().slice(0, 10);
}

/** 0 = Monday … 6 = Sunday. */
export function weekdayOf(day: string): number {
  return (new Date(Date.parse(day)).getUTCDay() + 6) % 7;
}

/** Made once each: a list has two dates a row, and making a formatter costs more than the row. */
const formatters = new Map<string, Intl.DateTimeFormat>();

function format(day: string, options: Intl.DateTimeFormatOptions): string {
  const locale = lang.value === 'en' ? 'en-GB' : 'zh-CN';
  const key = `${locale} ${JSON.stringify(options)}`;
  const known = formatters.get(key);
  const formatter = known ?? new Intl.DateTimeFormat(locale, { timeZone: 'UTC', ...options });
  if (!known) formatters.set(key, formatter);
  return formatter.format(new Date(Date.parse(day)));
}

const isThisYear = (day: string) => day.slice(0, 4) === String(new Date().getFullYear());

/** 11月27日（星期五） · Friday 27 November; with the year where it isn't this one. */
export function dayWords(day: string): string {
  const year: Intl.DateTimeFormatOptions = isThisYear(day) ? {} : { year: 'numeric' };
  if (lang.value === 'en') return format(day, { weekday: 'long', day: 'numeric', month: 'long', ...year });
  return `${format(day, { month: 'long', day: 'numeric', ...year })}（${format(day, { weekday: 'long' })}）`;
}

/** 11月27日 · 27 Nov. */
export function dayShort(day: string): string {
  const year: Intl.DateTimeFormatOptions = isThisYear(day) ? {} : { year: 'numeric' };
  return format(day, { month: lang.value === 'en' ? 'short' : 'long', day: 'numeric', ...year });
}

/** 2026年11月27日 · 27 November 2026. */
export function dayFull(day: string): string {
  return format(day, { year: 'numeric', month: 'long', day: 'numeric' });
}

/** 2026年11月 · November 2026. */
export function monthWords(day: string): string {
  return format(day, { year: 'numeric', month: 'long' });
}

/** 11月 · November. */
export function monthName(day: string): string {
  return format(day, { month: 'long' });
}

/** 一 二 三 … · Mon Tue Wed …, Monday first. */
export function weekdayHeads(): string[] {
  const style = lang.value === 'en' ? 'short' : 'narrow';
  return Array.from({ length: 7 }, (_, index) => format(addDays('2024-01-01', index), { weekday: style }));
}

/** 2026-11-20 16:20 · 20 Nov 2026, 16:20. */
export function momentWords(time: string): string {
  const clock = time.slice(11, 16);
  if (lang.value !== 'en') return `${dayOf(time)} ${clock}`;
  return `${format(dayOf(time), { day: 'numeric', month: 'short', year: 'numeric' })}, ${clock}`;
}
