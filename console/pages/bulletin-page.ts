import { html, nothing } from 'lit';
import type { Bulletin, BulletinTable } from '../../contract/bulletins.ts';
import { bulletinDocument } from '../components/bulletin-document.ts';
import { failureWords, loadFailure, loadingLines } from '../components/problems.ts';
import { type ApiError, asApiError } from '../lib/api.ts';
import {
  bulletinFile,
  getBulletin,
  getBulletinFile,
  publicBulletin,
  publishBulletinOf,
} from '../lib/centre-calls.ts';
import { dayFull } from '../lib/dates.ts';
import { ConsoleElement } from '../lib/element.ts';
import { saveAs } from '../lib/files.ts';
import { Loader } from '../lib/loader.ts';
import { to } from '../lib/router.ts';
import { langOf, t } from '../words/index.ts';

/** How often one that is being made is looked at again. */
const AGAIN_MS = 4000;

/** One bulletin: being made, or frozen with its document, its files and whether everybody may read it. */
export class OneBulletinPage extends ConsoleElement {
  static override properties = { bulletin: {}, said: { state: true }, failed: { state: true } };
  /** Its id. */
  declare bulletin: string;
  declare said: string;
  /** What could not be done here, and why. */
  declare failed: ApiError | null;
  readonly #bulletin = new Loader<Bulletin>(this);
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor() {
    super();
    this.bulletin = '';
    this.said = '';
    this.failed = null;
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.until(() => clearTimeout(this.#timer));
  }

  override willUpdate(changed: Map<string, unknown>): void {
    if (!changed.has('bulletin')) return;
    this.#bulletin.clear();
    this.said = '';
    void this.#load();
  }

  #load = async (): Promise<void> => {
    clearTimeout(this.#timer);
    await this.#bulletin.run(() => getBulletin(this.bulletin));
    if (this.isConnected && this.#bulletin.value?.state === 'making')
      this.#timer = setTimeout(() => void this.#load(), AGAIN_MS);
  };

  override render() {
    const words = t().bulletins;
    const { value, error } = this.#bulletin;
    const back = html`<p class="back"><a href=${to('bulletins')}>${words.back}</a></p>`;
    if (error?.status === 404)
      return html`${back}${loadFailure(words.missing, error, () => undefined, true)}`;
    if (error && !value)
      return html`${back}${loadFailure(words.failed, error, () => void this.#load(), true)}`;
    if (!value) return html`${back}${loadingLines(6)}`;
    return html`${back} ${this.#head(value)}
    ${
      value.state === 'making'
        ? html`<p role="status">${words.making(value.done, value.of)}</p>
            <progress
              class="making"
              max=${value.of}
              .value=${value.done}
              aria-label=${words.states.making}
            ></progress>
            <p class="hint">${words.makingHint}</p>`
        : html`${this.#files(value)} ${this.#publication(value)}
          ${bulletinDocument(value, (table) => this.#tableFile(value, table))}`
    }`;
  }

  #head(value: Bulletin) {
    const words = t().bulletins;
    return html`<header class="page-head">
      <h1 lang=${langOf(value.title)}>${value.title}</h1>
      <p class="quiet meta">
        <span class="number" lang="zh-CN">${value.label ?? words.unnumbered}</span>
        <span>${words.period(dayFull(value.from), dayFull(value.to))}</span>
        ${value.madeBy ? html`<span>${words.by(value.madeBy)}</span>` : nothing}
        ${value.corrects ? html`<a href=${to(['bulletins', value.corrects.id])}>${words.corrects(value.corrects.label)}</a>` : nothing}
      </p>
      ${
        value.correctedBy
          ? html`<p class="notice-line">
              <a href=${to(['bulletins', value.correctedBy.id])}
                >${words.correctedBy(value.correctedBy.label)}</a
              >
            </p>`
          : nothing
      }
    </header>`;
  }

  /** The page opens beside the console; the others are saved under the name the service gives them. */
  #files({ id }: Bulletin) {
    const words = t().bulletins;
    return html`<nav class="file-links" aria-label=${words.files}>
      <a class="button" href=${bulletinFile(id!, 'html')} target="_blank" rel="noopener"
        >${words.formats.html}</a
      >
      ${(['docx', 'xlsx', 'csv'] as const).map(
        (format) =>
          html`<a class="button" href=${bulletinFile(id!, format)} download>${words.formats[format]}</a>`,
      )}
    </nav>`;
  }

  #publication(value: Bulletin) {
    const words = t().bulletins.publish;
    return html`<div class="publication">
      <p>
        ${value.public ? words.on : words.off}
        ${
          value.public
            ? html`<a href=${publicBulletin(value.id!)} target="_blank" rel="noopener">${words.page}</a>`
            : nothing
        }
      </p>
      <button type="button" class="quiet-button" @click=${() => void this.#publish(value)}>
        ${value.public ? words.close : words.open}
      </button>
      <p class="quiet" role="status">${this.said}</p>
      ${this.failed ? html`<p class="field-error" role="alert">${failureWords(this.failed)}</p>` : nothing}
    </div>`;
  }

  async #publish(value: Bulletin): Promise<void> {
    const words = t().bulletins.publish;
    this.failed = null;
    this.said = '';
    try {
      const now = await publishBulletinOf(value.id!, !value.public);
      this.#bulletin.put(now);
      this.said = now.public ? words.opened : words.closed;
    } catch (error) {
      this.failed = asApiError(error);
    }
  }

  #tableFile({ id, title: of, label }: Bulletin, { id: table, title, rows }: BulletinTable) {
    if (rows.length === 0) return nothing;
    const words = t().bulletins;
    const save = async () => {
      this.failed = null;
      try {
        saveAs(await getBulletinFile(id!, 'csv', table), `${of}${label ?? ''}-${title}.csv`);
      } catch (error) {
        this.failed = asApiError(error);
      }
    };
    return html`<button
      type="button"
      class="quiet-button table-file"
      lang=${langOf(words.tableCsvShort)}
      aria-label=${words.tableCsv(title)}
      @click=${() => void save()}
    >
      ${words.tableCsvShort}
    </button>`;
  }
}

customElements.define('hx-bulletin-page', OneBulletinPage);
