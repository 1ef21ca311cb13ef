import type { GivenFile, UploadedFile, UploadStarted } from '../../contract/uploads.ts';
import { ApiError, asApiError } from './api.ts';
import { completeUpload, getUpload, putPart } from './calls.ts';
import { lighterImage } from './lighter-image.ts';

/**
 * `waiting`: the line is lost, it goes on by itself; `stuck`: the service failed, somebody has to press again;
 * `refused`: this file never will be taken.
 */
export type Stage = 'preparing' | 'sending' | 'waiting' | 'checking' | 'done' | 'stuck' | 'refused';

/** Begins an upload where its letter will want it. Throws `ApiError`. */
export type StartUpload = (file: { bytes: number; type: string }) => Promise<UploadStarted>;

const MS = 1000;
const WAIT_MAX_S = 30;

/** One file on its way to a letter, in parts: a lost line costs one of them, and the rest is not sent again. */
export class Upload {
  /** As the member's own machine calls it: for their eyes, neither sent nor stored. */
  readonly name: string;
  stage: Stage = 'preparing';
  /** Of 1. */
  progress = 0;
  problem: ApiError | null = null;
  file: UploadedFile | null = null;
  readonly #start: StartUpload;
  readonly #chosen: File;
  readonly #changed: () => void;
  #begun: UploadStarted | null = null;
  #bytes: Blob | null = null;
  #cancelled = false;

  constructor(start: StartUpload, chosen: File, changed: () => void) {
    this.name = chosen.name;
    this.#start = start;
    this.#chosen = chosen;
    this.#changed = changed;
    void this.#run();
  }

  get given(): GivenFile | null {
    return this.#begun && { id: this.#begun.id, key: this.#begun.key };
  }

  /** Goes on after a failure, with what has not arrived. */
  again(): void {
    // An upload that is gone is begun anew; so is a file that came broken.
    if (this.problem?.status === 404 || this.problem?.problem.code === 'file_incomplete') this.#begun = null;
    void this.#run();
  }

  cancel(): void {
    this.#cancelled = true;
  }

  #to(stage: Stage): void {
    this.stage = stage;
    if (!this.#cancelled) this.#changed();
  }

  async #run(): Promise<void> {
    this.problem = null;
    for (let lost = 0; !this.#cancelled; lost++) {
      try {
        return await this.#send(lost > 0);
      } catch (error) {
        this.problem = asApiError(error);
        const { failure, status, retryAfter } = this.problem;
        const passes = failure === 'offline' || failure === 'lost' || status === 429;
        if (!passes)
          return this.#to(failure === 'broken' || mayComeAgain(this.problem) ? 'stuck' : 'refused');
        this.#to('waiting');
        await pause(Math.min(retryAfter ?? 2 ** (lost + 1), WAIT_MAX_S) * MS);
      }
    }
  }

  async #send(resumed: boolean): Promise<void> {
    this.#bytes ??= await lighterImage(this.#chosen);
    const { size, type } = this.#bytes;
    if (this.#cancelled) return;
    this.#to('sending');
    const known = this.#begun !== null;
    this.#begun ??= await this.#start({ bytes: size, type });
    const { url, key, partBytes, parts } = this.#begun;
    const there = known || resumed ? await getUpload(url, key) : null;
    const all = Array.from({ length: there?.file ? 0 : parts }, (_, index) => index + 1);
    for (const part of all.filter((one) => !there?.have.includes(one))) {
      if (this.#cancelled) return;
      await putPart(url, key, part, this.#bytes.slice((part - 1) * partBytes, part * partBytes));
      this.progress = part / parts;
      this.#to('sending');
    }
    this.#to('checking');
    this.file = there?.file ?? (await completeUpload(url, key));
    this.#to('done');
  }
}

/** The same file may be taken later, or once it arrives whole. */
const mayComeAgain = ({ status, failure, problem }: ApiError): boolean =>
  status === 404 || failure === 'signed-out' || problem.code === 'file_incomplete';

/** Until the time is over or the line is back. */
function pause(ms: number): Promise<void> {
  return new Promise((resolve) => {
    const done = () => {
      clearTimeout(timer);
      window.removeEventListener('online', done);
      resolve();
    };
    const timer = setTimeout(done, ms);
    window.addEventListener('online', done);
  });
}
