import type { GivenFile, UploadedFile, UploadStarted, UploadState } from '../../contract/uploads.ts';
import { Failure, failureOf } from '../api/client.ts';
import { backOff, bytesIn, missingParts, spanOf } from './plan.ts';
import { prepare } from './prepare.ts';
import { exchange } from './wire.ts';

export type Stage = 'queued' | 'preparing' | 'sending' | 'checking' | 'waiting' | 'done' | 'failed';

export interface Edges {
  /** Begins an upload. Rejects with a `Failure`. */
  start(content: Blob): Promise<UploadStarted>;
  /** The address of a path of the service, with the language of its words. */
  address(path: string): string;
  /** Something is to be seen. */
  changed(): void;
}

/** How often one file is begun anew where the service knows its upload no longer. */
const BEGINNINGS_MAX = 3;

/**
 * One file on its way. Whatever happens to the line, parts that have arrived are not sent again: what is missing is asked
 * of the service. Gives up only on a refusal.
 */
export class Upload {
  readonly file: File;
  stage: Stage = 'queued';
  failure: Failure | null = null;
  /** While waiting: when it goes on by itself. */
  until = new Date(0);
  thumb: HTMLCanvasElement | null = null;

  private readonly edges: Edges;
  private content: Blob | null = null;
  private started: UploadStarted | null = null;
  private beginnings = 0;
  private sent = 0;
  private stop = new AbortController();
  private wake: (() => void) | null = null;

  constructor(file: File, edges: Edges) {
    this.file = file;
    this.edges = edges;
  }

  /** Of what travels, once that is known. */
  get bytes(): number {
    return (this.content ?? this.file).size;
  }

  /** 0 … 100. */
  get percent(): number {
    return this.stage === 'done' ? 100 : Math.min(99, Math.floor((this.sent / (this.bytes || 1)) * 100));
  }

  get given(): GivenFile | null {
    return this.started && this.stage === 'done' ? { id: this.started.id, key: this.started.key } : null;
  }

  /** Until it is done, refused or halted. */
  async run(): Promise<void> {
    const { signal } = (this.stop = new AbortController());
    this.failure = null;
    this.beginnings = 0;
    for (let attempt = 0; !signal.aborted;) {
      const before = this.sent;
      try {
        await this.advance(signal);
        return this.turn('done');
      } catch (thrown) {
        if (signal.aborted) break;
        this.failure = failureOf(thrown);
        // A line that carried something is a new line.
        attempt = this.sent > before ? 0 : attempt;
        if (await this.beginAnew(this.failure)) continue;
        if (!this.failure.passing) return this.turn('failed');
        await this.wait(this.failure.retryAfter ?? backOff(attempt++), signal);
      }
    }
    // Whoever halted it needs not be told.
    this.stage = 'queued';
  }

  /** Stops where it is; another `run` goes on from there. */
  halt(): void {
    this.stop.abort();
    this.wake?.();
  }

  /** Goes on now, where it only waits for the line. */
  nudge(): void {
    if (!this.failure?.retryAfter) this.wake?.();
  }

  /** What the service had of it is gone. */
  forget(): void {
    this.started = null;
    this.sent = 0;
    this.stage = 'queued';
  }

  private turn(stage: Stage): void {
    this.stage = stage;
    this.edges.changed();
  }

  private async advance(signal: AbortSignal): Promise<void> {
    if (!this.content) {
      this.turn('preparing');
      const { content, thumb } = await prepare(this.file);
      Object.assign(this, { content, thumb });
      if (signal.aborted) return;
    }
    this.turn('sending');
    const content = this.content!;
    const resumed = this.started;
    const started = (this.started ??= await this.edges.start(content));
    const state = resumed && (await this.ask<UploadState>('GET', '', signal));
    if (state?.file) return;
    await this.sendParts(started, content, state?.have ?? [], signal);
    this.turn('checking');
    await this.ask<UploadedFile>('POST', '/complete', signal);
  }

  private async sendParts(
    { parts, partBytes }: UploadStarted,
    content: Blob,
    have: readonly number[],
    signal: AbortSignal,
  ): Promise<void> {
    let done = bytesIn(have, partBytes, content.size);
    const tell = (bytes: number) => {
      const before = this.percent;
      this.sent = bytes;
      if (this.percent !== before) this.edges.changed();
    };
    for (const part of missingParts(parts, have)) {
      const [start, end] = spanOf(part, partBytes, content.size);
      const size = end - start;
      const body = content.slice(start, end);
      const onSent = (bytes: number) => tell(done + Math.min(bytes, size));
      await this.ask('PUT', `/parts/${part}`, signal, body, onSent);
      tell((done += size));
    }
  }

  private ask<T>(
    method: 'GET' | 'PUT' | 'POST',
    path: string,
    signal: AbortSignal,
    body?: Blob,
    onSent?: (bytes: number) => void,
  ): Promise<T> {
    const { url, key } = this.started!;
    const more = { ...(body && { body }), ...(onSent && { onSent }) };
    return exchange<T>(this.edges.address(url + path), { method, key, signal, ...more });
  }

  /**
   * Whether to begin from the first part. An upload that the service knows no longer has run out, or was dropped with the
   * refusal of its content. A part that got lost on the service's side is sent again by an ordinary try.
   */
  private async beginAnew({ status, code }: Failure): Promise<boolean> {
    if (code === 'file_incomplete') return this.isThere();
    if (status !== 404 || !this.started || ++this.beginnings >= BEGINNINGS_MAX) return false;
    this.started = null;
    this.sent = 0;
    return true;
  }

  /** Whether parts are missing: what is whole and still refused is damaged. */
  private async isThere(): Promise<boolean> {
    if (++this.beginnings >= BEGINNINGS_MAX) return false;
    const state = await this.ask<UploadState>('GET', '', this.stop.signal).catch(() => null);
    return state !== null && state.have.length < state.parts;
  }

  private async wait(seconds: number, signal: AbortSignal): Promise<void> {
    this.until = new Date(Date.now() + seconds * 1000);
    this.turn('waiting');
    await new Promise<void>((resolve) => {
      const timer = setTimeout(resolve, seconds * 1000);
      this.wake = () => {
        clearTimeout(timer);
        resolve();
      };
      if (signal.aborted) this.wake();
    });
    this.wake = null;
  }
}
