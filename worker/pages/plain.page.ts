/** The list of tenants, and what is said when something went wrong. */
import { html } from 'hono/html';
import type { Problem } from '../../contract/errors.ts';
import { layout } from './layout.ts';
import { address, choices, link, named, type Html, type View } from './view.ts';
import { commonWords } from './words.common.ts';

export function tenantsPage(view: View, tenants: readonly { slug: string; name: string }[]): Html {
  const words = commonWords[view.lang].tenants;
  const items = tenants.map(
    ({ slug, name }) =>
      html`<li><a class="plain" href="${address(`/s/${slug}`, choices(view))}">${named(view, name)}</a></li>`,
  );
  const main = html`<div class="stack">
    <h1>${words.title}</h1>
    ${
      items.length === 0
        ? html`<p>${words.empty}</p>`
        : html`<p class="lead">${words.lead}</p>
            <ul class="links">
              ${items}
            </ul>`
    }
  </div>`;
  return layout(view, { title: words.title, main });
}

export function problemPage(
  view: View,
  { status, detail, requestId }: Problem,
  retryAfter: number | null,
): Html {
  const words = commonWords[view.lang];
  const { failure, notFound } = words;
  const missing = status === 404;
  const next = missing
    ? notFound.next
    : status === 429
      ? failure.tooMany(retryAfter ?? 60)
      : status >= 500
        ? failure.internal
        : failure.back;
  const home = view.host
    ? html`<a class="button" href="${link(view, '')}">${failure.home}</a>`
    : html`<a class="button" href="${address('/s', choices(view))}">${notFound.all}</a>`;
  const main = html`<div class="stack">
    <h1>${missing ? notFound.title : failure.title}</h1>
    <div class="tight">
      <p class="narrow">${missing ? notFound.body : detail}</p>
      <p class="narrow">${next}</p>
    </div>
    <p class="row">${home}</p>
    ${missing ? '' : html`<p class="hint">${failure.request(requestId)}</p>`}
  </div>`;
  return layout(view, { title: missing ? notFound.title : failure.title, main });
}
