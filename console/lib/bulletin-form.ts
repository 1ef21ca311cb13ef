/** What the builder of bulletins asks for: the values of its form, what is wrong with them, and the call they make. */
import type { makeBulletin } from '../../contract/bulletins.ts';
import type { input } from 'zod';
import { Checks } from '../components/checks.ts';
import { t } from '../words/index.ts';
import type { Errors } from './form.ts';
import { lastWhole, passed, periodOf, type Days, type PeriodKind } from './periods.ts';

export type BulletinValues = Record<
  | 'kind'
  | 'year'
  | 'part'
  | 'from'
  | 'to'
  | 'asOf'
  | 'prefix'
  | 'which'
  | 'tenants'
  | 'title'
  | 'recipients'
  | 'issuer'
  | 'corrects',
  string
>;

/** The last whole quarter, of all organisations of the member's own jurisdiction. */
export function initialBulletin(today: string, prefix: string): BulletinValues {
  const { year, part } = lastWhole('quarter', today);
  return {
    ...{ kind: 'quarter', year: String(year), part: String(part), from: '', to: '', asOf: '', prefix },
    ...{ which: 'all', tenants: '', title: '', recipients: '', issuer: '', corrects: '' },
  };
}

/** The whole period that is chosen; null while its days aren't. */
export function chosenPeriod({ kind, year, part, from, to }: BulletinValues): Days | null {
  if (kind === 'any') return from && to ? { from, to } : null;
  if (!/^(19|2\d)\d\d$/.test(year)) return null;
  return periodOf(kind as Exclude<PeriodKind, 'any'>, Number(year), Number(part) || 1);
}

const named = (slugs: string): string[] => slugs.split(' ').filter(Boolean);

export function checkBulletin(values: BulletinValues, today: string): Errors {
  const words = t().bulletins.form;
  const { kind, year, to, asOf, which, tenants, title, recipients, issuer } = values;
  const checks = new Checks();
  if (kind === 'any') checks.chosen('from', values.from, words.from).chosen('to', to, words.to);
  else checks.whole('year', year, words.year, 1900, Number(today.slice(0, 4)));
  const period = chosenPeriod(values);
  if (period && kind === 'any' && period.to < period.from) checks.errors['to'] = words.order;
  else if (period && kind === 'any' && period.to > today) checks.errors['to'] = words.late;
  else if (period && !passed(period, today)) checks.errors[kind === 'year' ? 'year' : 'part'] = words.future;
  const end = period && passed(period, today)?.to;
  if (end && asOf && asOf < end) checks.errors['asOf'] = words.asOfEarly;
  if (asOf > today) checks.errors['asOf'] = words.asOfLate;
  if (which === 'some' && named(tenants).length === 0) checks.errors['tenants'] = words.noUnits;
  if (title.trim()) checks.text('title', title, words.name, 2, 100);
  if (recipients.trim()) checks.text('recipients', recipients, words.recipients, 2, 200);
  if (issuer.trim()) checks.text('issuer', issuer, words.issuer, 2, 60);
  return checks.errors;
}

/** @param values without errors */
export function bulletinCall(
  values: BulletinValues,
  today: string,
): Omit<input<typeof makeBulletin>, 'freeze'> {
  const { asOf, prefix, which, tenants, title, recipients, issuer, corrects } = values;
  return {
    ...passed(chosenPeriod(values)!, today)!,
    ...(asOf && { asOf }),
    scope: { jurisdiction: prefix, ...(which === 'some' && { tenants: named(tenants) }) },
    ...(title.trim() && { title: title.trim() }),
    ...(recipients.trim() && { recipients: recipients.trim() }),
    ...(issuer.trim() && { issuer: issuer.trim() }),
    ...(corrects && { corrects }),
  };
}

/** Ticks an organisation on or off in the list that is kept as one text. */
export function toggled(slugs: string, slug: string, on: boolean): string {
  return [...named(slugs).filter((one) => one !== slug), ...(on ? [slug] : [])].join(' ');
}

export const isTicked = (slugs: string, slug: string): boolean => named(slugs).includes(slug);
