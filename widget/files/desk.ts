import type { ReactiveController } from 'lit';
import type { GivenFile, UploadStarted } from '../../contract/uploads.ts';
import type { ViewHost } from '../base/view.ts';
import { bounds } from './plan.ts';
import { type Edges, Upload } from './upload.ts';

/** Begins the upload of a file with a letter that is being written, or with a supplement. */
export type Start = (content: { bytes: number; type: string }) => Promise<UploadStarted>;

/** The files of one letter or supplement: a picture at a time is made ready and sent, so that a slow phone stays usable. */
export class FileDesk implements ReactiveController {
  readonly host: ViewHost;
  uploads: Upload[] = [];
  /** Files that were chosen beyond the number that may come. */
  over = 0;

  private readonly edges: Edges;
  private running: Upload | null = null;
  private settlers: (() => void)[] = [];

  constructor(host: ViewHost, start: Start, changed: () => void) {
    this.host = host;
    this.edges = {
      start: ({ size, type }) => start({ bytes: size, type }),
      address: (path) => `${host.api.base}${path}?lang=${host.api.lang}`,
      changed: () => {
        changed();
        host.requestUpdate();
        this.settle();
      },
    };
    host.addController(this);
  }

  hostConnected(): void {
    addEventListener('online', this.online);
    void this.pump();
  }

  /** Taken out of the page it stops; put back it goes on with the parts that are missing. */
  hostDisconnected(): void {
    removeEventListener('online', this.online);
    this.running?.halt();
  }

  add(files: readonly File[]): void {
    const room = bounds.filesMax - this.uploads.length;
    this.over = Math.max(0, files.length - room);
    const added = files.slice(0, room).map((file) => new Upload(file, this.edges));
    this.uploads = [...this.uploads, ...added];
    this.edges.changed();
    void this.pump();
  }

  remove(upload: Upload): void {
    upload.halt();
    this.uploads = this.uploads.filter((one) => one !== upload);
    this.over = 0;
    this.edges.changed();
  }

  retry(upload: Upload): void {
    if (upload.stage === 'waiting') return upload.nudge();
    upload.stage = 'queued';
    this.edges.changed();
    void this.pump();
  }

  /** Everything off the desk, to be put back by `put`. */
  take(): Upload[] {
    const taken = this.uploads;
    this.uploads = [];
    this.over = 0;
    this.running?.halt();
    this.settle();
    return taken;
  }

  put(uploads: Upload[]): void {
    this.uploads = uploads;
    this.over = 0;
    this.edges.changed();
    void this.pump();
  }

  /** The service has none of them any more. */
  renew(): void {
    for (const upload of this.uploads) upload.forget();
    this.edges.changed();
    void this.pump();
  }

  get given(): GivenFile[] {
    return this.uploads.flatMap((upload) => upload.given ?? []);
  }

  /** Files that are still on their way. */
  get unsettled(): number {
    return this.uploads.filter(({ stage }) => stage !== 'done' && stage !== 'failed').length;
  }

  get failed(): number {
    return this.uploads.filter(({ stage }) => stage === 'failed').length;
  }

  /** Percent of all bytes. */
  get percent(): number {
    const all = this.uploads.reduce((sum, { bytes }) => sum + bytes, 0) || 1;
    return Math.floor(this.uploads.reduce((sum, { bytes, percent }) => sum + bytes * percent, 0) / all);
  }

  /** Resolves when none is on its way any more. */
  async settled(): Promise<void> {
    if (this.unsettled) await new Promise<void>((resolve) => this.settlers.push(resolve));
  }

  private settle(): void {
    if (!this.unsettled) for (const settle of this.settlers.splice(0)) settle();
  }

  nudge(): void {
    this.running?.nudge();
  }

  private readonly online = (): void => this.nudge();

  private async pump(): Promise<void> {
    if (this.running) return;
    for (;;) {
      const next = this.uploads.find(({ stage }) => stage === 'queued');
      if (!next || !this.host.isConnected) return;
      this.running = next;
      await next.run();
      this.running = null;
    }
  }
}
