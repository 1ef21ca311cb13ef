/** Asked before a reply with personal data goes out: the one thing of the reply check that holds it back (product.md §7). */
import { type TemplateResult, html } from 'lit';
import type { PersonalMark } from '../../core/reply-check.rules.ts';
import type { Form, Values } from '../lib/form.ts';
import { t } from '../words/index.ts';
import { fieldId, radioField } from './fields.ts';
import { quotes } from './quotes.ts';

const HOLD_REASONS = ['own', 'office', 'mistaken'] as const;

export interface HoldOptions {
  held: readonly PersonalMark[];
  /** Id of the text area. */
  field: string;
  mayBePublic: boolean;
  back: () => void;
}

/** Stands in the place of the form's buttons; its own submit sends nonetheless, once a reason in `hold` is chosen. */
export function personalHold<V extends Values & { hold: string }>(
  form: Form<V>,
  { held, field, mayBePublic, back }: HoldOptions,
): TemplateResult {
  const words = t().check.hold;
  const id = `${fieldId(form, 'hold')}-asked`;
  const reasons = HOLD_REASONS.map((value) => ({ value, label: words.reasons[value] }));
  return html`<div class="held" id=${id} role="group" tabindex="-1" aria-labelledby="${id}-title">
    <p id="${id}-title" class="sign-title">${words.title}</p>
    ${quotes(held, field)}
    <p>${words.lead(mayBePublic)}</p>
    ${radioField(form, 'hold', reasons, { label: words.reason })}
    <div class="buttons">
      <button type="button" class="button primary" @click=${back}>${words.back}</button>
      <button type="submit" class="button" aria-disabled=${form.busy ? 'true' : 'false'}>
        ${form.busy ? t().common.sending : words.send}
      </button>
    </div>
  </div>`;
}
