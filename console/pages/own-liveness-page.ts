import { type TemplateResult, html } from 'lit';
import type { Liveness, OwnLiveness } from '../../contract/liveness.ts';
import { levelMark, lifeRules, lifeTimes, signList } from '../components/life-evidence.ts';
import { loadFailure, loadingLines } from '../components/problems.ts';
import { getOwnLiveness } from '../lib/check-calls.ts';
import { ConsoleElement } from '../lib/element.ts';
import { Loader } from '../lib/loader.ts';
import { role, roleChoice } from '../lib/session.ts';
import { t } from '../words/index.ts';

/** What the centre sees of the coordinator's own tenant, and what would change it. */
export class OwnLivenessPage extends ConsoleElement {
  readonly #own = new Loader<OwnLiveness>(this);

  override connectedCallback(): void {
    super.connectedCallback();
    this.until(roleChoice.subscribe(() => void this.#load()));
    void this.#load();
  }

  #load = (): Promise<void> => this.#own.run(() => getOwnLiveness(role()?.tenant ?? ''));

  override render() {
    const words = t().life.liveness;
    const { value, error } = this.#own;
    return html`<header class="page-head">
        <h1>${words.title}</h1>
        <p class="lead">${words.ownLead}</p>
      </header>
      ${error ? loadFailure(words.failed, error, () => void this.#load()) : value ? told(value.liveness) : loadingLines(6)}`;
  }
}

function told(life: Liveness | null): TemplateResult {
  const words = t().life.liveness;
  if (!life) return html`<p class="state">${words.notYet}</p>`;
  return html`<div class="own-life">
    <p class="life-level">${levelMark(life.level)} <span>${words.meaning[life.level]}</span></p>
    ${signList(life, true)}
    <h2>${words.evidence}</h2>
    ${lifeTimes(life)} ${lifeRules()}
  </div>`;
}

customElements.define('hx-own-liveness-page', OwnLivenessPage);
