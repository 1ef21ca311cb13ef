/** The letter on paper (办理单), for a leader's note. It opens by itself: it is a page to print. */
import { type TemplateResult, html, nothing } from 'lit';
import type { StaffLetter } from '../../contract/staff.ts';
import { lang, t } from '../words/index.ts';

export function sheetLinks({ number, hasContact, may }: StaffLetter): TemplateResult {
  const words = t().sheet;
  const path = `/v1/staff/letters/${encodeURIComponent(number)}/sheet?lang=${lang.value}`;
  const link = (href: string, label: string) =>
    html`<a href=${href} target="_blank" rel="noopener"
      >${label}<span class="unseen">${words.newWindow}</span></a
    >`;
  return html`<section class="rail-part" aria-labelledby="sheet-title">
    <h2 id="sheet-title">${words.title}</h2>
    <p>${link(path, words.open)}</p>
    <p class="quiet">${words.hint}</p>
    ${
      hasContact && may.includes('contact')
        ? html`<p>${link(`${path}&writer=yes`, words.withName)}</p>
            <p class="quiet">${words.withNameHint}</p>`
        : nothing
    }
  </section>`;
}
