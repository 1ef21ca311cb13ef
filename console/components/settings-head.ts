import { type TemplateResult, html } from 'lit';
import { t } from '../words/index.ts';

export function settingsHead(here: 'deliveries' | 'webhooks' | 'retention'): TemplateResult {
  const words = t().settings[here];
  return html`<header class="page-head">
    <h1>${words.title}</h1>
    <p class="lead">${words.lead}</p>
  </header>`;
}
