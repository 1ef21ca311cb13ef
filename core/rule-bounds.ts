/** Within what a tenant sets its rules: the product's own bounds, narrowed by the centre from the widest jurisdiction down. */
import { ruleBounds } from './default-rules.ts';
import type { Rules } from './letter.ts';

/** Smallest and largest. */
export type Bound = readonly [number, number];
/** By rule; `localDays`: how many days a year a place may have beside the national calendar. */
export type RuleBounds = Record<keyof typeof ruleBounds | 'localDays', Bound>;

/** Some places have more holidays than the nation; none has weeks of them. */
export const widestBounds: RuleBounds = { ...ruleBounds, localDays: [0, 10] };

/** @param layers what centres set, the widest jurisdiction first; none widens what stands above it */
export function narrowBounds(layers: readonly Partial<RuleBounds>[]): RuleBounds {
  return layers.reduce<RuleBounds>((bounds, layer) => {
    const next = { ...bounds };
    for (const [rule, bound] of Object.entries(layer) as [keyof RuleBounds, Bound][])
      next[rule] = [clamp(bound[0], bounds[rule]), clamp(bound[1], bounds[rule])];
    return next;
  }, widestBounds);
}

const clamp = (value: number, [min, max]: Bound): number => Math.min(max, Math.max(min, value));

export type RuleFault =
  { path: string; code: 'out_of_bounds'; min: number; max: number } | { path: string; code: 'out_of_order' };

/** Where rules leave their bounds; and colours come in their order. */
export function faultsOfRules(rules: Rules, bounds: RuleBounds): RuleFault[] {
  const faults: RuleFault[] = [];
  for (const rule of Object.keys(ruleBounds) as (keyof typeof ruleBounds)[]) {
    const [min, max] = bounds[rule];
    const value: number | Record<string, number> = rules[rule];
    const values = typeof value === 'number' ? [[rule, value] as const] : named(rule, value);
    for (const [path, days] of values)
      if (days < min || days > max) faults.push({ path, code: 'out_of_bounds', min, max });
  }
  const { yellow, red, demand } = rules.escalationDays;
  if (yellow >= red || red >= demand) faults.push({ path: 'escalationDays', code: 'out_of_order' });
  return faults;
}

const named = (rule: string, values: Record<string, number>): (readonly [string, number])[] =>
  Object.entries(values).map(([name, days]) => [`${rule}.${name}`, days] as const);
