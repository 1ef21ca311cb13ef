/** The receipt: a slip to be printed, photographed or copied out for the writer. */
import { type TemplateResult, html, nothing } from 'lit';
import { dayOf, dayWords, momentWords } from '../lib/dates.ts';
import { t } from '../words/index.ts';

export interface Slip {
  number: string;
  accessKey: string;
  receivedAt?: string;
  replyBy?: string;
  url?: string;
}

/** `beside`: what can be done next, next to printing. */
export function keySlip(slip: Slip, beside: TemplateResult | typeof nothing = nothing): TemplateResult {
  const words = t().letter.slip;
  return html`<div class="slip" role="group" aria-labelledby="slip-title" tabindex="-1">
      <h2 id="slip-title">${words.title}</h2>
      <dl>
        <dt>${words.number}</dt>
        <dd class="big">${slip.number}</dd>
        <dt>${words.key}</dt>
        <dd class="big key">${slip.accessKey}</dd>
        ${
          slip.receivedAt
            ? html`<dt>${words.received}</dt>
                <dd>${momentWords(slip.receivedAt)}</dd>`
            : nothing
        }
        ${
          slip.replyBy
            ? html`<dt>${words.replyBy}</dt>
                <dd>${dayWords(dayOf(slip.replyBy))}</dd>`
            : nothing
        }
        ${
          slip.url
            ? html`<dt>${words.where}</dt>
                <dd class="url">${slip.url}</dd>`
            : nothing
        }
      </dl>
      <p>${words.note}</p>
    </div>
    <div class="buttons">
      <button type="button" class="button" @click=${() => window.print()}>${t().common.print}</button>
      ${beside}
    </div>`;
}
