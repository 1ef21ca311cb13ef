import { type TemplateResult, html, nothing } from 'lit';
import type { AttachedFile } from '../../contract/uploads.ts';
import { type ApiError, asApiError } from '../lib/api.ts';
import { filePath, getFile } from '../lib/calls.ts';
import { ConsoleElement } from '../lib/element.ts';
import { fileWords, saveAs, sizeWords } from '../lib/files.ts';
import { askReload } from '../lib/letter-events.ts';
import { role } from '../lib/session.ts';
import { t } from '../words/index.ts';
import { failureWords } from './problems.ts';

/** Files that came with a letter or went with a reply: by kind and size, opened on a press as a download. No picture of them. */
export class FileList extends ConsoleElement {
  static override properties = {
    number: {},
    files: { attribute: false },
    personal: { type: Boolean },
    beside: { attribute: false },
    busy: { state: true },
    failed: { state: true },
  };
  declare number: string;
  declare files: readonly AttachedFile[];
  /** The writer's: who opens one is on record. */
  declare personal: boolean;
  /** What stands with each file. */
  declare beside: ((file: AttachedFile) => TemplateResult) | null;
  /** The file that is being fetched, by id. */
  declare busy: string | null;
  declare failed: ApiError | null;

  constructor() {
    super();
    this.number = '';
    this.files = [];
    this.personal = false;
    this.beside = null;
    this.busy = null;
    this.failed = null;
  }

  override render() {
    const words = t().files;
    const mayOpen = role()?.role !== 'central';
    const lead = this.personal ? (mayOpen ? words.recorded : words.notYours) : nothing;
    return html`<ul class="files" aria-label=${words.title}>
        ${this.files.map((file) => html`<li>${this.#name(file, mayOpen)} ${facts(file)} ${this.beside?.(file) ?? nothing}</li>`)}
      </ul>
      ${lead === nothing ? nothing : html`<p class="hint">${lead}</p>`}
      ${this.failed ? html`<p class="field-error" role="alert">${this.#failure(this.failed)}</p>` : nothing}`;
  }

  #name(file: AttachedFile, mayOpen: boolean) {
    if (!mayOpen) return html`<span>${fileWords(file)}</span>`;
    return html`<a
      class="file-link"
      href=${filePath(this.number, file.id)}
      download=${file.name}
      aria-busy=${this.busy === file.id ? 'true' : 'false'}
      @click=${(event: Event) => void this.#open(event, file)}
      >${fileWords(file)}<span class="unseen"> ${t().files.download}</span></a
    >`;
  }

  #failure(error: ApiError): string {
    return error.status === 404 || error.problem.code === 'already_erased'
      ? t().files.gone
      : failureWords(error);
  }

  /** Fetched here rather than by the browser, so that a session that ended or a file that is gone is said in words. */
  async #open(event: Event, file: AttachedFile): Promise<void> {
    event.preventDefault();
    if (this.busy !== null) return;
    this.busy = file.id;
    this.failed = null;
    try {
      saveAs(await getFile(this.number, file.id), file.name);
      if (this.personal) askReload(this);
    } catch (error) {
      this.failed = asApiError(error);
    }
    this.busy = null;
  }
}

function facts(file: AttachedFile): TemplateResult {
  const words = t().files;
  const size = file.width && file.height ? words.pixels(file.width, file.height) : null;
  return html`<span class="quiet meta"
    ><span>${sizeWords(file.bytes)}</span
    >${size ? html`<span>${size}</span>` : nothing}${file.scanned ? html`<span>${words.scanned}</span>` : nothing}${
      file.released ? html`<strong>${words.released}</strong>` : nothing
    }</span
  >`;
}

/** @param personal whether its writer sent them */
export function fileList(
  number: string,
  files: readonly AttachedFile[] | undefined,
  personal: boolean,
  beside: FileList['beside'] = null,
): TemplateResult | typeof nothing {
  if (!files?.length) return nothing;
  return html`<hx-files
    .number=${number}
    .files=${files}
    .beside=${beside}
    ?personal=${personal}
  ></hx-files>`;
}

customElements.define('hx-files', FileList);
