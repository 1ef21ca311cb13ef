import { html, nothing } from 'lit';
import { heldBack, type PersonalMark } from '../../core/reply-check.rules.ts';
import { limits } from '../../contract/limits.ts';
import type { StaffLetter } from '../../contract/staff.ts';
import { OUTCOMES, type Outcome, PERSONAL_DATA_REASONS, REPLY_TYPES } from '../../contract/vocabulary.ts';
import { outcomeWords, replyTypeWords } from '../../contract/words.ts';
import type { Reply } from '../../contract/letters.ts';
import { type CommandBody, give } from '../lib/calls.ts';
import { addDays, nowAt, todayAt } from '../lib/dates.ts';
import { kindOf, sizeWords } from '../lib/files.ts';
import { ConsoleElement } from '../lib/element.ts';
import { type Errors, Form } from '../lib/form.ts';
import { askReload, tellChanged } from '../lib/letter-events.ts';
import { checkDraft } from '../lib/reply-check.ts';
import { type ReplyFiles, replyFilesOf, writeKept } from '../lib/reply-files.ts';
import { lang, t } from '../words/index.ts';
import { Checks } from './checks.ts';
import { areaField, fieldId, radioField, textField } from './fields.ts';
import './file-picker.ts';
import { replyPiece } from './letter-text.ts';
import { personalHold } from './personal-hold.ts';
import { formProblems } from './problems.ts';
import { select } from './quotes.ts';
import './reply-check.ts';
import { checkGaps } from './reply-help.ts';

const EMPTY = { type: 'final', body: '', outcome: '', promisedFor: '', phone: '', files: '', hold: '' };

/** Writing the answer: text first, then what it amounts to, with quiet advice beside it. */
export class ReplyForm extends ConsoleElement {
  static override properties = {
    letter: { attribute: false },
    closable: { type: Boolean },
    held: { state: true },
  };
  declare letter: StaffLetter;
  declare closable: boolean;
  /** Personal data that is asked about before sending, and the text it stands in; null while nothing is asked. */
  declare held: { marks: PersonalMark[]; of: string } | null;
  #form: Form<typeof EMPTY> | null = null;
  #files: ReplyFiles | null = null;

  constructor() {
    super();
    this.closable = false;
    this.held = null;
  }

  override willUpdate(): void {
    this.#form ??= new Form(this, {
      id: 'do-reply',
      initial: initialOf(this.letter),
      scope: this.letter.number,
      secret: ['hold'],
    });
    if (this.held && this.held.of !== this.#written) this.#letGo();
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
      <hx-reply-help
        field=${fieldId(form, 'body')}
        .text=${form.values.body}
        .letter=${this.letter}
      ></hx-reply-help>
      ${areaField(form, 'body', {
        ...{ label: words.body, hint: final ? words.bodyHint : words.interimHint },
        ...{ rows: 10, max: limits.replyCharsMax, describedBy: 'reply-said' },
      })}
      <hx-reply-check
        field=${fieldId(form, 'body')}
        .draft=${form.values}
        .letter=${this.letter}
      ></hx-reply-check>
      ${final ? this.#outcome() : nothing}
      ${textField(form, 'phone', { label: words.phone, hint: words.phoneHint, type: 'tel', optional: true })}
      <hx-file-picker
        field=${fieldId(form, 'files')}
        error=${form.errors['files'] ?? ''}
        .files=${this.#files!}
        @files-changed=${() => form.correct('files')}
      ></hx-file-picker>
      ${this.#preview()} ${this.held ? this.#asked(this.held.marks) : this.#buttons()}
    </form>`;
  }

  #buttons() {
    const form = this.#form!;
    return html`<div class="buttons">
      <button type="submit" class="button primary" aria-disabled=${form.busy ? 'true' : 'false'}>
        ${form.busy ? t().common.sending : t().commands.reply.submit}
      </button>
      ${this.closable ? html`<button type="button" class="quiet-button" @click=${this.#close}>${t().common.cancel}</button>` : nothing}
    </div>`;
  }

  #asked(held: readonly PersonalMark[]) {
    const field = fieldId(this.#form!, 'body');
    const back = () => {
      this.#letGo();
      select(field, held[0]!);
    };
    return personalHold(this.#form!, { held, field, mayBePublic: this.letter.publish, back });
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
    checkGaps(checks.errors, 'body', body);
    checks.text('phone', phone, words.phone, 0, limits.phoneCharsMax);
    const { unfinished } = this.#files!;
    if (unfinished > 0) checks.errors['files'] = t().files.unfinished(unfinished);
    if (this.held) checks.chosen('hold', this.#form!.values.hold, t().check.hold.reason);
    return checks.errors;
  }

  #body(): CommandBody<'reply'> {
    const { type, body, outcome, promisedFor, phone, hold } = this.#form!.values;
    const reason = PERSONAL_DATA_REASONS.find((one) => one === hold);
    const files = this.#files!.kept.map(({ id, key }) => (key === undefined ? { id } : { id, key }));
    const common = {
      body: body.trim(),
      ...(phone.trim() && { phone: phone.trim() }),
      ...(reason && { personalData: reason }),
      ...(files.length > 0 && { files }),
    };
    if (type === 'interim') return { type: 'interim', ...common };
    const promise = outcome === 'promised' ? { promisedFor } : {};
    return { type: 'final', ...common, outcome: outcome as Outcome, ...promise };
  }

  get #written(): string {
    const { body, phone } = this.#form!.values;
    return `${body}\n${phone}`;
  }

  /** What was asked about has changed: it is asked anew, with a reason of its own. */
  #letGo(): void {
    this.held = null;
    this.#form!.set('hold', '');
  }

  /** @returns whether there is something to ask before the reply may go */
  async #asks(): Promise<boolean> {
    if (this.held || Object.keys(this.#check()).length > 0) return false;
    return this.#hold(heldBack(checkDraft(this.#form!.values, this.letter)));
  }

  async #hold(marks: PersonalMark[]): Promise<boolean> {
    if (marks.length === 0) return false;
    this.held = { marks, of: this.#written };
    await this.updateComplete;
    this.querySelector<HTMLElement>('.held')?.focus();
    return true;
  }

  /** The service may know more than a page that was opened before it was renewed. */
  async #heldByService(): Promise<void> {
    const { code, errors = [] } = this.#form!.problem?.problem ?? {};
    if (code !== 'personal_data') return;
    const { body } = this.#form!.values;
    const before = body.length - body.trimStart().length;
    const marks = errors.flatMap(({ code: kind, at }) => {
      if (!at) return [];
      const [start, end] = [at[0] + before, at[1] + before];
      return [{ kind: kind as PersonalMark['kind'], start, end, text: body.slice(start, end) }];
    });
    this.#form!.forgive();
    this.#form!.correct('body');
    await this.#hold(marks);
  }

  async #submit(event: Event): Promise<void> {
    event.preventDefault();
    if (await this.#asks()) return;
    const { type } = this.#form!.values;
    const letter = await this.#form!.submit(
      () => this.#check(),
      () => give(this.letter.number, 'reply', this.#body()),
    );
    const done = t().commands.done;
    const sent = type === 'interim' ? done.interim : done.reply;
    if (!letter) return this.#heldByService();
    this.held = null;
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
  return {
    type,
    body,
    outcome: outcome ?? '',
    promisedFor: promisedFor ?? '',
    phone: phone ?? '',
    files,
    hold: '',
  };
}

customElements.define('hx-reply-form', ReplyForm);
