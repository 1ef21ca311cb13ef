import { type TemplateResult, html, nothing } from 'lit';
import type { Annual, AnnualTable } from '../../contract/inspection.ts';
import { annualWords } from '../../core/annual.words.ts';
import { loadFailure, loadingLines } from '../components/problems.ts';
import { daysNumber, whole } from '../components/rates.ts';
import { Download, thisYear, yearTools } from '../components/year-tools.ts';
import { getAnnual, getAnnualFile, getAnnuals } from '../lib/check-calls.ts';
import { momentWords } from '../lib/dates.ts';
import { ConsoleElement } from '../lib/element.ts';
import { Loader } from '../lib/loader.ts';
import { role, roleChoice } from '../lib/session.ts';
import { lang, langOf, t } from '../words/index.ts';

const LINES = ['received', 'closed', 'meanDays', 'published'] as const;
const figureOf = (
  figures: Omit<AnnualTable['items'][number], 'tenant' | 'name' | 'jurisdiction'>,
  line: (typeof LINES)[number],
): string => (line === 'meanDays' ? daysNumber(figures.meanDays) : whole(figures[line]));

/** The annual form: of the coordinator's own tenant, or of all below the centre. */
export class AnnualPage extends ConsoleElement {
  static override properties = { year: { state: true } };
  declare year: number;
  readonly #own = new Loader<Annual>(this);
  readonly #all = new Loader<AnnualTable>(this);
  readonly #download = new Download(this);

  constructor() {
    super();
    this.year = thisYear();
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.until(roleChoice.subscribe(() => void this.#load()));
  }

  override willUpdate(changed: Map<string, unknown>): void {
    if (changed.has('year')) void this.#load();
  }

  /** Empty for the centre. */
  get #tenant(): string {
    return role()?.tenant ?? '';
  }

  #load = (): Promise<void> =>
    this.#tenant
      ? this.#own.run(() => getAnnual(this.#tenant, this.year))
      : this.#all.run(() => getAnnuals(this.year));

  override render() {
    const words = t().life.annual;
    const { error } = this.#tenant ? this.#own : this.#all;
    const value = this.#tenant ? this.#own.value : this.#all.value;
    const download = () =>
      void this.#download.run(() => getAnnualFile(this.#tenant, this.year), words.fileName(this.year));
    return html`<header class="page-head">
        <h1>${words.title}</h1>
        <p class="lead">${words.lead}</p>
      </header>
      ${yearTools(this.year, (year) => (this.year = year), value ? download : undefined, this.#download.said)}
      ${
        error
          ? loadFailure(words.failed, error, () => void this.#load())
          : value
            ? 'items' in value
              ? tableOf(value)
              : formOf(value)
            : loadingLines(5)
      }`;
  }
}

function asOfLine(asOf: string | null): TemplateResult {
  const words = t().life.annual;
  return html`<p class="quiet as-of">${asOf ? words.asOf(momentWords(asOf)) : words.notCounted}</p>
    <p class="quiet">${words.rest}</p>`;
}

function formOf(form: Annual): TemplateResult {
  const words = annualWords(lang.value);
  return html`<p class="sentence" lang=${langOf(form.name)}>${form.name}</p>
    <table class="figures annual-form" role="table">
      <caption>
        ${words.title(form.year)}
      </caption>
      <thead role="rowgroup">
        <tr role="row">
          ${[words.line, words.figure, words.definition].map((head) => html`<th role="columnheader" scope="col">${head}</th>`)}
        </tr>
      </thead>
      <tbody role="rowgroup">
        ${LINES.map((line) => {
          const [name, unit, definition] = words.lines[line];
          return html`<tr role="row">
            <th role="rowheader" scope="row">
              ${name}${unit ? html`<span class="quiet"> ${t().life.annual.unit(unit)}</span>` : nothing}
            </th>
            <td role="cell" class="annual-figure">${figureOf(form, line)}</td>
            <td role="cell" class="definition">${definition}</td>
          </tr>`;
        })}
      </tbody>
    </table>
    ${asOfLine(form.asOf)}`;
}

function tableOf({ items, asOf, year }: AnnualTable): TemplateResult {
  const words = t().life.annual;
  const form = annualWords(lang.value);
  if (items.length === 0) return html`<p class="state">${words.empty}</p>`;
  return html`<table class="figures" role="table">
      <caption>
        ${words.caption}（${words.yearOf(String(year))}）
      </caption>
      <thead role="rowgroup">
        <tr role="row">
          <th role="columnheader" scope="col">${words.tenant}</th>
          ${LINES.map((line) => html`<th role="columnheader" scope="col">${form.lines[line][0]}</th>`)}
        </tr>
      </thead>
      <tbody role="rowgroup">
        ${items.map(
          (item) =>
            html`<tr role="row">
              <th role="rowheader" scope="row" lang=${langOf(item.name)}>${item.name}</th>
              ${LINES.map(
                (line) =>
                  html`<td role="cell">
                    <span class="cell-head" aria-hidden="true">${form.lines[line][0]}</span
                    ><span>${figureOf(item, line)}</span>
                  </td>`,
              )}
            </tr>`,
        )}
      </tbody>
    </table>
    <h2>${words.definitions}</h2>
    <dl class="definitions">
      ${LINES.map((line) => {
        const [name, unit, definition] = form.lines[line];
        return html`<div>
          <dt>${name}${unit ? ` ${words.unit(unit)}` : ''}</dt>
          <dd>${definition}</dd>
        </div>`;
      })}
    </dl>
    ${asOfLine(asOf)}`;
}

customElements.define('hx-annual-page', AnnualPage);
