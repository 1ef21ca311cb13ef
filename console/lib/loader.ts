import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { type ApiError, asApiError } from './api.ts';

/** One thing fetched for a page: loading, failed or here. A newer request makes an older one's answer void. */
export class Loader<T> implements ReactiveController {
  value: T | null = null;
  error: ApiError | null = null;
  busy = false;
  readonly #host: ReactiveControllerHost;
  #turn = 0;

  constructor(host: ReactiveControllerHost) {
    this.#host = host;
    host.addController(this);
  }

  hostDisconnected(): void {
    this.#turn++;
  }

  /** Keeps showing what is there until the new answer comes. */
  async run(fetch: () => Promise<T>): Promise<void> {
    const turn = ++this.#turn;
    this.busy = true;
    this.error = null;
    this.#host.requestUpdate();
    try {
      const value = await fetch();
      if (turn === this.#turn) this.value = value;
    } catch (error) {
      if (turn === this.#turn) this.error = asApiError(error);
    }
    if (turn !== this.#turn) return;
    this.busy = false;
    this.#host.requestUpdate();
  }

  /** Takes a value that came another way, for instance as the answer to a command. */
  put(value: T): void {
    this.#turn++;
    this.value = value;
    this.error = null;
    this.busy = false;
    this.#host.requestUpdate();
  }

  clear(): void {
    this.#turn++;
    this.value = null;
    this.error = null;
    this.busy = false;
  }
}
