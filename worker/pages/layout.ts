/** What stands around every page: landmarks, the menu, and the choice of language and size. */
import { html } from 'hono/html';
import type { Lang } from '../../contract/vocabulary.ts';
import { stylePath } from './style.css.ts';
import { callable, link, named, otherwise, type Html, type View } from './view.ts';
import { commonWords, type CommonWords } from './words.common.ts';

export type Section = keyof CommonWords['nav'];

interface Page {
  title: string;
  /** The part of the menu it belongs to. */
  section?: Section;
  /** Something on it has to be changed: said first, in the window's title too. */
  wrong?: boolean;
  /** Another form of the same thing, for programs. */
  feeds?: { href: string; type: string }[];
  main: Html;
}

const paths: Record<Section, string> = {
  list: '',
  write: '/write',
  track: '/track',
  stats: '/stats',
  notices: '/notices',
};

export function layout(view: View, page: Page): Html {
  const words = commonWords[view.lang];
  const title = [page.title, view.host?.name].filter(Boolean).join(' · ');
  const feeds = (page.feeds ?? []).map(
    ({ href, type }) => html`<link rel="alternate" type="${type}" href="${href}" />`,
  );
  return html`<!doctype html>
<html lang="${view.lang}">
<head>
<meta charset="utf-8" />
<meta name="viewport" content="width=device-width, initial-scale=1" />
<meta name="format-detection" content="telephone=no" />
<title>${page.wrong ? words.errorTitle : ''}${title}</title>
<link rel="icon" href="data:," />
<link rel="stylesheet" href="${stylePath}" />
${feeds}
</head>
<body class="${view.elder ? 'elder' : 'usual'}">
<a class="skip" href="#main">${words.skip}</a>
${header(view, page.section)}
<main class="wrap" id="main" tabindex="-1">
${page.main}
</main>
${footer(view)}
</body>
</html>`; // prettier-ignore
}

function header(view: View, section: Section | undefined): Html {
  const words = commonWords[view.lang];
  const { host } = view;
  return html`<header class="top">
    <div class="wrap">
      <div class="bar">
        ${host ? html`<a class="brand" href="${link(view, '')}">${named(view, host.name)} <span>${words.letterbox}</span></a>` : html`<span class="brand">${words.tenants.title}</span>`}
        ${reading(view)}
      </div>
      ${host ? menu(view, section) : ''}
    </div>
  </header>`;
}

function menu(view: View, section: Section | undefined): Html {
  const words = commonWords[view.lang];
  const items = (Object.keys(paths) as Section[]).map(
    (name) =>
      html`<li>
        <a href="${link(view, paths[name])}" ${name === section ? html` aria-current="page"` : ''}
          >${words.nav[name]}</a
        >
      </li>`,
  );
  return html`<nav class="menu" aria-label="${words.menu}">
    <ul>
      ${items}
    </ul>
  </nav>`;
}

/** The answer to a form can't be asked for again in another form: it offers no choice, so that nothing typed is lost. */
function reading(view: View): Html | '' {
  const words = commonWords[view.lang];
  const size = otherwise(view, { elder: !view.elder });
  if (size === null) return '';
  const other: Lang = view.lang === 'en' ? 'zh-CN' : 'en';
  return html`<nav class="reading" aria-label="${words.reading}">
    <ul>
      <li><a href="${size}">${view.elder ? words.standard : words.elder}</a></li>
      <li>
        <a href="${otherwise(view, { lang: other }) ?? ''}" lang="${other}" hreflang="${other}"
          >${other === 'en' ? 'English' : '中文'}</a
        >
      </li>
    </ul>
  </nav>`;
}

function footer(view: View): Html {
  const words = commonWords[view.lang];
  const { host } = view;
  return html`<footer class="foot">
    <div class="wrap tight">
      ${host ? html`<p>${named(view, host.name)}${host.phone ? html` · ${words.phone}${callable(host.phone)}` : ''}</p>` : ''}
      <p>${words.privacy}</p>
    </div>
  </footer>`;
}
