/** Every rule of product.md §5 that a tenant sets in days, in the order in which a letter meets them. */
import type { BoundsView, RulesView, SetRules } from '../../contract/rules.ts';
import { COLOURS, KINDS } from '../../contract/vocabulary.ts';
import { kindWords } from '../../contract/words.ts';
import { defaultRules } from '../../core/default-rules.ts';
import { lang, t } from '../words/index.ts';

export type BoundName = keyof BoundsView['effective'];
export type RuleName = Exclude<BoundName, 'localDays'>;
export type Group = 'first' | 'more' | 'late' | 'after' | 'order';

export interface RuleLine {
  /** Where it stands in the rules: `acceptDays`, `replyDays.inquiry`. */
  path: string;
  rule: RuleName;
  group: Group;
}

const groups: Record<RuleName, Group> = {
  acceptDays: 'first',
  replyDays: 'first',
  extensionDaysMax: 'more',
  waitingDaysMax: 'more',
  objectionDays: 'more',
  escalationDays: 'late',
  contactDays: 'after',
  reopenDays: 'after',
  silenceDays: 'after',
  orderDays: 'order',
};
const parts: Partial<Record<RuleName, readonly string[]>> = { replyDays: KINDS, escalationDays: COLOURS };

export const RULE_LINES: readonly RuleLine[] = (Object.keys(groups) as RuleName[]).flatMap((rule) =>
  (parts[rule] ?? ['']).map((part) => ({ path: part ? `${rule}.${part}` : rule, rule, group: groups[rule] })),
);

/** Calendar days, where product.md §5 says so; the others are working days. */
const calendarDays = new Set<BoundName>(['silenceDays', 'reopenDays', 'escalationDays']);

const unitKey = (name: BoundName) =>
  name === 'localDays' ? 'days' : calendarDays.has(name) ? 'calendar' : 'working';
/** After a number: 5 个工作日. */
export const unitOf = (name: BoundName): string => t().rules.units[unitKey(name)];
/** By itself: 工作日. */
export const unitNameOf = (name: BoundName): string => t().rules.unitNames[unitKey(name)];

export function labelOf({ path, rule }: RuleLine): string {
  const words = t().rules;
  const part = path.split('.')[1];
  if (part === undefined) return words.names[rule];
  if (rule === 'escalationDays') return words.colours[part as keyof typeof words.colours];
  return words.kindOf(kindWords[lang.value][part as keyof (typeof kindWords)['en']]);
}

type Values = Omit<RulesView['rules'], 'signOff'>;

export function valueOf(rules: Values, { path, rule }: RuleLine): number {
  const value: number | Record<string, number> = rules[rule];
  return typeof value === 'number' ? value : value[path.split('.')[1]!]!;
}

export const defaultOf = (line: RuleLine): number => valueOf(defaultRules, line);

/** The rules that differ, as the service takes them. */
export function changeOf(rules: Values, wanted: ReadonlyMap<string, number>): SetRules {
  const change: Record<string, unknown> = {};
  for (const line of RULE_LINES) {
    const days = wanted.get(line.path);
    if (days === undefined || days === valueOf(rules, line)) continue;
    const [rule, part] = line.path.split('.') as [string, string?];
    change[rule] = part === undefined ? days : { ...(change[rule] as object | undefined), [part]: days };
  }
  return change;
}
