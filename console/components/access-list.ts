import { html, nothing, type TemplateResult } from 'lit';
import type { StaffLetter } from '../../contract/staff.ts';
import { momentWords } from '../lib/dates.ts';
import { langOf, t } from '../words/index.ts';

/** Who looked at what is the writer's alone, for coordinators; others get an empty list and see none. */
export function accessList({ accesses }: StaffLetter): TemplateResult | typeof nothing {
  if (accesses.length === 0) return nothing;
  const words = t().letter;
  return html`<details>
    <summary>${words.contact.looked(accesses.length)}</summary>
    <ul class="notes">
      ${accesses.map(
        ({ at, kind, by }) =>
          html`<li>
            ${words.accesses[kind as keyof typeof words.accesses]}
            <p class="quiet meta"><span lang=${langOf(by)}>${by}</span><span>${momentWords(at)}</span></p>
          </li>`,
      )}
    </ul>
  </details>`;
}
