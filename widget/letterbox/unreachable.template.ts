import { html, nothing, type TemplateResult } from 'lit';
import type { Failure } from '../api/client.ts';
import type { ViewHost } from '../base/view.ts';
import { commonWords } from '../locales/common.ts';

/**
 * Shown while the service gives no answer: the page's own link inside the element, the hosted page, the phone. Its place
 * is there before it is needed, so that screen readers say what comes into it, and holds the focus while one tries again.
 */
export function unreachable(
  host: ViewHost,
  failure: Failure | null,
  phone: string | null | undefined,
  retry: () => void,
): TemplateResult {
  return html`<div class="line" role="status" tabindex="-1">
    ${failure ? note(host, failure, phone, retry) : nothing}
  </div>`;
}

function note(
  host: ViewHost,
  failure: Failure,
  phone: string | null | undefined,
  retry: () => void,
): TemplateResult {
  const words = commonWords[host.language];
  const again = (event: Event) => {
    (event.target as Element).closest<HTMLElement>('.line')!.focus();
    retry();
  };
  return html`<div class="note wrong">
    <p>
      ${failure.status === 404 ? words.unknownTenant : words.unreachable}
      ${phone ? words.call(phone) : nothing}
    </p>
    <p class="row">
      <slot><a class="plain" href=${host.api.pageOf(host.tenant)}>${words.page}</a></slot>
      <button type="button" class="plain" @click=${again}>${words.retry}</button>
    </p>
  </div>`;
}
