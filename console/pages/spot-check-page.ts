import { type TemplateResult, html, nothing } from 'lit';
import { keyed } from 'lit/directives/keyed.js';
import type { GivenScore, SpotCheck, SpotCheckItem, SpotCheckItems } from '../../contract/spot-checks.ts';
import { agreementTable, checkName, checkProof, points, resultTable } from '../components/check-parts.ts';
import '../components/check-draw.ts';
import '../components/check-letter.ts';
import { failureWords, loadFailure, loadingLines } from '../components/problems.ts';
import { type ApiError, asApiError } from '../lib/api.ts';
import {
  closeCheckOf,
  getItems,
  getScoresFile,
  getSpotCheck,
  populationLink,
} from '../lib/spot-check-calls.ts';
import { dayFull, momentWords, nowAt } from '../lib/dates.ts';
import { ConsoleElement } from '../lib/element.ts';
import { saveAs } from '../lib/files.ts';
import { Loader } from '../lib/loader.ts';
import { route, to } from '../lib/router.ts';
import { langOf, t } from '../words/index.ts';
import { tableCell, tableHead } from '../components/table.ts';

const POLL_MS = 5000;
const DAY_MS = 86_400_000;
/** So many points apart the two don't mean the same. */
const FAR = 25;

/** One spot check: how far it is, what is to be done now, its letters and its result; a letter where the address names one. */
export class SpotCheckPage extends ConsoleElement {
  static override properties = { check: {}, failed: { state: true }, closing: { state: true } };
  declare check: string;
  declare failed: ApiError | null;
  declare closing: boolean;
  readonly #check = new Loader<SpotCheck>(this);
  readonly #items = new Loader<SpotCheckItems>(this);
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor() {
    super();
    this.check = '';
    this.failed = null;
    this.closing = false;
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.watch(route);
    this.until(() => clearTimeout(this.#timer));
    this.addEventListener('check-drawn', this.#onDrawn);
    this.addEventListener('letter-scored', this.#onScored);
    this.until(() => this.removeEventListener('check-drawn', this.#onDrawn));
    this.until(() => this.removeEventListener('letter-scored', this.#onScored));
    void this.#load();
  }

  #load = async (): Promise<void> => {
    clearTimeout(this.#timer);
    await this.#check.run(() => getSpotCheck(this.check));
    const { value } = this.#check;
    if (value?.drawnAt) await this.#items.run(() => getItems(this.check));
    if (!this.isConnected) return;
    // Its list is made without us, and the value becomes known: the page follows.
    if (value?.state === 'gathering') this.#timer = setTimeout(() => void this.#load(), POLL_MS);
    const ahead = value?.state === 'frozen' ? Date.parse(value.drawAt) - Date.now() : 0;
    if (ahead > 0 && ahead < DAY_MS) this.#timer = setTimeout(() => this.requestUpdate(), ahead + 1000);
  };

  #onDrawn = (event: Event): void => {
    this.#check.put((event as CustomEvent<SpotCheck>).detail);
    void this.#items.run(() => getItems(this.check));
  };

  /** At once, so that whoever is quicker than the line isn't led back to a letter they have judged. */
  #onScored = (event: Event): void => {
    const scored = (event as CustomEvent<Pick<SpotCheckItem, 'ordinal' | 'mine'>>).detail;
    const sample = this.#items.value;
    if (sample)
      this.#items.put({
        ...sample,
        items: sample.items.map((item) => (item.ordinal === scored.ordinal ? { ...item, ...scored } : item)),
      });
    void this.#load();
  };

  override render() {
    const words = t().spotChecks;
    const { value, error } = this.#check;
    const ordinal = Number(route.value.query.get('letter'));
    if (error && !value)
      return loadFailure(
        error.status === 404 ? words.missing : words.failed,
        error,
        () => void this.#load(),
        true,
      );
    if (!value) return loadingLines(6);
    const items = this.#items.value?.items ?? [];
    if (Number.isInteger(ordinal) && ordinal > 0 && items.length > 0)
      return keyed(
        ordinal,
        html`<hx-check-letter .check=${value} .items=${items} .ordinal=${ordinal}></hx-check-letter>`,
      );
    return html`<p class="back"><a href=${to('spot-checks')}>${words.back}</a></p>
      <header class="page-head">
        <h1>${checkName(value)}</h1>
        <p class="quiet meta">
          <span>${words.states[value.state]}</span><span>${words.under(value.jurisdiction)}</span>
          <span class="number">${words.period(dayFull(value.from), dayFull(value.to))}</span>
        </p>
      </header>
      ${this.#now(value)} ${value.result ? this.#result(value) : nothing}
      ${value.drawnAt ? this.#sample(value, items) : nothing} ${checkProof(value, populationLink(value.id))}`;
  }

  /** What the check waits for. */
  #now(check: SpotCheck): TemplateResult | typeof nothing {
    const words = t().spotChecks;
    const note = ({ title, lead }: { title: string; lead: string }) =>
      html`<section class="check-now">
        <h2>${title}</h2>
        <p class="lead">${lead}</p>
        <p><a class="button" href=${to(['spot-checks', 'new'])}>${words.open}</a></p>
      </section>`;
    switch (check.state) {
      case 'gathering':
        return html`<section class="check-now">
          <h2>${words.gathering.title}</h2>
          <p role="status">${words.gathering.lead(check.done, check.of)}</p>
          <progress max=${check.of} value=${check.done} aria-label=${words.gathering.title}></progress>
        </section>`;
      case 'frozen':
        return check.drawAt > nowAt(check.drawAt)
          ? html`<section class="check-now">
              <h2>${words.draw.title}</h2>
              <p class="lead">${words.draw.wait(momentWords(check.drawAt))}</p>
            </section>`
          : html`<hx-check-draw .check=${check}></hx-check-draw>`;
      case 'lapsed':
        return note(words.lapsed);
      case 'empty':
        return note(words.emptyList);
      case 'scoring':
        return this.#reviewers(check);
      default:
        return nothing;
    }
  }

  #reviewers(check: SpotCheck): TemplateResult {
    const words = t().spotChecks.reviewers;
    const mine = check.mine === null ? null : check.reviewers[check.mine]!;
    const next = this.#items.value?.items.find((item) => item.mine === null)?.ordinal ?? 1;
    const begin = mine?.done === 0 ? words.start : mine?.done === check.drawn ? words.mend : words.goOn;
    return html`<section class="check-now">
      <h2>${words.title}</h2>
      <ul class="reviewers">
        ${check.reviewers.map(
          ({ name, done }, at) =>
            html`<li>
              <span class="who" lang=${langOf(name ?? '')}>${name}</span>
              ${at === check.mine ? html`<span class="flag">${words.me}</span>` : nothing}
              <progress max=${check.drawn} value=${done} aria-label=${name ?? ''}></progress>
              <span class="number quiet">${words.done(done, check.drawn)}</span>
            </li>`,
        )}
      </ul>
      ${
        mine
          ? html`<p>
              <a class="button primary" href=${to(['spot-checks', check.id], { letter: String(next) })}
                >${begin}</a
              >
            </p>`
          : nothing
      }
      <p class="hint">${words.both}</p>
    </section>`;
  }

  #result(check: SpotCheck): TemplateResult {
    const words = t().spotChecks.result;
    return html`<section class="scores" aria-labelledby="result-title">
      <h2 id="result-title">${words.title}</h2>
      ${check.closedAt ? html`<p class="quiet">${words.closed(momentWords(check.closedAt))}</p>` : this.#close()}
      ${resultTable(check.result!)}
      <p class="hint">${words.few}</p>
      ${agreementTable(check.result!)}
      ${this.failed ? html`<p class="problems" role="alert">${failureWords(this.failed)}</p>` : nothing}
      <div class="buttons">
        <button type="button" class="button" @click=${() => void this.#download()}>${words.csv}</button>
      </div>
    </section>`;
  }

  #close(): TemplateResult {
    const words = t().spotChecks.result;
    return html`<div class="close-check">
      <p class="lead">${words.closeLead}</p>
      <button
        type="button"
        class="button primary"
        aria-disabled=${this.closing ? 'true' : 'false'}
        @click=${() => void this.#end()}
      >
        ${this.closing ? t().common.sending : words.close}
      </button>
    </div>`;
  }

  async #end(): Promise<void> {
    if (this.closing) return;
    this.closing = true;
    this.failed = null;
    try {
      this.#check.put(await closeCheckOf(this.check));
      await this.updateComplete;
      this.closest('main')?.focus();
    } catch (error) {
      this.failed = asApiError(error);
    }
    this.closing = false;
  }

  async #download(): Promise<void> {
    this.failed = null;
    try {
      saveAs(await getScoresFile(this.check), `${checkName(this.#check.value!)}.csv`);
    } catch (error) {
      this.failed = asApiError(error);
    }
  }

  #sample(check: SpotCheck, items: readonly SpotCheckItem[]): TemplateResult {
    const words = t().spotChecks.sample;
    const { columns } = words;
    const { error } = this.#items;
    if (error) return loadFailure(words.failed, error, () => void this.#load());
    const open = check.result !== null;
    const heads = open
      ? [columns.letter, columns.tenant, columns.one, columns.other, columns.gap]
      : [columns.letter, columns.tenant, ...(check.mine === null ? [] : [columns.mine])];
    return html`<section aria-labelledby="sample-title">
      <h2 id="sample-title">${words.title}</h2>
      <table class="figures records" role="table">
        <caption class="unseen">
          ${words.title}
        </caption>
        ${tableHead(heads)}
        <tbody role="rowgroup">
          ${items.map((item) => this.#row(check, item, open))}
        </tbody>
      </table>
    </section>`;
  }

  #row(check: SpotCheck, item: SpotCheckItem, open: boolean): TemplateResult {
    const { columns } = t().spotChecks.sample;
    const [one, other] = item.scores ?? [null, null];
    return html`<tr role="row" tabindex="-1">
      <th role="rowheader" scope="row">
        <span class="quiet number ordinal">${item.ordinal}</span>
        <a class="number" href=${to(['spot-checks', check.id], { letter: String(item.ordinal) })}
          >${item.number}</a
        >
      </th>
      ${tableCell(columns.tenant, html`<span lang=${langOf(item.tenantName)}>${item.tenantName}</span>`)}
      ${
        open
          ? html`${tableCell(columns.one, shown(one))} ${tableCell(columns.other, shown(other))}
            ${tableCell(columns.gap, gap(one, other))}`
          : check.mine === null
            ? nothing
            : tableCell(columns.mine, shown(item.mine))
      }
    </tr>`;
  }
}

function shown(score: GivenScore | null): TemplateResult | string {
  const words = t().spotChecks.sample;
  if (!score) return html`<span class="quiet">${words.unjudged}</span>`;
  return 'unfit' in score
    ? words.unfit
    : html`<span class="number">${words.points(points(score.score))}</span>`;
}

/** How far two scores lie apart; one who can't judge what the other could is far apart too. */
function gap(one: GivenScore | null, other: GivenScore | null): TemplateResult | string {
  const words = t().spotChecks.sample;
  if (!one || !other || ('unfit' in one && 'unfit' in other)) return t().common.none;
  if ('unfit' in one || 'unfit' in other) return html`<span class="flag">${words.differ}</span>`;
  const apart = Math.abs(one.score - other.score);
  return html`<span class="number">${points(apart)}</span>
    ${apart >= FAR ? html`<span class="flag">${words.differ}</span>` : nothing}`;
}

customElements.define('hx-spot-check-page', SpotCheckPage);
