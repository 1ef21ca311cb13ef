/** Figures as they may be shown: nothing due is a dash, few are counts only, a rate never goes without its sample. */
import { type TemplateResult, html } from 'lit';
import { limits } from '../../contract/limits.ts';
import { lang, t } from '../words/index.ts';

export function percent(rate: number): string {
  return new Intl.NumberFormat(lang.value, { style: 'percent', maximumFractionDigits: 0 }).format(rate);
}

export function whole(count: number): string {
  return new Intl.NumberFormat(lang.value).format(count);
}

export function daysNumber(days: number | null): string {
  return days === null
    ? t().common.none
    : new Intl.NumberFormat(lang.value, { maximumFractionDigits: 1 }).format(days);
}

/** `rate` with `part / all` beside it. */
export function rateOf(rate: number | null, part: number, all: number): TemplateResult {
  if (rate === null || all === 0) return html`<span class="rate">${t().common.none}</span>`;
  const counts = t().manage.stats.of(whole(part), whole(all));
  if (all < limits.smallSample) return html`<span class="rate">${counts}</span>`;
  return html`<span class="rate">${percent(rate)}</span> <span class="quiet sample">${counts}</span>`;
}

/** A count that ought to be nought. */
export function fault(count: number): TemplateResult {
  return count > 0 ? html`<strong class="bad">${whole(count)}</strong>` : html`<span class="quiet">0</span>`;
}
