import { html } from 'lit';
import { ConsoleElement } from '../lib/element.ts';
import { type CalendarOf, getCalendar } from '../lib/time-calls.ts';
import { t } from '../words/index.ts';

const ASK_EVERY_MS = 5_000;

/** Says whether letters in hand are still being counted by a new calendar, and when they are done. */
export class RecountProgress extends ConsoleElement {
  static override properties = { of: { attribute: false }, year: { type: Number }, state: { state: true } };
  declare of: CalendarOf;
  declare year: number;
  declare state: 'running' | 'done' | 'failed';
  #timer = 0;

  constructor() {
    super();
    this.year = 0;
    this.state = 'running';
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.until(() => window.clearTimeout(this.#timer));
    this.#later();
  }

  #later(): void {
    this.#timer = window.setTimeout(() => void this.#ask(), ASK_EVERY_MS);
  }

  async #ask(): Promise<void> {
    try {
      this.state = (await getCalendar(this.of, this.year)).recounting ? 'running' : 'done';
    } catch {
      this.state = 'failed';
    }
    if (this.isConnected && this.state !== 'done') this.#later();
  }

  override render() {
    return html`<p class="notice-line ${this.state}" role="status">${t().calendar.recount[this.state]}</p>`;
  }
}

customElements.define('hx-recount', RecountProgress);
