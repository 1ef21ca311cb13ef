/** What stands beside a spot check wherever it is shown: its list, how its sample was drawn, its result. */
import { type TemplateResult, html, nothing } from 'lit';
import type {
  Agreement,
  GivenScore,
  MarkCounts,
  SpotCheckPage,
  SpotCheckResult,
  SpotCheckSummary,
  SpotCheckTally,
} from '../../contract/spot-checks.ts';
import { dayFull, momentWords } from '../lib/dates.ts';
import { to } from '../lib/router.ts';
import { lang, langOf, t } from '../words/index.ts';
import { percent, whole } from './rates.ts';
import { REPLY_PARTS } from '../../contract/vocabulary.ts';
import { tableCell, tableHead } from './table.ts';

export const checkName = ({ year, serial }: SpotCheckSummary): string => t().spotChecks.name(year, serial);

/** 87.5 */
export const points = (score: number | null): string =>
  score === null
    ? t().common.none
    : new Intl.NumberFormat(lang.value, { maximumFractionDigits: 1 }).format(score);

export function checkTable({ items }: SpotCheckPage): TemplateResult {
  const words = t().spotChecks;
  return html`<table class="figures records" role="table">
    <caption>
      ${words.caption}
    </caption>
    ${tableHead(Object.values(words.columns))}
    <tbody role="rowgroup">
      ${items.map(checkRow)}
    </tbody>
  </table>`;
}

function checkRow(one: SpotCheckSummary): TemplateResult {
  const words = t().spotChecks;
  const { columns } = words;
  const state =
    one.state === 'gathering' ? `${words.states.gathering} ${one.done} / ${one.of}` : words.states[one.state];
  const drawn = one.drawnAt === null ? t().common.none : words.of(one.drawn, one.population ?? 0);
  return html`<tr role="row" tabindex="-1">
    <th role="rowheader" scope="row">
      <a href=${to(['spot-checks', one.id])}>${checkName(one)}</a>
      <p class="quiet meta"><span>${words.under(one.jurisdiction)}</span></p>
    </th>
    ${tableCell(columns.period, html`<span class="number">${words.period(dayFull(one.from), dayFull(one.to))}</span>`)}
    ${tableCell(columns.state, state)} ${tableCell(columns.drawn, html`<span class="number">${drawn}</span>`)}
  </tr>`;
}

/** @param list where the list is to be had */
export function checkProof(check: SpotCheckSummary, list: string): TemplateResult {
  const words = t().spotChecks.proof;
  const fact = (name: string, content: unknown) =>
    content === null
      ? nothing
      : html`<div>
          <dt>${name}</dt>
          <dd>${content}</dd>
        </div>`;
  const time = (at: string | null) => at && html`<span class="number">${momentWords(at)}</span>`;
  const population =
    check.population === null
      ? null
      : html`${words.letters(check.population)}
        ${check.population > 0 ? html`<a class="inline-link" href=${list} target="_blank" rel="noopener">${words.list}</a>` : nothing}`;
  const code = (text: string | null) => text && html`<code class="url">${text}</code>`;
  return html`<section class="check-proof" aria-labelledby="proof-title">
    <h2 id="proof-title">${words.title}</h2>
    <dl class="check-facts">
      ${fact(words.source, html`<span lang=${langOf(check.source)}>${check.source}</span>`)}
      ${fact(words.known, time(check.drawAt))} ${fact(words.frozen, time(check.frozenAt))}
      ${fact(words.population, population)} ${fact(words.hash, code(check.populationHash))}
      ${fact(words.value, check.value)} ${fact(words.seed, code(check.seed))}
      ${fact(words.drawn, time(check.drawnAt))}
    </dl>
    <p class="hint">${words.recipe}</p>
  </section>`;
}

const marksOf = ({ yes, partly, no }: MarkCounts): string => {
  const all = yes + partly + no;
  return all === 0 ? t().common.none : `${whole(yes)} / ${whole(all)}`;
};

function tallyCells(tally: SpotCheckTally): TemplateResult[] {
  const words = t().spotChecks;
  const { letters, unfit, score } = words.result.columns;
  return [
    tableCell(letters, whole(tally.letters)),
    tableCell(unfit, whole(tally.unfit)),
    tableCell(score, html`<strong>${points(tally.score)}</strong>`),
    ...REPLY_PARTS.map((part) => tableCell(words.parts[part], marksOf(tally.parts[part]))),
  ];
}

export function resultTable({ total, tenants }: SpotCheckResult): TemplateResult {
  const words = t().spotChecks;
  const { columns } = words.result;
  const heads = [
    ...[columns.tenant, columns.letters, columns.unfit, columns.score],
    ...REPLY_PARTS.map((part) => words.parts[part]),
  ];
  return html`<table class="figures" role="table">
    <caption>
      ${words.result.caption}
    </caption>
    ${tableHead(heads)}
    <tbody role="rowgroup">
      ${tenants.map(
        (one) =>
          html`<tr role="row">
            <th role="rowheader" scope="row"><span lang=${langOf(one.name)}>${one.name}</span></th>
            ${tallyCells(one)}
          </tr>`,
      )}
      ${
        tenants.length > 1
          ? html`<tr role="row" class="total">
              <th role="rowheader" scope="row">${words.result.total}</th>
              ${tallyCells(total)}
            </tr>`
          : nothing
      }
    </tbody>
  </table>`;
}

/** Below this two judges don't mean the same by their marks. */
const WEAK = 0.4;

export function agreementTable({ agreement }: SpotCheckResult): TemplateResult {
  const words = t().spotChecks;
  const { all, parts } = agreement;
  const kappa = (value: number | null) => (value === null ? t().common.none : value.toFixed(2));
  const { agreementColumns: columns } = words.result;
  const row = (name: string, one: Agreement, kind = '') =>
    html`<tr role="row" class=${kind}>
      <th role="rowheader" scope="row">${name}</th>
      ${tableCell(columns.agreed, `${whole(one.agreed)} / ${whole(one.compared)}`)}
      ${tableCell(columns.rate, one.rate === null ? t().common.none : percent(one.rate))}
      ${tableCell(columns.kappa, kappa(one.kappa))}
    </tr>`;
  return html`<h3>${words.result.agreement}</h3>
    ${all.kappa !== null && all.kappa < WEAK ? html`<p class="notice-line">${words.result.weak}</p>` : nothing}
    <table class="figures agreement" role="table">
      <caption>
        ${words.result.agreementCaption}
      </caption>
      ${tableHead(Object.values(columns))}
      <tbody role="rowgroup">
        ${REPLY_PARTS.map((part) => row(words.parts[part], parts[part]))}
        ${row(words.result.all, all, 'total')}
      </tbody>
    </table>
    <p class="hint">${words.result.kappaHint}</p>`;
}

/** What a reviewer said of a letter, part by part. */
export function scoreText(who: string, score: GivenScore): TemplateResult {
  const words = t().spotChecks;
  if ('unfit' in score)
    return html`<section class="one-score">
      <h3>${words.score.said(who)}</h3>
      <p>${words.sample.unfit} <span lang=${langOf(score.unfit)}>${score.unfit}</span></p>
    </section>`;
  return html`<section class="one-score">
    <h3>${words.score.said(who)} <span class="number">${words.sample.points(points(score.score))}</span></h3>
    <dl class="check-facts">
      ${REPLY_PARTS.map((part) => {
        const { mark, remark } = score.parts[part];
        return html`<div>
          <dt>${words.parts[part]}</dt>
          <dd>
            ${words.marks[mark]}
            ${remark ? html`<span class="quiet" lang=${langOf(remark)}>${remark}</span>` : nothing}
          </dd>
        </div>`;
      })}
    </dl>
  </section>`;
}
