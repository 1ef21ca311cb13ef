/** Which league tables are public. */
import { html } from 'hono/html';
import { layout } from './layout.ts';
import { address, choices, named, type Html, type View } from './view.ts';
import { rankingWords } from './words.ranking.ts';

/** The jurisdiction may be empty, and is named nevertheless: without it the address asks for this list. */
export const tableAddress = (path: string, jurisdiction: string, query: Record<string, string>): string =>
  `${path}?${new URLSearchParams({ jurisdiction, ...query }).toString()}`;

export function rankingsPage(view: View, tables: readonly { jurisdiction: string; name: string }[]): Html {
  const words = rankingWords[view.lang];
  const items = tables.map(
    ({ jurisdiction, name }) =>
      html`<li>
        <a class="plain" href="${tableAddress('/ranking', jurisdiction, choices(view))}"
          >${named(view, name)}</a
        >
      </li>`,
  );
  const main = html`<div class="stack">
    <h1>${words.title}</h1>
    ${
      items.length === 0
        ? html`<p>${words.noTables}</p>`
        : html`<p class="lead">${words.choose}</p>
            <ul class="links">
              ${items}
            </ul>`
    }
    <p><a class="button" href="${address('/s', choices(view))}">${words.letterboxes}</a></p>
  </div>`;
  return layout(view, { title: words.title, main });
}
