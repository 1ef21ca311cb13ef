/**
 * The figures of the annual form (政府网站工作年度报表, 互动交流): letters by their year of receipt in the tenant's zone, as they
 * stand when the form is made. What counts, stats.rules.ts says; how each is defined in words, annual.words.ts.
 */
import { addSums, figuresOfSums, type Sums } from './roll-up.rules.ts';

export interface AnnualFigures {
  /** 收到留言数量: without spam and letters that were withdrawn. */
  received: number;
  /** 办结留言数量: of these, with a final reply or declined. */
  closed: number;
  /** 平均办理时间: working days from receipt to the first final reply, unrounded; null where there is none. */
  meanDays: number | null;
  /** 公开答复数量: letters of the year that everybody can read with their reply. */
  published: number;
}

/** @param months the roll-up's sums by month of receipt */
export function annualOf(months: Readonly<Record<string, Sums>>, published: number): AnnualFigures {
  const { received, replied, meanDays } = figuresOfSums(sumsOfMonths(months));
  return { received, closed: replied, meanDays, published };
}

export function sumsOfMonths(months: Readonly<Record<string, Sums>>): Sums {
  const sums: Sums = {};
  for (const month of Object.values(months)) addSums(sums, month);
  return sums;
}
