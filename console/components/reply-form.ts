import { html, nothing, svg } from 'lit';
import { limits } from '../../contract/limits.ts';
import type { StaffLetter } from '../../contract/staff.ts';
import { OUTCOMES, type Outcome, REPLY_TYPES } from '../../contract/vocabulary.ts';
import { outcomeWords, replyTypeWords } from '../../contract/words.ts';
import type { Reply } from '../../contract/letters.ts';
import { type CommandBody, give } from '../lib/calls.ts';
import { addDays, nowAt, todayAt } from '../lib/dates.ts';
import { kindOf, sizeWords } from '../lib/files.ts';
import { ConsoleElement } from '../lib/element.ts';
import { type Errors, Form } from '../lib/form.ts';
import { askReload, tellChanged } from '../lib/letter-events.ts';
import { PARTS, adviseOn } from '../lib/reply-advice.ts';
import { type ReplyFiles, replyFilesOf, writeKept } from '../lib/reply-files.ts';
import { lang, t } from '../words/index.ts';
import { Checks } from './checks.ts';
import { areaField, fieldId, radioField, textField } from './fields.ts';
import './file-picker.ts';
import { replyPiece } from './letter-text.ts';
import { formProblems } from './problems.ts';

const EMPTY = { type: 'final', body: '', outcome: '', promisedFor: '', phone: '', files: '' };

/** Writing the answer: text first, then what it amounts to, with quiet advice beside it. */
export class ReplyForm extends ConsoleElement {
  static override properties = { letter: { attribute: false }, closable: { type: Boolean } };
  declare letter: StaffLetter;
  declare closable: boolean;
  #form: Form<typeof EMPTY> | null = null;
  #files: ReplyFiles | null = null;

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
    if (this.#files) return;
    this.#files = replyFilesOf(this.letter.number, this.#form.values.files);
    this.until(this.#files.subscribe(() => this.#keepFiles()));
    this.#keepFiles();
  }

  /** What has arrived is part of the draft. */
  #keepFiles(): void {
    const kept = writeKept(this.#files!.kept);
    if (kept !== this.#form!.values.files) this.#form!.set('files', kept);
    else this.requestUpdate();
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
      <hx-file-picker
        field=${fieldId(form, 'files')}
        error=${form.errors['files'] ?? ''}
        .files=${this.#files!}
        @files-changed=${() => form.correct('files')}
      ></hx-file-picker>
      ${this.#preview()}
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

  #preview() {
    const words = t().files;
    const { body, phone, type, outcome, promisedFor } = this.#form!.values;
    const final = type === 'final';
    const reply: Reply = {
      ...{ at: nowAt(this.letter.receivedAt), type: final ? 'final' : 'interim', body: body.trim() },
      department: this.letter.departmentName,
      outcome: final ? (OUTCOMES.find((one) => one === outcome) ?? null) : null,
      promisedFor: final && outcome === 'promised' && promisedFor ? promisedFor : null,
      phone: phone.trim() || null,
    };
    const kept = this.#files!.kept;
    const files = html`<ul class="files" aria-label=${words.title}>
      ${kept.map((file, index) => html`<li>${kindOf(file)} ${index + 1} <span class="quiet">${sizeWords(file.bytes)}</span></li>`)}
    </ul>`;
    return html`<details class="reply-preview">
      <summary>${words.preview}</summary>
      ${
        reply.body === '' && kept.length === 0
          ? html`<p class="quiet">${words.previewEmpty}</p>`
          : html`<div class="paper">${replyPiece(reply, kept.length > 0 ? files : nothing)}</div>`
      }
    </details>`;
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
    checks.text('phone', phone, words.phone, 0, limits.phoneCharsMax);
    const { unfinished } = this.#files!;
    if (unfinished > 0) checks.errors['files'] = t().files.unfinished(unfinished);
    return checks.errors;
  }

  #body(): CommandBody<'reply'> {
    const { type, body, outcome, promisedFor, phone } = this.#form!.values;
    const files = this.#files!.kept.map(({ id, key }) => (key === undefined ? { id } : { id, key }));
    const common = {
      body: body.trim(),
      ...(phone.trim() && { phone: phone.trim() }),
      ...(files.length > 0 && { files }),
    };
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
    if (!letter) return;
    this.#files!.clear();
    this.#keepFiles();
    tellChanged(this, letter, letter.draft ? done.drafted : sent);
  }

  #close = (): void => {
    this.dispatchEvent(new CustomEvent('command-closed', { bubbles: true }));
  };
}

function initialOf({ returned }: StaffLetter): typeof EMPTY {
  if (!returned) return EMPTY;
  const { type, body, outcome, promisedFor, phone } = returned.draft;
  const files = writeKept((returned.draft.files ?? []).map(({ id, type, bytes }) => ({ id, type, bytes })));
  return { type, body, outcome: outcome ?? '', promisedFor: promisedFor ?? '', phone: phone ?? '', files };
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
