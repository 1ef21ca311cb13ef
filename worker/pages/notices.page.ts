/** What the departments publish unasked. */
import { html } from 'hono/html';
import type { Notice, NoticePage } from '../../contract/tenants.ts';
import { dayTag } from './dates.ts';
import { layout } from './layout.ts';
import { link, named, prose, spoken, type Html, type View } from './view.ts';
import { letterWords } from './words.letter.ts';

export function noticesPage(view: View, { items, nextCursor }: NoticePage, further: boolean): Html {
  const words = letterWords[view.lang];
  const older =
    nextCursor === null
      ? ''
      : html`<a class="button" rel="next" href="${link(view, '/notices', { cursor: nextCursor })}"
          >${words.notices.older}</a
        >`;
  const newest = further ? html`<a class="plain" href="${link(view, '/notices')}">${words.newest}</a>` : '';
  const main = html`<div class="stack">
    <h1>${words.notices.title}</h1>
    <p class="lead">${words.notices.lead}</p>
    ${
      items.length === 0
        ? html`<p>${words.notices.empty}</p>`
        : html`<ul class="letters">
            ${items.map((item) => noticeItem(view, item))}
          </ul>`
    }
    ${older || newest ? html`<p class="row">${older}${newest}</p>` : ''}
  </div>`;
  return layout(view, { title: words.notices.title, section: 'notices', main });
}

const noticeItem = (view: View, { id, title, body, departmentName, publishedAt }: Notice): Html =>
  html`<li class="tight" id="${id}">
    <h2${spoken(view)}>${title}</h2>
    <p class="meta">
      ${departmentName ? html`${named(view, departmentName)} · ` : ''}${dayTag(publishedAt, view.lang, view.thisYear)}
    </p>
    ${prose(view, body)}
  </li>`;
