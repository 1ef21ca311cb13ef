import { LitElement } from 'lit';
import { lang } from '../words/index.ts';

/**
 * Base of the console's elements. They render into the light DOM: one linked stylesheet serves all of them, and labels,
 * descriptions and error links may point across components.
 */
export abstract class ConsoleElement extends LitElement {
  readonly #ends: (() => void)[] = [];

  protected override createRenderRoot(): this {
    return this;
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.watch(lang);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    for (const end of this.#ends.splice(0)) end();
  }

  /** Renders again whenever the store changes, until the element leaves the page. */
  protected watch(store: { subscribe(reader: () => void): () => void }): void {
    this.until(store.subscribe(() => this.requestUpdate()));
  }

  /** Calls `end` when the element leaves the page. */
  protected until(end: () => void): void {
    this.#ends.push(end);
  }

  protected listen<K extends keyof DocumentEventMap>(
    type: K,
    listener: (event: DocumentEventMap[K]) => void,
  ): void {
    document.addEventListener(type, listener);
    this.until(() => document.removeEventListener(type, listener));
  }
}
