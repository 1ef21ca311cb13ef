import { html, type TemplateResult } from 'lit';
import type { GivenFile } from '../../contract/uploads.ts';
import { late } from '../base/late.ts';
import type { ViewHost } from '../base/view.ts';
import { clerkWords } from '../locales/clerk.ts';
import { commonWords } from '../locales/common.ts';
import type { FileDesk, Start } from './desk.ts';
import type * as Late from './late-files.ts';
import type { Upload } from './upload.ts';

const sameAs = ({ name, size, lastModified }: File): string => `${lastModified} ${size} ${name}`;

/**
 * What a form needs to know of the files chosen in it. Most letters have none: everything else is fetched with the first
 * file, and what was chosen waits for it.
 */
export class FileField {
  private readonly host: ViewHost;
  private readonly start: Start;
  private desk: FileDesk | null = null;
  private late: typeof Late | null = null;
  /** Chosen while the desk is on its way. */
  private chosen: File[] = [];
  private missing = false;
  private waiters: (() => void)[] = [];
  /** Stops waiting for them. */
  hold: () => void = () => {};
  private input: HTMLInputElement | null = null;

  constructor(host: ViewHost, start: Start) {
    this.host = host;
    this.start = start;
  }

  /** Takes what is new in the input, which shows from then on what is listed, whatever was chosen last. */
  takeFrom(input: HTMLInputElement | null): void {
    if (!input) return;
    this.input = input;
    const listed = this.listed.map(sameAs);
    const added = [...(input.files ?? [])].filter((file) => !listed.includes(sameAs(file)));
    // Some browsers empty it when one chooses nothing.
    if (!added.length) return this.showListed();
    this.chosen.push(...added);
    void this.fetch();
  }

  private get listed(): File[] {
    return [...this.uploads.map(({ file }) => file), ...this.chosen];
  }

  /** Else the browser itself would say that nothing, or something else, is chosen. */
  private showListed(): void {
    const { input, listed } = this;
    if (!input || [...(input.files ?? [])].map(sameAs).join() === listed.map(sameAs).join()) return;
    const transfer = new DataTransfer();
    for (const file of listed) transfer.items.add(file);
    input.files = transfer.files;
  }

  render(): TemplateResult {
    const { desk, chosen, missing, host } = this;
    const { language } = host;
    const said = missing ? clerkWords[language].offline : commonWords[language].opening;
    return html`${desk && this.late?.fileList(desk)}${chosen.length ? html`<p class=${missing ? 'error' : 'hint'}>${said}</p>` : ''}
      <div class="hidden-visually" role="status">${desk && this.late?.told(desk)}</div>`;
  }

  get uploads(): readonly Upload[] {
    return this.desk?.uploads ?? [];
  }

  get given(): GivenFile[] {
    return this.desk?.given ?? [];
  }

  /** Files that are still on their way. */
  get unsettled(): number {
    return this.chosen.length + (this.desk?.unsettled ?? 0);
  }

  get failed(): number {
    return this.desk?.failed ?? 0;
  }

  get percent(): number {
    return this.desk?.percent ?? 0;
  }

  /** Whether nothing but the line keeps them. */
  get offline(): boolean {
    return this.missing || this.uploads.some(({ stage, failure }) => stage === 'waiting' && !failure?.status);
  }

  /** Waits until all have arrived or failed for good; false where the person took the matter back meanwhile. */
  async arrived(): Promise<boolean> {
    if (!this.unsettled) return true;
    this.nudge();
    const held = new Promise<false>((resolve) => (this.hold = () => resolve(false)));
    const arrived = await Promise.race([held, this.settled().then(() => true)]);
    this.hold = () => {};
    return arrived;
  }

  private async settled(): Promise<void> {
    while (this.unsettled) {
      if (this.chosen.length) await this.online();
      else await this.desk!.settled();
    }
  }

  /** Goes on at once where only the line was missing. */
  nudge(): void {
    if (this.missing) void this.fetch();
    this.desk?.nudge();
  }

  take(): Upload[] {
    this.chosen = [];
    const taken = this.desk?.take() ?? [];
    this.showListed();
    this.host.requestUpdate();
    return taken;
  }

  put(uploads: Upload[]): void {
    this.desk?.put(uploads);
  }

  renew(): void {
    this.desk?.renew();
  }

  /** A file was added, moved on or was taken away. */
  protected changed(): void {}

  private online(): Promise<void> {
    return new Promise((resolve) => this.waiters.push(resolve));
  }

  private async fetch(): Promise<void> {
    this.missing = false;
    this.host.requestUpdate();
    try {
      this.late ??= await late(() => import('./late-files.ts'));
      this.host.adopt(this.late.fileStyles);
      this.desk ??= new this.late.FileDesk(this.host, this.start, () => {
        this.showListed();
        this.changed();
      });
    } catch {
      this.missing = true;
    }
    if (this.desk && this.chosen.length) this.desk.add(this.chosen.splice(0));
    for (const resolve of this.waiters.splice(0)) resolve();
    this.host.requestUpdate();
  }
}
