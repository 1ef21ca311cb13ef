import { html, nothing, type TemplateResult } from 'lit';
import type { Failure } from '../api/client.ts';
import type { ViewHost } from '../base/view.ts';
import { commonWords } from '../locales/common.ts';

/** Shown while the service gives no answer: the page's own link inside the element, the hosted page, the phone. */
export function unreachable(
  host: ViewHost,
  failure: Failure | null,
  phone: string | null | undefined,
  retry: () => void,
): TemplateResult | typeof nothing {
  if (!failure) return nothing;
  const words = commonWords[host.language];
  const unknown = failure.status === 404;
  return html`<div class="note wrong" role="status">
    <p>${unknown ? words.unknownTenant : words.unreachable} ${phone ? words.call(phone) : nothing}</p>
    <p class="row">
      <slot><a href=${host.api.pageOf(host.tenant)}>${words.page}</a></slot>
      <button type="button" class="plain" @click=${retry}>${words.retry}</button>
    </p>
  </div>`;
}
