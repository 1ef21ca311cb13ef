/** The league table for anyone: what it says in two sentences, then the bodies, then how far the numbers can be trusted. */
import { html } from 'hono/html';
import type { Ranking } from '../../contract/ranking.ts';
import { layout } from './layout.ts';
import { grouped } from './numbers.ts';
import { belowTable, rankedTables } from './ranking-tables.ts';
import { tableAddress } from './rankings.page.ts';
import { choices, named, type Html, type View } from './view.ts';
import { rankingWords, type RankingWords } from './words.ranking.ts';
import { RANKED_BY } from '../../contract/vocabulary.ts';

export type RankingPeriod = keyof RankingWords['periods'];

interface RankingPage {
  ranking: Ranking;
  /** Null where the address names months of its own. */
  period: RankingPeriod | null;
}

export function rankingPage(view: View, { ranking, period }: RankingPage): Html {
  const words = rankingWords[view.lang];
  const { jurisdictionName: name, asOf } = ranking;
  const main = html`<div class="stack">
    <h1>${name ? html`${named(view, name)}${view.lang === 'en' ? ': ' : '：'}` : ''}${words.title}</h1>
    ${summary(view, ranking)}
    <p class="meta">
      ${words.range(ranking.from, ranking.to)} ·
      ${asOf ? words.asOf(asOf.slice(0, 16).replace('T', ' ')) : words.notYet}
    </p>
    ${tabs(view, ranking, period)} ${rankedTables(view, ranking)} ${belowTable(view, ranking)}
    ${reasons(view, ranking)} ${meanings(view, ranking)}
    <p class="no-print">
      <a href="${dataAddress(ranking, view)}">${words.data}</a>
    </p>
  </div>`;
  return layout(view, { title: [name, words.title].filter(Boolean).join(' · '), main });
}

function summary(view: View, { total, bands, below }: Ranking): Html {
  const words = rankingWords[view.lang];
  const bodies = bands.reduce((sum, { items }) => sum + items.length, below.length);
  return html`<div class="tight">
    <p class="lead">${words.lead(grouped(bodies), grouped(total.received))}</p>
    <p class="narrow">
      ${words.answered(grouped(total.due), grouped(total.replied), grouped(total.repliedOnTime))}
    </p>
    <p class="narrow">${words.open(grouped(total.overdue), grouped(total.unanswered))}</p>
  </div>`;
}

function tabs(view: View, { jurisdiction, by, from, to }: Ranking, period: RankingPeriod | null): Html {
  const words = rankingWords[view.lang];
  const at = (query: Record<string, string>) =>
    tableAddress('/ranking', jurisdiction, { ...query, ...choices(view) });
  const item = (href: string, text: string, chosen: boolean) =>
    html`<li><a href="${href}" ${chosen ? html` aria-current="page"` : ''}>${text}</a></li>`;
  const periods: Record<string, Record<string, string>> = {
    ...{ months: {}, year: { period: 'year' }, own: { from, to } },
  };
  const chosen = periods[period ?? 'own']!;
  const byRate = RANKED_BY.map((rate) => item(at({ by: rate, ...chosen }), words.rates[rate], rate === by));
  const names = Object.keys(words.periods) as RankingPeriod[];
  const byPeriod = names.map((one) =>
    item(at({ by, ...(one === 'year' ? { period: one } : {}) }), words.periods[one], one === period),
  );
  return html`<div class="tight no-print">
    <nav aria-label="${words.period}">
      <ul class="tabs">
        ${byPeriod}
      </ul>
    </nav>
    <nav aria-label="${words.by}">
      <ul class="tabs">
        ${byRate}
      </ul>
    </nav>
  </div>`;
}

function reasons(view: View, ranking: Ranking): Html {
  return html`<section class="tight" aria-labelledby="reasons">
    <h2 id="reasons">${rankingWords[view.lang].reasons}</h2>
    <ul class="tight">
      ${ranking.reasons.map((reason) => html`<li class="narrow">${reason}</li>`)}
    </ul>
  </section>`;
}

/** Those that the page shows. */
const explained = new Set([
  ...['band', 'rank', 'between', 'trend', 'below', 'replyRate', 'onTimeRate', 'satisfaction', 'solvedRate'],
  ...['received', 'due', 'replied', 'repliedOnTime', 'overdue', 'unanswered', 'medianDays'],
]);

function meanings(view: View, { definitions }: Ranking): Html {
  const shown = definitions.filter(({ figure }) => explained.has(figure));
  return html`<details>
    <summary>${rankingWords[view.lang].meanings}</summary>
    <dl class="facts">
      ${shown.map(
        ({ name, meaning }) =>
          html`<div>
            <dt>${name}</dt>
            <dd>${meaning}</dd>
          </div>`,
      )}
    </dl>
  </details>`;
}

const dataAddress = ({ jurisdiction, from, to, by }: Ranking, { lang }: View): string =>
  tableAddress('/v1/ranking', jurisdiction, { from, to, by, lang });
