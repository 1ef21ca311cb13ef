import { type TemplateResult, html, nothing } from 'lit';
import type { Inspection } from '../../contract/inspection.ts';
import { loadFailure, loadingLines } from '../components/problems.ts';
import { prose } from '../components/prose.ts';
import { Download, thisYear, yearTools } from '../components/year-tools.ts';
import '../components/tick-form.ts';
import { getInspection, getInspectionFile } from '../lib/check-calls.ts';
import { momentWords } from '../lib/dates.ts';
import { ConsoleElement } from '../lib/element.ts';
import { Loader } from '../lib/loader.ts';
import { to } from '../lib/router.ts';
import { role, roleChoice } from '../lib/session.ts';
import { langOf, t } from '../words/index.ts';

type Item = Inspection['items'][number];
type Result = Item['result'] | NonNullable<Item['tick']>['answer'];

/** Figures hold where they say something; else what a person ticked. */
const resultOf = ({ result, tick }: Item): Result => (result === 'open' && tick ? tick.answer : result);

/** The self-check before an inspection: a coordinator ticks their own, the centre reads any below it. */
export class InspectionPage extends ConsoleElement {
  static override properties = { tenant: {}, year: { state: true }, saved: { state: true } };
  /** Empty: the member's own. */
  declare tenant: string;
  declare year: number;
  /** The item that was saved last. */
  declare saved: string;
  readonly #check = new Loader<Inspection>(this);
  readonly #download = new Download(this);

  constructor() {
    super();
    this.tenant = '';
    this.year = thisYear();
    this.saved = '';
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.until(roleChoice.subscribe(() => void this.#load()));
  }

  override willUpdate(changed: Map<string, unknown>): void {
    if (changed.has('tenant') || changed.has('year')) void this.#load();
  }

  get #of(): string {
    return this.tenant || (role()?.tenant ?? '');
  }

  #load = (): Promise<void> => {
    this.saved = '';
    this.#check.clear();
    return this.#check.run(() => getInspection(this.#of, this.year));
  };

  override render() {
    const words = t().life.inspection;
    const { value, error } = this.#check;
    const missing = error?.status === 404;
    return html`${this.tenant ? html`<p class="back"><a href=${to('inspection')}>${words.back}</a></p>` : nothing}
      <header class="page-head">
        <h1>
          ${words.title}${this.tenant && value ? html`<span class="quiet" lang=${langOf(value.name)}> · ${value.name}</span>` : nothing}
        </h1>
        <p class="lead">${words.lead}</p>
      </header>
      ${yearTools(
        this.year,
        (year) => (this.year = year),
        value
          ? () =>
              void this.#download.run(
                () => getInspectionFile(this.#of, this.year),
                t().life.annual.checkFileName(this.year),
              )
          : undefined,
        this.#download.said,
      )}
      ${error ? loadFailure(missing ? words.missing : words.failed, error, () => void this.#load()) : value ? this.#items(value) : loadingLines(8)}`;
  }

  #items(check: Inspection): TemplateResult {
    const words = t().life.inspection;
    const results = check.items.map(resultOf);
    const count = (result: Result) => results.filter((one) => one === result).length;
    const part = (title: string, items: Item[]) =>
      html`<section class="check-part">
        <h2>${title}</h2>
        <ol class="check-items">
          ${items.map((item) => this.#item(item))}
        </ol>
      </section>`;
    return html`<p class="sentence">${words.sum(count('met'), count('unmet'), count('open'))}</p>
      <p class="print-only" lang=${langOf(check.name)}>${check.name}，${words.yearOf(String(check.year))}</p>
      ${part(
        words.veto,
        check.items.filter(({ veto }) => veto),
      )}
      ${part(
        words.points,
        check.items.filter(({ veto }) => !veto),
      )}
      <p class="quiet">${words.asOf(momentWords(check.asOf))} ${words.source}</p>`;
  }

  #item(item: Item): TemplateResult {
    const words = t().life.inspection;
    const result = resultOf(item);
    const mayTick = item.result === 'open' && !this.tenant;
    return html`<li class="check-item">
      <div class="check-head">
        <h3>${item.title}</h3>
        <span class="check-result result-${result}">${words.results[result]}</span>
      </div>
      ${item.evidence.map((line) => html`<p>${line}</p>`)}
      ${item.verified ? nothing : html`<p class="quiet">${words.unverified}</p>`} ${tickOf(item)}
      ${
        mayTick
          ? html`<hx-tick-form
              .item=${item}
              tenant=${this.#of}
              year=${this.year}
              @hx-ticked=${(event: CustomEvent<Inspection>) => this.#ticked(item.item, event.detail)}
            ></hx-tick-form>`
          : nothing
      }
      <p class="quiet" role="status">${this.saved === item.item ? words.saved : ''}</p>
    </li>`;
  }

  #ticked(item: string, check: Inspection): void {
    this.#check.put(check);
    this.saved = item;
  }
}

function tickOf({ tick, result }: Item): TemplateResult | typeof nothing {
  const words = t().life.inspection;
  if (!tick) return nothing;
  const name = tick.byName ?? words.somebody;
  return html`<div class="check-tick">
    ${tick.remark ? prose(tick.remark) : nothing}
    <p class="quiet">
      ${result === 'open' ? nothing : html`${words.results[tick.answer]} · `}${words.byPerson(name, momentWords(tick.at))}
    </p>
  </div>`;
}

customElements.define('hx-inspection-page', InspectionPage);
