import { html, nothing } from 'lit';
import { FILE_TYPES, fileLimits } from '../../contract/limits.ts';
import { ConsoleElement } from '../lib/element.ts';
import { kindOf, sizeWords } from '../lib/files.ts';
import type { Entry, ReplyFiles } from '../lib/reply-files.ts';
import { Upload } from '../lib/upload.ts';
import { langOf, t } from '../words/index.ts';
import { failureWords } from './problems.ts';

/** Adding files to a reply or a letter: each travels at once, says how far it is, and what to do where it can't go on. */
export class FilePicker extends ConsoleElement {
  static override properties = {
    files: { attribute: false },
    field: {},
    error: {},
    hint: {},
    over: { state: true },
    said: { state: true },
  };
  declare files: ReplyFiles;
  /** Id of the button, for the way from the summary of errors. */
  declare field: string;
  declare error: string;
  /** What becomes of them, where it isn't a reply. */
  declare hint: string;
  /** So many found no room. */
  declare over: number;
  /** What a screen reader is told: percents would never let it finish. */
  declare said: string;
  #done = 0;
  #subscribed: ReplyFiles | null = null;

  constructor() {
    super();
    this.field = '';
    this.error = '';
    this.hint = '';
    this.over = 0;
    this.said = '';
  }

  override willUpdate(): void {
    if (this.#subscribed === this.files) return;
    this.#subscribed = this.files;
    this.#done = this.files.kept.length;
    this.until(this.files.subscribe(() => this.#changed()));
  }

  #changed(): void {
    const done = this.files.kept.length;
    if (done > this.#done) this.said = t().files.arrived(done, this.files.entries.length);
    this.#done = done;
    this.requestUpdate();
  }

  override render() {
    const words = t().files;
    const { entries } = this.files;
    const full = entries.length >= fileLimits.filesMax;
    const described = [`${this.field}-hint`, this.error && `${this.field}-error`].filter(Boolean).join(' ');
    return html`<fieldset class="field ${this.error ? 'wrong' : ''}" aria-describedby=${described}>
      <legend>${words.title} <span class="quiet">${t().common.optional}</span></legend>
      <p class="hint" id="${this.field}-hint">${this.hint || words.pickHint(fileLimits.filesMax)}</p>
      ${this.error ? html`<p class="field-error" id="${this.field}-error">${this.error}</p>` : nothing}
      ${
        entries.length > 0
          ? html`<ul class="files picked">
              ${entries.map((entry, index) => html`<li>${this.#entry(entry, index + 1)}</li>`)}
            </ul>`
          : nothing
      }
      ${this.over > 0 ? html`<p class="field-error" role="alert">${words.tooMany(fileLimits.filesMax, this.over)}</p>` : nothing}
      <p class="unseen" role="status">${this.said}</p>
      <button
        type="button"
        class="button"
        id=${this.field}
        aria-disabled=${full ? 'true' : 'false'}
        @click=${() => full || this.#input.click()}
      >
        ${full ? words.full(fileLimits.filesMax) : words.add}
      </button>
      <input
        type="file"
        hidden
        multiple
        accept=${FILE_TYPES.join(',')}
        aria-label=${words.add}
        @change=${() => this.#add()}
      />
    </fieldset>`;
  }

  get #input(): HTMLInputElement {
    return this.querySelector<HTMLInputElement>('input[type=file]')!;
  }

  #add(): void {
    const input = this.#input;
    this.over = this.files.add(Array.from(input.files ?? []));
    // The same file may be chosen again after it was taken out.
    input.value = '';
    this.dispatchEvent(new CustomEvent('files-changed'));
  }

  #entry(entry: Entry, place: number) {
    const name = entry instanceof Upload ? entry.name : `${kindOf(entry)} ${place}`;
    return html`<span class="file-name" lang=${langOf(name)}>${name}</span>
      ${this.#state(entry, name)}
      <button
        type="button"
        class="quiet-button"
        aria-label=${t().files.removeNamed(name)}
        @click=${() => void this.#remove(entry)}
      >
        ${t().files.remove}
      </button>`;
  }

  #state(entry: Entry, name: string) {
    const words = t().files;
    const there = (bytes: number) =>
      html`<span class="quiet file-state">${words.there(sizeWords(bytes))}</span>`;
    if (!(entry instanceof Upload)) return there(entry.bytes);
    const { stage, problem, progress } = entry;
    if (stage === 'done') return there(entry.file?.bytes ?? 0);
    if (stage === 'refused' || stage === 'stuck')
      return html`<span class="field-error file-state" role="alert"
        >${problem ? uploadFailure(problem) : nothing}
        ${
          stage === 'stuck'
            ? html`<button type="button" class="link" @click=${() => entry.again()}>
                ${t().common.retry}
              </button>`
            : nothing
        }</span
      >`;
    const percent = Math.round(progress * 100);
    return html`<span class="file-state"
      ><progress max="100" .value=${percent} aria-label=${name}></progress>
      <span class="quiet">${stage === 'sending' ? words.percent(percent) : words.stages[stage]}</span></span
    >`;
  }

  /** The button goes with its file. */
  async #remove(entry: Entry): Promise<void> {
    this.over = 0;
    this.files.remove(entry);
    this.dispatchEvent(new CustomEvent('files-changed'));
    await this.updateComplete;
    this.querySelector<HTMLElement>(`#${this.field}`)?.focus();
  }
}

/** The service's own words say what is wrong with a file; a failing scanner has words of its own, too. */
function uploadFailure(error: Upload['problem'] & object): string {
  const words = t().files;
  if (error.problem.code === 'scan_unavailable') return error.problem.detail ?? words.failed;
  if (error.status === 404) return words.uploadGone;
  if (error.failure === 'broken') return words.failed;
  return failureWords(error);
}

customElements.define('hx-file-picker', FilePicker);
