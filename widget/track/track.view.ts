import { html, type ReactiveController, type TemplateResult } from 'lit';
import type { RateLetter, WriterLetter } from '../../contract/letters.ts';
import type { AttachedFile, UploadStarted } from '../../contract/uploads.ts';
import { tidyNumber } from '../../contract/typed-number.ts';
import { Failure, failureOf } from '../api/client.ts';
import type { View, ViewHost } from '../base/view.ts';
import { FileField } from '../write/clerk.ts';
import { lateWords } from '../locales/late.ts';
import { letterWords } from '../locales/letter.ts';
import { trackWords, type TrackWords } from '../locales/track.ts';
import { PromiseLine } from '../promise/promise.ts';
import { tidyAccessKey } from './access-key.ts';
import { saveFile } from './save-file.ts';
import { letterTemplate } from './letter.template.ts';
import { lookUpTemplate } from './look-up.template.ts';
import { trackStyles } from './track.styles.ts';

export type TrackCommand = 'supplements' | 'ratings' | 'withdrawal' | 'consent' | 'erasure';
export type Fault = 'number' | 'accessKey' | 'supplement' | 'files' | 'level' | 'solved';

/** Following a letter: found by number and access key, then what happened and what its writer may do. */
export class TrackView implements View, ReactiveController {
  readonly styles = trackStyles;
  readonly host: ViewHost;
  readonly promise: PromiseLine;
  /** To come with a supplement. */
  readonly files: FileField;

  number = '';
  accessKey = '';
  letter: WriterLetter | null = null;
  busy = false;
  failure: Failure | null = null;
  faults: Partial<Record<Fault, string>> = {};
  /** The last command that went through. */
  done: TrackCommand | null = null;
  supplement = '';
  rating: Partial<RateLetter> = {};
  /** The consent on its way to the service. */
  consent: boolean | null = null;
  withdrawing = false;
  erasing = false;
  reason = '';
  /** A supplement waits for its files. */
  waiting = false;
  /** Where a download stands. */
  download = '';

  private shown = false;
  private preset = '';
  private atHand: ViewHost['letterAtHand'] = null;

  constructor(host: ViewHost) {
    this.host = host;
    this.promise = new PromiseLine(host);
    this.files = new FileField(host, (content) => this.ask<UploadStarted>('/uploads', content));
    host.addController(this);
  }

  get words(): TrackWords {
    return trackWords[this.host.language];
  }

  hostUpdated(): void {
    if (!this.shown) this.host.emit('ready');
    this.shown = true;
  }

  hostUpdate(): void {
    const { number = '', letterAtHand } = this.host;
    if (number !== this.preset) this.number = this.preset = number;
    if (!letterAtHand || letterAtHand === this.atHand) return;
    this.atHand = letterAtHand;
    this.number = letterAtHand.number;
    this.accessKey = letterAtHand.accessKey;
    void this.lookUp();
  }

  render(): TemplateResult {
    const { letter, failure, host } = this;
    return html`<div class="track stack">
      ${failure ? html`<div class="note wrong failure" role="alert" tabindex="-1">${this.inWords(failure)}</div>` : ''}
      <div role="status">
        ${this.done ? html`<p class="note">${this.words.done[this.done]} ${this.consequence()}</p>` : ''}
      </div>
      ${letter ? letterTemplate(this, letter, host.language) : lookUpTemplate(this)}
    </div>`;
  }

  async lookUp(): Promise<void> {
    const { words, host } = this;
    this.faults = {};
    if (!this.number.trim()) this.faults.number = words.missing.number;
    if (!this.accessKey.trim()) this.faults.accessKey = words.missing.accessKey;
    const wrong = Object.keys(this.faults)[0];
    if (wrong) return host.focusLater(`[name=${wrong}]`);
    await this.call(async () => {
      this.letter = await this.ask();
      this.promise.reset();
      this.done = null;
      host.focusLater('.letter h2');
    });
  }

  /** Sends one of the writer's commands and shows the letter as it is then. */
  async command(command: TrackCommand, body: object): Promise<boolean> {
    const { host } = this;
    return this.call(async () => {
      this.letter = await this.ask(`/${command}`, body);
      this.done = command;
      this.promise.reset();
      if (command === 'ratings') host.emit('rated', { number: tidyNumber(this.number) });
      // A tick box that moved the focus would not be a tick box.
      if (command !== 'consent') host.focusLater('.letter h2');
    });
  }

  async rate(): Promise<void> {
    const { words, rating, host } = this;
    this.faults = {};
    if (!rating.level) this.faults.level = words.levelMissing;
    if (!rating.solved) this.faults.solved = words.solvedMissing;
    const wrong = Object.keys(this.faults)[0];
    if (wrong) return host.focusLater(`[name=${wrong}]`);
    if (await this.command('ratings', rating)) this.rating = {};
  }

  async agree(publish: boolean): Promise<void> {
    this.consent = publish;
    await this.command('consent', { publish });
    this.consent = null;
    this.host.requestUpdate();
  }

  async addSupplement(): Promise<void> {
    this.faults = {};
    if (!this.supplement.trim()) {
      this.faults.supplement = this.words.supplementMissing;
      return this.host.focusLater('[name=supplement]');
    }
    if (this.waiting) return;
    this.waiting = true;
    this.host.requestUpdate();
    const arrived = await this.files.arrived();
    this.waiting = false;
    this.host.requestUpdate();
    if (!arrived) return;
    const { failed, given } = this.files;
    if (failed) {
      this.faults.files = this.words.filesFailed(failed);
      return this.host.focusLater('[name=files]');
    }
    const body = this.supplement.trim();
    if (await this.command('supplements', { body, ...(given.length && { uploads: given }) })) {
      this.supplement = '';
      this.files.take();
    } else if (/^file_(gone|used)$/.test(this.failure?.code ?? '')) {
      this.failure = new Failure(409, { code: 'file_gone', detail: this.words.filesRenewed });
      this.files.renew();
    }
  }

  /** What the writer or the department sent. The key must not stand in an address, so it isn't a link. */
  async fetchFile({ id, name }: AttachedFile): Promise<void> {
    const { words, host } = this;
    this.download = words.downloading;
    host.requestUpdate();
    const path = `/letters/${tidyNumber(this.number)}/files/${id}`;
    const status = await saveFile(`${host.api.base}/v1${path}`, tidyAccessKey(this.accessKey), name);
    const said = status === 200 ? words.downloaded : status === 404 ? words.fileGone : words.downloadFailed;
    this.download = said(name);
    host.requestUpdate();
  }

  /** Back to the question which letter; the key is forgotten. */
  leave(): void {
    this.letter = this.failure = this.done = null;
    this.number = this.accessKey = this.supplement = '';
    this.rating = {};
    this.withdrawing = this.erasing = false;
    this.download = '';
    this.files.hold();
    this.files.take();
    this.host.focusLater('[name=number]');
  }

  private async call(act: () => Promise<void>): Promise<boolean> {
    if (this.busy) return false;
    this.busy = true;
    this.failure = null;
    this.host.requestUpdate();
    try {
      await act();
      return true;
    } catch (thrown) {
      this.failure = failureOf(thrown);
      this.host.emit('error', { code: this.failure.code });
      this.host.focusLater('.failure');
      return false;
    } finally {
      this.busy = false;
      this.host.requestUpdate();
    }
  }

  private ask<T = WriterLetter>(path?: string, body?: object): Promise<T> {
    return this.host.api.letter<T>(tidyNumber(this.number), tidyAccessKey(this.accessKey), path, body);
  }

  /** What a rating set going. */
  private consequence(): string {
    const { letter, host } = this;
    const words = letterWords[host.language];
    if (this.done !== 'ratings' || !letter) return '';
    return letter.contested ? words.nextContested : letter.status === 'accepted' ? words.nextReopened : '';
  }

  private inWords(failure: Failure): string {
    const words = lateWords[this.host.language];
    if (failure.status === 404) return this.words.notFound;
    if (failure.status === 0) return words.offline;
    if (failure.status === 429) {
      const until = new Date(Date.now() + (failure.retryAfter ?? 60) * 1000);
      return words.tooMany(until.toTimeString().slice(0, 8));
    }
    return failure.message || words.failed;
  }
}
