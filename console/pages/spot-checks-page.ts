import { html } from 'lit';
import type { SpotCheckPage, SpotCheckSummary } from '../../contract/spot-checks.ts';
import { checkTable } from '../components/check-parts.ts';
import { moreButton } from '../components/more-button.ts';
import { loadFailure, loadingLines } from '../components/problems.ts';
import { getSpotChecks } from '../lib/spot-check-calls.ts';
import { ConsoleElement } from '../lib/element.ts';
import { Paged } from '../lib/paged.ts';
import { to } from '../lib/router.ts';
import { t } from '../words/index.ts';

/** Spot checks of the centre's jurisdictions, and the way to open one. */
export class SpotChecksPage extends ConsoleElement {
  readonly #list = new Paged<SpotCheckSummary, SpotCheckPage>(this);

  override connectedCallback(): void {
    super.connectedCallback();
    void this.#load();
  }

  #load = (): Promise<void> => this.#list.run((cursor) => getSpotChecks({ cursor }));

  override render() {
    const words = t().spotChecks;
    const { value, error } = this.#list;
    return html`<header class="page-head with-action">
        <div>
          <h1>${words.title}</h1>
          <p class="lead">${words.lead}</p>
        </div>
        <a class="button primary" href=${to(['spot-checks', 'new'])}>${words.open}</a>
      </header>
      ${error ? loadFailure(words.failed, error, () => void this.#load()) : value ? this.#page(value) : loadingLines(5)}`;
  }

  #page(page: SpotCheckPage) {
    const words = t().spotChecks;
    if (page.items.length === 0) return html`<p class="state">${words.empty}</p>`;
    return html`${checkTable(page)} ${moreButton(this.#list, words.failed, () => this.#more())}`;
  }

  async #more(): Promise<void> {
    const before = await this.#list.more();
    if (before === null) return;
    await this.updateComplete;
    this.querySelectorAll<HTMLElement>('.records tbody tr')[before]?.focus();
  }
}

customElements.define('hx-spot-checks-page', SpotChecksPage);
