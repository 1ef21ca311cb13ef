/** How a rate stands against that of the period before, and whether the difference is more than chance. */
import { limits } from '../contract/limits.ts';

interface Sample {
  of: number;
  rate: number | null;
  /** 95 % Wilson interval of the rate. */
  interval: [low: number, high: number] | null;
}

export interface Trend {
  /** What the rate of the period before was of, and the rate; null where these were too few. */
  of: number;
  rate: number | null;
  /** The rate now minus the rate then; null where either is of too few. */
  change: number | null;
  /** 95 % interval of the change. */
  interval: [low: number, high: number] | null;
  /** `unsure`: the interval holds 0. */
  sure: 'up' | 'down' | 'unsure' | null;
}

export function trendOf(present: Sample, past: Sample): Trend {
  const few = past.of < limits.smallSample;
  const rate = few ? null : past.rate;
  if (few || present.of < limits.smallSample)
    return { of: past.of, rate, change: null, interval: null, sure: null };
  const interval = differenceOf(present, past);
  const [low, high] = interval;
  const sure = low > 0 ? 'up' : high < 0 ? 'down' : 'unsure';
  return { of: past.of, rate, change: present.rate! - past.rate!, interval, sure };
}

/**
 * 95 % interval of a difference of two rates from their Wilson intervals (R. G. Newcombe, Statistics in Medicine 17, 1998,
 * method 10).
 */
function differenceOf(present: Sample, past: Sample): [low: number, high: number] {
  const [p, q] = [present.rate!, past.rate!];
  const [[low, high], [lowBefore, highBefore]] = [present.interval!, past.interval!];
  return [p - q - Math.hypot(p - low, highBefore - q), p - q + Math.hypot(high - p, q - lowBefore)];
}
