import type { ReactiveControllerHost } from 'lit';
import type { ApiError } from './api.ts';
import { Loader } from './loader.ts';

interface PageOf<Item> {
  items: readonly Item[];
  nextCursor: string | null;
}

/** A list that comes page by page: the first anew with every question, the others behind it. */
export class Paged<Item, Page extends PageOf<Item>> {
  /** The next page didn't come; those that are there stay. */
  moreFailed = false;
  readonly #host: ReactiveControllerHost;
  readonly #first: Loader<Page>;
  #ask: (cursor?: string) => Promise<Page> = () => Promise.reject(new Error('nothing was asked'));

  constructor(host: ReactiveControllerHost) {
    this.#host = host;
    this.#first = new Loader<Page>(host);
  }

  get value(): Page | null {
    return this.#first.value;
  }
  get error(): ApiError | null {
    return this.#first.error;
  }
  get busy(): boolean {
    return this.#first.busy;
  }

  async run(ask: (cursor?: string) => Promise<Page>): Promise<void> {
    this.#ask = ask;
    this.moreFailed = false;
    await this.#first.run(() => ask());
  }

  again = (): Promise<void> => this.run(this.#ask);

  clear(): void {
    this.#first.clear();
  }

  /** @returns how many there were before, so that the first new one may take the focus; null where none came */
  async more(): Promise<number | null> {
    const before = this.#first.value;
    if (before?.nextCursor == null) return null;
    this.moreFailed = false;
    try {
      const next = await this.#ask(before.nextCursor);
      if (this.#first.value !== before) return null;
      this.#first.put({ ...before, nextCursor: next.nextCursor, items: [...before.items, ...next.items] });
      return before.items.length;
    } catch {
      this.moreFailed = true;
      this.#host.requestUpdate();
      return null;
    }
  }
}
