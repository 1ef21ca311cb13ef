/** Rules and bounds as they are told. */
import type { BoundsView, RulesView } from '../../contract/rules.ts';
import { faultsOfRules, formatInstant, type Bound, type RuleBounds, type Rules } from '../../core/index.ts';
import type { Tenant } from './tenant.store.ts';

export interface ToldRules {
  tenant: Tenant;
  rules: Rules;
  since: number;
  inForce: boolean;
  bounds: RuleBounds;
}

export function toRules({ tenant, rules, since, inForce, bounds }: ToldRules): RulesView {
  const { version, ...rest } = rules;
  return {
    version,
    since: formatInstant(since, tenant.timeZone),
    inForce,
    rules: rest,
    bounds: pairs(bounds) as RulesView['bounds'],
    outside: faultsOfRules(rules, bounds).map(({ path }) => path),
  };
}

export function toBounds(jurisdiction: string, own: Partial<RuleBounds>, effective: RuleBounds): BoundsView {
  return {
    jurisdiction,
    own: pairs(own),
    effective: pairs(effective) as BoundsView['effective'],
  };
}

const pairs = (bounds: Partial<RuleBounds>) =>
  Object.fromEntries(
    Object.entries(bounds).map(([rule, [min, max]]: [string, Bound]) => [
      rule,
      [min, max] as [number, number],
    ]),
  );
