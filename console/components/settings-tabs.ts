import { type TemplateResult, html, nothing } from 'lit';
import { to } from '../lib/router.ts';
import { t } from '../words/index.ts';

export const SETTINGS = ['deliveries', 'webhooks', 'retention'] as const;
export type SettingsPage = (typeof SETTINGS)[number];

export const isSettings = (page: string): page is SettingsPage => SETTINGS.some((one) => one === page);

/** The settings share a place in the navigation, so that it stays short; this leads from one to the next. */
export function settingsHead(here: SettingsPage): TemplateResult {
  const words = t().settings;
  return html`<nav class="filters settings-tabs" aria-label=${words.tabs}>
      ${SETTINGS.map((page) => html`<a class="filter" href=${to(page)} aria-current=${page === here ? 'page' : nothing}>${words.pages[page]}</a>`)}
    </nav>
    <header class="page-head">
      <h1>${words[here].title}</h1>
      <p class="lead">${words[here].lead}</p>
    </header>`;
}
