import { type TemplateResult, html, nothing } from 'lit';
import type { Paged } from '../lib/paged.ts';
import { t } from '../words/index.ts';

/** At the end of a list that goes on. @param failed what to say where the next page didn't come */
export function moreButton<Item, Page extends { items: readonly Item[]; nextCursor: string | null }>(
  list: Paged<Item, Page>,
  failed: string,
  more: () => Promise<void>,
): TemplateResult | typeof nothing {
  if (list.value?.nextCursor == null) return nothing;
  return html`<p class="more">
    <button type="button" class="button" @click=${() => void more()}>${t().common.more}</button>
    ${list.moreFailed ? html`<span role="alert">${failed}</span>` : nothing}
  </p>`;
}
