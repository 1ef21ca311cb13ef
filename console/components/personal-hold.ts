/** Asked before a reply with personal data goes out: the one thing of the reply check that holds it back (product.md §7). */
import { type TemplateResult, html } from 'lit';
import { PERSONAL_DATA_REASONS } from '../../contract/vocabulary.ts';
import type { PersonalMark } from '../../core/reply-check.rules.ts';
import type { Form, Values } from '../lib/form.ts';
import { t } from '../words/index.ts';
import { fieldId, radioField } from './fields.ts';
import { quotes } from './quotes.ts';

export interface HoldOptions {
  held: readonly PersonalMark[];
  /** Id of the text area. */
  field: string;
  mayBePublic: boolean;
  back: () => void;
}

/** Why it must stay, as choices: of the form that writes a reply, and of the one that approves it. */
export const holdReasons = () =>
  PERSONAL_DATA_REASONS.map((value) => ({ value, label: t().check.hold.reasons[value] }));

/** Stands in the place of the form's buttons; its own submit sends nonetheless, once a reason in `hold` is chosen. */
export function personalHold<V extends Values & { hold: string }>(
  form: Form<V>,
  { held, field, mayBePublic, back }: HoldOptions,
): TemplateResult {
  const words = t().check.hold;
  const id = `${fieldId(form, 'hold')}-asked`;
  return html`<div class="held" id=${id} role="group" tabindex="-1" aria-labelledby="${id}-title">
    <p id="${id}-title" class="sign-title">${words.title}</p>
    ${quotes(held, field)}
    <p>${words.lead(mayBePublic)}</p>
    ${radioField(form, 'hold', holdReasons(), { label: words.reason })}
    <div class="buttons">
      <button type="button" class="button primary" @click=${back}>${words.back}</button>
      <button type="submit" class="button" aria-disabled=${form.busy ? 'true' : 'false'}>
        ${form.busy ? t().common.sending : words.send}
      </button>
    </div>
  </div>`;
}
