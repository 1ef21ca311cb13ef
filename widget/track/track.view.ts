import { html, type ReactiveController, type TemplateResult } from 'lit';
import type { RateLetter, WriterLetter } from '../../contract/letters.ts';
import { tidyNumber } from '../../contract/typed-number.ts';
import { type Failure, failureOf } from '../api/client.ts';
import type { View, ViewHost } from '../base/view.ts';
import { commonWords } from '../locales/common.ts';
import { letterWords } from '../locales/letter.ts';
import { trackWords, type TrackWords } from '../locales/track.ts';
import { PromiseLine } from '../promise/promise.ts';
import { tidyAccessKey } from './access-key.ts';
import { letterTemplate } from './letter.template.ts';
import { lookUpTemplate } from './look-up.template.ts';
import { trackStyles } from './track.styles.ts';

export type TrackCommand = 'supplements' | 'ratings' | 'withdrawal' | 'consent';
export type Fault = 'number' | 'accessKey' | 'supplement' | 'level' | 'solved';

/** Following a letter: found by number and access key, then what happened and what its writer may do. */
export class TrackView implements View, ReactiveController {
  readonly styles = trackStyles;
  readonly host: ViewHost;
  readonly promise: PromiseLine;

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
  reason = '';

  private shown = false;
  private preset = '';
  private atHand: ViewHost['letterAtHand'] = null;

  constructor(host: ViewHost) {
    this.host = host;
    this.promise = new PromiseLine(host);
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
    if (await this.command('supplements', { body: this.supplement.trim() })) this.supplement = '';
  }

  /** Back to the question which letter; the key is forgotten. */
  leave(): void {
    this.letter = this.failure = this.done = null;
    this.number = this.accessKey = this.supplement = '';
    this.rating = {};
    this.withdrawing = false;
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

  private ask(path?: string, body?: object): Promise<WriterLetter> {
    return this.host.api.letter(tidyNumber(this.number), tidyAccessKey(this.accessKey), path, body);
  }

  /** What a rating set going. */
  private consequence(): string {
    const { letter, host } = this;
    const words = letterWords[host.language];
    if (this.done !== 'ratings' || !letter) return '';
    return letter.contested ? words.nextContested : letter.status === 'accepted' ? words.nextReopened : '';
  }

  private inWords(failure: Failure): string {
    const words = commonWords[this.host.language];
    if (failure.status === 404) return this.words.notFound;
    if (failure.status === 0) return words.offline;
    if (failure.status === 429) {
      const until = new Date(Date.now() + (failure.retryAfter ?? 60) * 1000);
      return words.tooMany(until.toTimeString().slice(0, 8));
    }
    return failure.message || words.failed;
  }
}
