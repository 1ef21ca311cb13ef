import { type TemplateResult, html, nothing } from 'lit';
import type { SpotCheckPage, SpotCheckSummary, TenantSpotCheck } from '../../contract/spot-checks.ts';
import { checkName, checkProof, checkTable, points, scoreText } from '../components/check-parts.ts';
import { moreButton } from '../components/more-button.ts';
import { letterLink } from '../components/order-marks.ts';
import { loadFailure, loadingLines } from '../components/problems.ts';
import { whole } from '../components/rates.ts';
import { getOwnCheck, getOwnChecks, ownPopulationLink } from '../lib/spot-check-calls.ts';
import { dayFull } from '../lib/dates.ts';
import { ConsoleElement } from '../lib/element.ts';
import { Loader } from '../lib/loader.ts';
import { Paged } from '../lib/paged.ts';
import { to } from '../lib/router.ts';
import { role, roleChoice } from '../lib/session.ts';
import { t } from '../words/index.ts';
import { REPLY_PARTS } from '../../contract/vocabulary.ts';

/** Spot checks that a tenant's letters are in the scope of; one of them with what was said of its own. */
export class OwnChecksPage extends ConsoleElement {
  static override properties = { check: {} };
  declare check: string;
  readonly #list = new Paged<SpotCheckSummary, SpotCheckPage>(this);
  readonly #one = new Loader<TenantSpotCheck>(this);
  #asked: string | null = null;

  constructor() {
    super();
    this.check = '';
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.watch(roleChoice);
    this.#asked = null;
  }

  get #tenant(): string {
    return role()?.tenant ?? '';
  }

  override willUpdate(): void {
    const asked = `${this.#tenant}/${this.check}`;
    if (asked === this.#asked) return;
    this.#asked = asked;
    void this.#load();
  }

  #load = (): Promise<void> => {
    const [tenant, id] = [this.#tenant, this.check];
    if (id) return this.#one.run(() => getOwnCheck(tenant, id));
    return this.#list.run((cursor) => getOwnChecks(tenant, { cursor }));
  };

  override render() {
    return this.check ? this.#detail() : this.#all();
  }

  #all() {
    const words = t().spotChecks;
    const { value, error } = this.#list;
    return html`<header class="page-head">
        <h1>${words.title}</h1>
        <p class="lead">${words.leadTenant}</p>
      </header>
      ${
        error
          ? loadFailure(words.failed, error, () => void this.#load())
          : !value
            ? loadingLines(5)
            : value.items.length === 0
              ? html`<p class="state">${words.emptyTenant}</p>`
              : html`${checkTable(value)} ${moreButton(this.#list, words.failed, () => this.#more())}`
      }`;
  }

  async #more(): Promise<void> {
    const before = await this.#list.more();
    if (before === null) return;
    await this.updateComplete;
    this.querySelectorAll<HTMLElement>('.records tbody tr')[before]?.focus();
  }

  #detail() {
    const words = t().spotChecks;
    const { value, error } = this.#one;
    if (error)
      return loadFailure(
        error.status === 404 ? words.missing : words.failed,
        error,
        () => void this.#load(),
        true,
      );
    if (!value) return loadingLines(6);
    return html`<p class="back"><a href=${to('spot-checks')}>${words.back}</a></p>
      <header class="page-head">
        <h1>${checkName(value)}</h1>
        <p class="quiet meta">
          <span>${words.states[value.state]}</span>
          <span class="number">${words.period(dayFull(value.from), dayFull(value.to))}</span>
          ${value.own === null || value.population === null ? nothing : html`<span>${words.own.own(value.own, value.population)}</span>`}
        </p>
      </header>
      ${this.#result(value)} ${checkProof(value, ownPopulationLink(this.#tenant, value.id))}`;
  }

  #result({ result, items }: TenantSpotCheck): TemplateResult {
    const words = t().spotChecks;
    if (!result) return html`<p class="lead">${words.own.waiting}</p>`;
    if (result.letters === 0) return html`<p class="lead">${words.own.none}</p>`;
    const { one, other } = words.sample.columns;
    const names = words.result.columns;
    return html`<section aria-labelledby="result-title">
      <h2 id="result-title">${words.result.title}</h2>
      <dl class="headline">
        <div>
          <dt>${words.own.score}</dt>
          <dd>${points(result.score)}</dd>
        </div>
        <div>
          <dt>${names.letters}</dt>
          <dd>${whole(result.letters)}</dd>
        </div>
        ${REPLY_PARTS.map((part) => {
          const { yes, partly, no } = result.parts[part];
          return html`<div>
            <dt>${words.parts[part]}</dt>
            <dd>${whole(yes)} <span class="quiet sample">/ ${whole(yes + partly + no)}</span></dd>
          </div>`;
        })}
      </dl>
      <h3>${words.own.letters}</h3>
      <ol class="own-scores">
        ${items.map(
          ({ number, scores }) =>
            html`<li>
              ${letterLink(number)}
              <div class="both-scores">${scoreText(one, scores[0])} ${scoreText(other, scores[1])}</div>
            </li>`,
        )}
      </ol>
    </section>`;
  }
}

customElements.define('hx-own-checks-page', OwnChecksPage);
