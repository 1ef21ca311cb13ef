import { html, nothing } from 'lit';
import { ConsoleElement } from '../lib/element.ts';
import { t } from '../words/index.ts';

/** A snippet to take away: shown, selectable, copied with one press. The clipboard API is missing on plain http. */
export class CopyBox extends ConsoleElement {
  static override properties = { text: {}, label: {}, outcome: { state: true } };
  declare text: string;
  declare label: string;
  declare outcome: 'copied' | 'failed' | null;

  constructor() {
    super();
    this.text = '';
    this.label = '';
    this.outcome = null;
  }

  override render() {
    const words = t().common;
    return html`<div class="copy">
      <textarea
        readonly
        spellcheck="false"
        rows=${this.text.split('\n').length}
        aria-label=${this.label}
        .value=${this.text}
      ></textarea>
      <button type="button" class="button" @click=${() => void this.#copy()}>${words.copy}</button>
      <p class="copy-outcome" role="status">
        ${this.outcome === 'copied' ? words.copied : this.outcome === 'failed' ? words.copyFailed : nothing}
      </p>
    </div>`;
  }

  async #copy(): Promise<void> {
    const area = this.querySelector('textarea')!;
    try {
      await navigator.clipboard.writeText(this.text);
      this.outcome = 'copied';
    } catch {
      area.select();
      this.outcome = document.execCommand('copy') ? 'copied' : 'failed';
    }
  }
}

customElements.define('hx-copy', CopyBox);
