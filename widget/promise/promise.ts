import { html, nothing, type TemplateResult } from 'lit';
import type { Explanation } from '../../contract/letters.ts';
import { longDay } from '../base/dates.ts';
import { late } from '../base/late.ts';
import type { ViewHost } from '../base/view.ts';
import { lateWords } from '../locales/late.ts';
import { receiptWords } from '../locales/receipt.ts';

/** The promise line: the day we answer by, and on request the days that were counted. */
export class PromiseLine {
  private readonly host: ViewHost;
  private open = false;
  private calendar: TemplateResult | null = null;
  private failed = false;

  constructor(host: ViewHost) {
    this.host = host;
  }

  render(due: string, provisional: boolean, explain: () => Promise<Explanation>): TemplateResult {
    const { language } = this.host;
    const words = receiptWords[language];
    const [before, after] = words.promise;
    return html`<p class="promise">
        ${before}<strong>${longDay(due, language)}</strong>${after}
        ${provisional ? html`<span class="hint">${words.provisional}</span>` : nothing}
      </p>
      <button
        type="button"
        class="plain"
        aria-expanded=${this.open ? 'true' : 'false'}
        @click=${() => this.toggle(explain)}
      >
        ${words.why}
      </button>
      <div ?hidden=${!this.open}>${this.open ? this.content() : nothing}</div>`;
  }

  /** Another letter, another count. */
  reset(): void {
    this.open = false;
    this.calendar = null;
  }

  private content(): TemplateResult {
    const words = lateWords[this.host.language];
    return (
      this.calendar ??
      html`<p class="hint" role="status">
        ${this.failed ? (navigator.onLine ? words.failed : words.offline) : words.loading}
      </p>`
    );
  }

  private async toggle(explain: () => Promise<Explanation>): Promise<void> {
    const host = this.host;
    this.open = !this.open;
    this.failed = false;
    host.requestUpdate();
    if (!this.open || this.calendar) return;
    try {
      const [{ countedDays, calendarStyles }, explanation] = await Promise.all([
        late(() => import('./counted-days.ts')),
        explain(),
      ]);
      host.adopt(calendarStyles);
      this.calendar = countedDays(explanation, host.language);
    } catch {
      this.failed = true;
    }
    host.requestUpdate();
  }
}
