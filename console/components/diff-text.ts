/** A text beside what became of it: what is hidden is struck through on the left, what stands instead is marked on the right. */
import { type TemplateResult, html } from 'lit';
import type { Stretch } from '../lib/diff.ts';
import { t } from '../words/index.ts';

/** The words before and after a stretch are for those who don't see the colours. */
export function goneText(stretches: readonly Stretch[]): TemplateResult[] {
  const { gone } = t().letter.publish;
  return stretches
    .filter(({ kind }) => kind !== 'new')
    .map(({ kind, text }) =>
      kind === 'gone' ? html`<del><span class="unseen">${gone} </span>${text}</del>` : html`${text}`,
    );
}

export function freshText(stretches: readonly Stretch[], marked: boolean): TemplateResult[] {
  const { fresh } = t().letter.publish;
  return stretches
    .filter(({ kind }) => kind !== 'gone')
    .map(({ kind, text }) =>
      kind === 'new' && marked
        ? html`<mark><span class="unseen">${fresh} </span>${text}</mark>`
        : html`${text}`,
    );
}

/** A replacement is one change, as a person counts. */
export function changesOf(stretches: readonly Stretch[]): number {
  return stretches.filter(
    ({ kind }, index) => kind !== 'same' && !(kind === 'new' && stretches[index - 1]?.kind === 'gone'),
  ).length;
}
