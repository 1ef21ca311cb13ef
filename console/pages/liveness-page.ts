import { type TemplateResult, html } from 'lit';
import type { Liveness, LivenessPage as Page } from '../../contract/liveness.ts';
import { levelMark, lifeRules, lifeTimes, signList } from '../components/life-evidence.ts';
import { moreButton } from '../components/more-button.ts';
import { loadFailure, loadingLines } from '../components/problems.ts';
import { whole } from '../components/rates.ts';
import { getLiveness } from '../lib/check-calls.ts';
import { momentWords } from '../lib/dates.ts';
import { ConsoleElement } from '../lib/element.ts';
import { Paged } from '../lib/paged.ts';
import { to } from '../lib/router.ts';
import { roleChoice } from '../lib/session.ts';
import { langOf, t } from '../words/index.ts';

const LEVELS = ['dormant', 'slow', 'active'] as const;

/** Every tenant below the centre, those where nobody seems to be there first, with the evidence unfolded. */
export class LivenessPage extends ConsoleElement {
  readonly #tenants = new Paged<Liveness, Page>(this);

  override connectedCallback(): void {
    super.connectedCallback();
    this.until(roleChoice.subscribe(() => void this.#load()));
    void this.#load();
  }

  #load = (): Promise<void> => this.#tenants.run(getLiveness);

  override render() {
    const words = t().life.liveness;
    const { value, error } = this.#tenants;
    return html`<header class="page-head">
        <h1>${words.title}</h1>
        <p class="lead">${words.lead}</p>
      </header>
      <p class="unseen" role="status">${value ? words.shown(value.items.length) : ''}</p>
      ${error ? loadFailure(words.failed, error, () => void this.#load()) : value ? this.#list(value) : loadingLines(6)}`;
  }

  #list(page: Page): TemplateResult {
    const words = t().life.liveness;
    if (page.items.length === 0) return html`<p class="state">${words.empty}</p>`;
    return html`<dl class="headline life-counts" aria-label=${words.counts}>
        ${LEVELS.map(
          (level) =>
            html`<div>
              <dt>${levelMark(level)}</dt>
              <dd>${whole(page.counts[level])}</dd>
            </div>`,
        )}
      </dl>
      <ul class="lives">
        ${page.items.map(lifeItem)}
      </ul>
      ${moreButton(this.#tenants, words.failed, () => this.#more())} ${lifeRules()}
      ${page.asOf ? html`<p class="quiet as-of">${words.asOf(momentWords(page.asOf))}</p>` : ''}`;
  }

  async #more(): Promise<void> {
    const before = await this.#tenants.more();
    if (before === null) return;
    await this.updateComplete;
    this.querySelectorAll<HTMLElement>('.lives > li')[before]?.focus();
  }
}

/** Those where something is amiss tell why at once; dates of everything else unfold. */
function lifeItem(life: Liveness): TemplateResult {
  const words = t().life.liveness;
  return html`<li tabindex="-1" class="life life-${life.level}">
    <div class="life-head">
      <h2 lang=${langOf(life.name)}><a href=${to(['tenants', life.tenant])}>${life.name}</a></h2>
      ${levelMark(life.level)}
    </div>
    ${signList(life, false)}
    <details>
      <summary>${words.evidence}<span class="unseen"> ${life.name}</span></summary>
      ${lifeTimes(life)}
    </details>
  </li>`;
}

customElements.define('hx-liveness-page', LivenessPage);
