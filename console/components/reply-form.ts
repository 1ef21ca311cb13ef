import { html, nothing, svg } from 'lit';
import { limits } from '../../contract/limits.ts';
import type { StaffLetter } from '../../contract/staff.ts';
import { OUTCOMES, type Outcome, REPLY_TYPES } from '../../contract/vocabulary.ts';
import { outcomeWords, replyTypeWords } from '../../contract/words.ts';
import { type CommandBody, give } from '../lib/calls.ts';
import { addDays, todayAt } from '../lib/dates.ts';
import { ConsoleElement } from '../lib/element.ts';
import { type Errors, Form } from '../lib/form.ts';
import { askReload, tellChanged } from '../lib/letter-events.ts';
import { PARTS, adviseOn } from '../lib/reply-advice.ts';
import { lang, t } from '../words/index.ts';
import { Checks } from './checks.ts';
import { areaField, radioField, textField } from './fields.ts';
import { formProblems } from './problems.ts';

const EMPTY = { type: 'final', body: '', outcome: '', promisedFor: '', phone: '' };

/** Writing the answer: text first, then what it amounts to, with quiet advice beside it. */
export class ReplyForm extends ConsoleElement {
  static override properties = { letter: { attribute: false }, closable: { type: Boolean } };
  declare letter: StaffLetter;
  declare closable: boolean;
  #form: Form<typeof EMPTY> | null = null;

  constructor() {
    super();
    this.closable = false;
  }

  override willUpdate(): void {
    this.#form ??= new Form(this, {
      id: 'do-reply',
      initial: initialOf(this.letter),
      scope: this.letter.number,
    });
  }

  override render() {
    const words = t().commands.reply;
    const form = this.#form!;
    const final = form.values.type === 'final';
    const types = REPLY_TYPES.map((type) => ({
      value: type,
      label: replyTypeWords[lang.value][type],
      hint: words.typeHints[type],
    }));
    return html`<form class="command" novalidate @submit=${(event: Event) => void this.#submit(event)}>
      <h3>${words.title}</h3>
      ${formProblems(form, { reload: () => askReload(this) })} ${this.#returned()}
      ${radioField(form, 'type', types.reverse(), { label: words.type })}
      ${areaField(form, 'body', {
        ...{ label: words.body, hint: final ? words.bodyHint : words.interimHint },
        ...{ rows: 10, max: limits.replyCharsMax, describedBy: 'reply-advice' },
      })}
      ${this.#advice()} ${final ? this.#outcome() : nothing}
      ${textField(form, 'phone', { label: words.phone, hint: words.phoneHint, type: 'tel', optional: true })}
      <div class="buttons">
        <button type="submit" class="button primary" aria-disabled=${form.busy ? 'true' : 'false'}>
          ${form.busy ? t().common.sending : words.submit}
        </button>
        ${this.closable ? html`<button type="button" class="quiet-button" @click=${this.#close}>${t().common.cancel}</button>` : nothing}
      </div>
    </form>`;
  }

  /** A reply that was returned is mended, not written anew. */
  #returned() {
    const { returned } = this.letter;
    return returned
      ? html`<p class="notice-line">${t().commands.reply.returned(returned.reason)}</p>`
      : nothing;
  }

  #outcome() {
    const words = t().commands.reply;
    const form = this.#form!;
    const outcomes = OUTCOMES.map((outcome) => ({
      value: outcome,
      label: outcomeWords[lang.value][outcome],
      hint: words.outcomeHints[outcome],
    }));
    return html`${radioField(form, 'outcome', outcomes, { label: words.outcome })}
    ${
      form.values.outcome === 'promised'
        ? textField(form, 'promisedFor', {
            ...{ label: words.promisedFor, hint: words.promisedForHint, type: 'date' },
            least: this.#tomorrow(),
          })
        : nothing
    }`;
  }

  #advice() {
    const words = t().commands.reply;
    const { body, phone, type } = this.#form!.values;
    const advice = adviseOn(body, phone);
    return html`<aside class="advice" id="reply-advice" aria-label=${words.advice}>
      ${type === 'final' ? html`<p>${words.partsLead}</p>` : nothing}
      ${
        type === 'final'
          ? html`<ul>
              ${PARTS.map((part) => {
                const there = body.trim() !== '' && advice.parts[part];
                return html`<li class=${there ? 'there' : ''}>
                  ${mark(there)}<span>${words.parts[part]}</span>
                  <span class="quiet">${there ? words.partDone : body.trim() ? words.partMissing : ''}</span>
                </li>`;
              })}
            </ul>`
          : nothing
      }
      ${advice.vague.length > 0 ? html`<p class="vague">${words.vague(advice.vague.join(lang.value === 'en' ? '”, “' : '”“'))}</p>` : nothing}
      <p class="quiet">${words.adviceNote}</p>
    </aside>`;
  }

  #tomorrow(): string {
    return addDays(todayAt(this.letter.receivedAt), 1);
  }

  #check(): Errors {
    const words = t().commands.reply;
    const { type, body, outcome, promisedFor, phone } = this.#form!.values;
    const checks = new Checks().text('body', body, words.body, 10, limits.replyCharsMax);
    if (type === 'final') checks.chosen('outcome', outcome, words.outcome);
    if (type === 'final' && outcome === 'promised' && !(promisedFor >= this.#tomorrow()))
      checks.errors['promisedFor'] = t().common.badDay(words.promisedFor);
    return checks.text('phone', phone, words.phone, 0, limits.phoneCharsMax).errors;
  }

  #body(): CommandBody<'reply'> {
    const { type, body, outcome, promisedFor, phone } = this.#form!.values;
    const common = { body: body.trim(), ...(phone.trim() && { phone: phone.trim() }) };
    if (type === 'interim') return { type: 'interim', ...common };
    const promise = outcome === 'promised' ? { promisedFor } : {};
    return { type: 'final', ...common, outcome: outcome as Outcome, ...promise };
  }

  async #submit(event: Event): Promise<void> {
    event.preventDefault();
    const { type } = this.#form!.values;
    const letter = await this.#form!.submit(
      () => this.#check(),
      () => give(this.letter.number, 'reply', this.#body()),
    );
    const done = t().commands.done;
    const sent = type === 'interim' ? done.interim : done.reply;
    if (letter) tellChanged(this, letter, letter.draft ? done.drafted : sent);
  }

  #close = (): void => {
    this.dispatchEvent(new CustomEvent('command-closed', { bubbles: true }));
  };
}

function initialOf({ returned }: StaffLetter): typeof EMPTY {
  if (!returned) return EMPTY;
  const { type, body, outcome, promisedFor, phone } = returned.draft;
  return { type, body, outcome: outcome ?? '', promisedFor: promisedFor ?? '', phone: phone ?? '' };
}

function mark(there: boolean) {
  const shape = there ? svg`<path d="M2.5 8.5 6.5 12.5 13.5 4" />` : svg`<circle cx="8" cy="8" r="6" />`;
  return html`<svg
    viewBox="0 0 16 16"
    width="16"
    height="16"
    aria-hidden="true"
    fill="none"
    stroke="currentColor"
    stroke-width="2"
  >
    ${shape}
  </svg>`;
}

customElements.define('hx-reply-form', ReplyForm);
