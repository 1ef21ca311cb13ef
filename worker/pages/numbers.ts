/** Figures as people read them; never better than they are. */
import { limits } from '../../contract/limits.ts';

/** 1,024 */
export const grouped = (count: number): string => String(count).replace(/\B(?=(\d{3})+$)/g, ',');

/** 98.7 %. Only a whole is 100 %, only nothing is 0 %. */
export function percent(rate: number): string {
  if (rate === 0 || rate === 1) return `${rate * 100} %`;
  const rounded = Math.min(99.9, Math.max(0.1, Math.round(rate * 1000) / 10));
  return `${rounded} %`;
}

/** A rate over so few that it says nothing. */
export const isSmall = (of: number): boolean => of < limits.smallSample;

/** 4.5 */
export const oneDecimal = (value: number): string => String(Math.round(value * 10) / 10);

/** 1.2 MB, 350 KB; never 0. */
export function fileSize(bytes: number): string {
  const mebi = bytes / 1024 / 1024;
  return mebi >= 0.95 ? `${oneDecimal(mebi)} MB` : `${Math.max(1, Math.round(bytes / 1024))} KB`;
}
