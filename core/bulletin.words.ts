/** How a bulletin says periods, rates and days: as the cities' own bulletins do. */
import type { Day } from './calendar.ts';
import { dayOf, offsetAt, addDays } from './local-time.ts';
import type { Instant } from './events.ts';

const QUARTERS = ['一', '二', '三', '四'];

const parts = (day: Day): [year: number, month: number, day: number] => {
  const [year, month, date] = day.split('-').map(Number);
  return [year!, month!, date!];
};

/** 2011年3月31日 */
export function dayName(day: Day): string {
  const [year, month, date] = parts(day);
  return `${year}年${month}月${date}日`;
}

/** 2011年, 2011年上半年, 2011年第一季度, 2011年3月; any other range by its days. */
export function periodName(from: Day, to: Day): string {
  const [year, month, first] = parts(from);
  const [lastYear, lastMonth, last] = parts(to);
  if (from === to) return dayName(from);
  const whole = year === lastYear && first === 1 && addDays(to, 1).endsWith('-01');
  const months = lastMonth - month + 1;
  if (whole && months === 12) return `${year}年`;
  if (whole && months === 6 && month % 6 === 1) return `${year}年${month === 1 ? '上' : '下'}半年`;
  if (whole && months === 3 && month % 3 === 1) return `${year}年第${QUARTERS[Math.floor(month / 3)]}季度`;
  if (whole && months === 1) return `${year}年${month}月`;
  if (year !== lastYear) return `${dayName(from)}至${dayName(to)}`;
  return `${dayName(from)}至${month === lastMonth ? '' : `${lastMonth}月`}${last}日`;
}

/** The cut-off: the end of a day is its 24:00. */
export function momentName(instant: Instant, timeZone: string): string {
  const local = new Date(instant + offsetAt(instant, timeZone)).toISOString();
  const time = local.slice(11, 16);
  if (time === '00:00') return `${dayName(addDays(dayOf(instant, timeZone), -1))}24时`;
  return `${dayName(local.slice(0, 10))}${Number(time.slice(0, 2))}时${time.slice(3)}分`;
}

/** 41.05%. Only a whole is 100%, only nothing is 0%. */
export function percentName(rate: number): string {
  if (rate === 0 || rate === 1) return `${rate * 100}%`;
  const rounded = Math.min(99.99, Math.max(0.01, Math.round(rate * 10_000) / 100));
  return `${rounded.toFixed(2)}%`;
}

/** 31.75%—51.10% */
export const intervalName = ([low, high]: readonly [number, number]): string =>
  `${percentName(low)}—${percentName(high)}`;

/** 4.5 */
export const oneDecimal = (value: number): string => String(Math.round(value * 10) / 10);

/** 〔2026〕第1期 */
export const issueLabel = (year: number, issue: number): string => `〔${year}〕第${issue}期`;
