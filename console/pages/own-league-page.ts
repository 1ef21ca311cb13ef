import { type TemplateResult, html } from 'lit';
import type { OwnRanking, Ranking } from '../../contract/ranking.ts';
import { chart, columns, legend } from '../components/chart-parts.ts';
import { leagueBand } from '../components/league-band.ts';
import '../components/league-comment.ts';
import { loadFailure, loadingLines } from '../components/problems.ts';
import { rateOf, whole } from '../components/rates.ts';
import { call } from '../lib/api.ts';
import { getOwnRanking } from '../lib/centre-calls.ts';
import { momentWords, todayAt } from '../lib/dates.ts';
import { ConsoleElement } from '../lib/element.ts';
import { monthsOf, placeOf } from '../lib/league.ts';
import { Loader } from '../lib/loader.ts';
import { role, roleChoice } from '../lib/session.ts';
import { lang, langOf, t } from '../words/index.ts';

interface Own {
  own: OwnRanking;
  /** The published table that is nearest. */
  table: { name: string; ranking: Ranking } | null;
}

/** A tenant's part in the league table: its months, its place where a table is public, and its word on both. */
export class OwnLeaguePage extends ConsoleElement {
  readonly #own = new Loader<Own>(this);

  override connectedCallback(): void {
    super.connectedCallback();
    this.watch(roleChoice);
    this.until(roleChoice.subscribe(() => void this.#load()));
    void this.#load();
  }

  get #tenant(): string {
    return role()?.tenant ?? '';
  }

  #load = (): Promise<void> => this.#own.run(() => read(this.#tenant));

  override render() {
    const words = t().ranking.own;
    const { value, error } = this.#own;
    return html`<header class="page-head">
        <h1>${words.title}</h1>
        <p class="lead">${words.lead}</p>
      </header>
      ${error ? loadFailure(t().ranking.failed, error, () => void this.#load()) : value ? shown(value) : loadingLines(6)}
      <hx-league-comment tenant=${this.#tenant}></hx-league-comment>`;
  }
}

async function read(tenant: string): Promise<Own> {
  const months = monthsOf('months', todayAt('+08:00'));
  const own = await getOwnRanking(tenant, months);
  const [nearest] = own.tables;
  if (!nearest) return { own, table: null };
  const { jurisdiction, name } = nearest;
  const query = new URLSearchParams({ jurisdiction, ...months, lang: lang.value });
  return { own, table: { name, ranking: await call<Ranking>(`/v1/ranking?${query}`) } };
}

function shown({ own, table }: Own): TemplateResult {
  const words = t().ranking;
  return html`${table ? place(own, table) : html`<p class="lead">${words.own.notPublished}</p>`}
    ${monthly(own)}
    <p class="quiet">
      ${words.range(own.from, own.to)} · ${own.asOf ? words.asOf(momentWords(own.asOf)) : words.counting}
    </p>`;
}

function place({ tenant }: OwnRanking, { name, ranking }: NonNullable<Own['table']>): TemplateResult {
  const words = t().ranking;
  const found = placeOf(ranking, tenant);
  const { jurisdiction, by } = ranking;
  const page = `/ranking?${new URLSearchParams({ jurisdiction, by, lang: lang.value })}`;
  return html`<section aria-labelledby="place-title">
    <h2 id="place-title" lang=${langOf(name)}>${words.own.place(name)}</h2>
    <p class="sentence">
      ${
        found
          ? words.own.ranked(
              words.bands[found.band],
              found.item.rank,
              found.items.length,
              ...found.item.between,
            )
          : words.own.unranked
      }
      <a href=${page} target="_blank" rel="noopener">${words.own.openTable}</a>
    </p>
    ${found ? leagueBand({ band: found.band, items: found.items }, by, tenant, 3) : ''}
  </section>`;
}

function monthly({ months, total }: OwnRanking): TemplateResult {
  const words = t().ranking.own;
  const { onTime, late, notDue } = t().charts.weeks;
  const lateIn = ({ due, repliedOnTime }: (typeof months)[number]) => due - repliedOnTime;
  return chart({
    id: 'months',
    level: 2,
    title: words.months,
    says: words.monthsSays(whole(total.received), whole(total.due), whole(total.repliedOnTime)),
    drawing: html`${legend('months', [
      ['good', onTime],
      ['late', late],
      ['open', notDue],
    ])}
    ${columns(
      'months-columns',
      months.map((month) => [
        ['good', month.repliedOnTime],
        ['late', lateIn(month)],
        ['open', month.received - month.due],
      ]),
      [months[0], months.at(-1)].flatMap((month) => month?.month ?? []),
    )}`,
    table: {
      columns: Object.values(words.monthColumns),
      rows: months.map((month) => [
        month.month,
        ...[month.received, month.repliedOnTime, lateIn(month), month.received - month.due].map(whole),
        html`${rateOf(month.onTimeRate, month.repliedOnTime, month.due)}`,
      ]),
    },
  });
}

customElements.define('hx-own-league-page', OwnLeaguePage);
