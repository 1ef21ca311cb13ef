/** The line above a page that is about a year: which one, print it, take it along. */
import type { ReactiveControllerHost } from 'lit';
import { html, nothing } from 'lit';
import { saveAs } from '../lib/files.ts';
import { todayAt } from '../lib/dates.ts';
import { t } from '../words/index.ts';

/** Letters were imported from then on. */
const FIRST_YEAR = 2008;

export const thisYear = (): number => Number(todayAt('+08:00').slice(0, 4));

/** How a download stands, in words; one at a time. */
export class Download {
  said = '';
  readonly #host: ReactiveControllerHost;

  constructor(host: ReactiveControllerHost) {
    this.#host = host;
  }

  run = async (fetch: () => Promise<Blob>, name: string): Promise<void> => {
    this.#say(t().life.annual.downloading);
    try {
      saveAs(await fetch(), name);
      this.#say('');
    } catch {
      this.#say(t().life.annual.downloadFailed);
    }
  };

  #say(words: string): void {
    this.said = words;
    this.#host.requestUpdate();
  }
}

export function yearTools(year: number, pick: (year: number) => void, download?: () => void, said = '') {
  const words = t().life.annual;
  const years = Array.from({ length: thisYear() - FIRST_YEAR + 1 }, (_none, at) => thisYear() - at);
  return html`<div class="tools year-tools">
    <div class="tool">
      <label for="year">${words.year}</label>
      <select id="year" @change=${(event: Event) => pick(Number((event.target as HTMLSelectElement).value))}>
        ${years.map((one) => html`<option value=${one} ?selected=${one === year}>${words.yearOf(String(one))}</option>`)}
      </select>
    </div>
    ${
      download
        ? html`<button type="button" class="button" @click=${download}>${words.download}</button>
            <button type="button" class="button" @click=${() => window.print()}>${t().common.print}</button>
            <p class="quiet" role="status">${said}</p>`
        : nothing
    }
  </div>`;
}
