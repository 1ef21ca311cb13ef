/** Every figure with its plain definition, its sample beside it, and the way to the data itself. */
import { html } from 'hono/html';
import type { FeedPage } from '../../contract/letters.ts';
import type { Stats } from '../../contract/stats.ts';
import { layout } from './layout.ts';
import { grouped } from './numbers.ts';
import { departments, figureTables } from './stats-tables.ts';
import { address, link, type Html, type View } from './view.ts';
import { statsWords, type StatsWords } from './words.stats.ts';

export type PeriodName = keyof StatsWords['periods'];

export interface StatsPage {
  stats: Stats;
  period: PeriodName;
  counts: FeedPage['counts'];
}

export function statsPage(view: View, { stats, period, counts }: StatsPage): Html {
  const words = statsWords[view.lang];
  const main = html`<div class="stack">
    <h1>${words.title}</h1>
    <p class="lead">${words.lead}</p>
    ${tabs(view, period)}
    <p class="meta">${words.range(stats.from, stats.to)} · ${words.asOf(stats.asOf)}</p>
    ${figureTables(view, stats)} ${departments(view, stats)} ${publication(view, counts)} ${data(view, stats)}
  </div>`;
  return layout(view, { title: words.title, section: 'stats', main });
}

function tabs(view: View, period: PeriodName): Html {
  const words = statsWords[view.lang];
  const names = Object.keys(words.periods) as PeriodName[];
  const items = names.map((name) => {
    const query = name === 'days' ? {} : { period: name };
    return html`<li>
      <a href="${link(view, '/stats', query)}" ${name === period ? html` aria-current="page"` : ''}
        >${words.periods[name]}</a
      >
    </li>`;
  });
  return html`<nav aria-label="${words.period}">
    <ul class="tabs">
      ${items}
    </ul>
  </nav>`;
}

/** Numbers are gap-free, so what isn't published can be counted. */
function publication(
  view: View,
  { received, published, withoutConsent, withheld, spam }: FeedPage['counts'],
): Html {
  const words = statsWords[view.lang];
  const pending = Math.max(0, received - published - withoutConsent - withheld - spam);
  const reasons = [
    [withoutConsent, words.withoutConsent], [withheld, words.withheld], [spam, words.spam], [pending, words.pending],
  ] as const; // prettier-ignore
  const rest = received - published;
  return html`<section class="tight" aria-labelledby="publication">
    <h2 id="publication">${words.publication}</h2>
    <p class="narrow">
      ${rest === 0 ? words.publishedAll(grouped(received)) : words.published(grouped(published), grouped(received), grouped(rest))}
    </p>
    <ul>
      ${reasons.filter(([count]) => count > 0).map(([count, say]) => html`<li>${say(grouped(count))}</li>`)}
    </ul>
    <p class="hint narrow">${words.publicationHint}</p>
  </section>`;
}

function data(view: View, { tenant, from, to }: Stats): Html {
  const words = statsWords[view.lang];
  const api = `/v1/tenants/${tenant}`;
  const files = {
    stats: address(`${api}/stats`, { from, to }), badge: `${api}/badge.json`, svg: `${api}/badge.svg`, atom: `${api}/feed.atom`, json: `${api}/feed.json`,
  }; // prettier-ignore
  const items = (Object.keys(files) as (keyof typeof files)[]).map(
    (name) => html`<li><a href="${files[name]}">${words.files[name]}</a></li>`,
  );
  return html`<section class="tight no-print" aria-labelledby="data">
    <h2 id="data">${words.data}</h2>
    <p>${words.dataLead}</p>
    <ul class="links">
      ${items}
    </ul>
  </section>`;
}
