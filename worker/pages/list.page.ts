/** The tenant's front page: what it promises, how to write, and what it answered. */
import { html } from 'hono/html';
import type { FeedPage } from '../../contract/letters.ts';
import type { Figures } from '../../contract/stats.ts';
import type { Profile } from '../../contract/tenants.ts';
import { KINDS } from '../../contract/vocabulary.ts';
import { kindWords } from '../../contract/words.ts';
import { nothingWrong, selectField, textField } from './form.ts';
import { layout } from './layout.ts';
import { letterItem } from './letter-item.ts';
import { grouped, isSmall, percent } from './numbers.ts';
import { choiceFields, link, type Html, type View } from './view.ts';
import { commonWords } from './words.common.ts';
import { letterWords } from './words.letter.ts';

export interface Filter {
  q: string;
  kind: string;
  department: string;
  /** Not the first page. */
  further: boolean;
}

export interface ListPage {
  profile: Profile;
  page: FeedPage;
  filter: Filter;
}

export function listPage(view: View, { profile, page, filter }: ListPage): Html {
  const words = letterWords[view.lang];
  const searching = Boolean(filter.q || filter.kind || filter.department);
  const api = `/v1/tenants/${profile.tenant}`;
  const main = html`<div class="stack">
    ${filter.further || searching ? html`<h1>${words.title(profile.name)}</h1>` : welcome(view, profile)}
    <section class="stack" aria-labelledby="published">
      <h2 id="published">${searching ? words.found : words.published}</h2>
      ${page.counts.published > 0 ? search(view, profile, filter, searching) : ''}
      ${
        page.items.length > 0
          ? html`<ul class="letters">
              ${page.items.map((item) => letterItem(view, item))}
            </ul>`
          : html`<p class="narrow">${page.counts.published > 0 ? words.nothing : words.empty}</p>`
      }
      ${paging(view, page.nextCursor, filter)}
      <p class="meta">${words.counts(grouped(page.counts.published), grouped(page.counts.received))}</p>
    </section>
  </div>`;
  const feeds = [
    { href: `${api}/feed.atom`, type: 'application/atom+xml' },
    { href: `${api}/feed.json`, type: 'application/feed+json' },
  ];
  return layout(view, { title: commonWords[view.lang].nav.list, section: 'list', feeds, main });
}

function welcome(view: View, profile: Profile): Html {
  const words = letterWords[view.lang];
  const days = profile.kinds.map(({ replyDays }) => replyDays);
  return html`<div class="stack">
    <h1>${words.title(profile.name)}</h1>
    <p class="lead">${words.lead(profile.acceptDays, Math.min(...days), Math.max(...days))}</p>
    <p class="row">
      <a class="button primary" href="${link(view, '/write')}">${words.write}</a
      ><a class="button" href="${link(view, '/track')}">${words.track}</a>
    </p>
    ${profile.figures ? figuresLine(view, profile.figures) : ''}
  </div>`;
}

/** One quiet line, honest where there is little or nothing to tell. */
function figuresLine(view: View, figures: Figures): Html {
  const words = letterWords[view.lang].figures;
  const { due, replied, replyRate, onTimeRate } = figures;
  const counts = [grouped(replied), grouped(due)] as const;
  const said =
    replyRate === null || onTimeRate === null
      ? [words.none]
      : isSmall(due)
        ? [words.small(...counts)]
        : [words.rate(percent(replyRate), ...counts), words.onTime(percent(onTimeRate))];
  const more = html`<a href="${link(view, '/stats')}">${words.more}</a>`;
  return html`<ul class="meta">
    ${[...said, more].map((part) => html`<li>${part}</li>`)}
  </ul>`;
}

function search(view: View, profile: Profile, filter: Filter, searching: boolean): Html {
  const words = letterWords[view.lang].search;
  const common = commonWords[view.lang];
  const any = { value: '', label: words.any };
  const kinds = [any, ...KINDS.map((kind) => ({ value: kind, label: kindWords[view.lang][kind] }))];
  const departments = [
    any,
    ...[...profile.departments, ...(profile.formerDepartments ?? [])].map(({ id, name }) => ({
      value: id,
      label: name,
    })),
  ];
  const narrowed = Boolean(filter.kind || filter.department);
  return html`<form class="search" role="search" aria-label="${words.label}" method="get" action="/s/${profile.tenant}">
    ${choiceFields(view)}
    <div class="find">
      ${textField({ id: 'q', label: words.label, value: filter.q, type: 'search' }, nothingWrong, common)}
      <button class="button" type="submit">${words.go}</button>
    </div>
    <details${narrowed ? html` open` : ''}><summary>${words.narrow}</summary><div class="pair">
      ${selectField({ id: 'kind', label: words.kind, value: filter.kind, options: kinds }, nothingWrong, common)}
      ${selectField({ id: 'department', label: words.department, value: filter.department, options: departments }, nothingWrong, common)}
    </div></details>
    ${searching ? html`<a class="plain" href="${link(view, '')}">${words.clear}</a>` : ''}
  </form>`;
}

function paging(view: View, next: string | null, { further, q, kind, department }: Filter): Html | '' {
  const words = letterWords[view.lang];
  const filter = { q, kind, department };
  if (next === null && !further) return '';
  return html`<p class="row">
    ${next === null ? '' : html`<a class="button" rel="next" href="${link(view, '', { ...filter, cursor: next })}">${words.older}</a>`}
    ${further ? html`<a class="plain" href="${link(view, '', filter)}">${words.newest}</a>` : ''}
  </p>`;
}
