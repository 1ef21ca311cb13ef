/** What the detectors propose for one text, each with what became of it and the way to change that. */
import { type TemplateResult, html, nothing } from 'lit';
import { type Proposal, settle } from '../lib/proposals.ts';
import { langOf, t } from '../words/index.ts';

/** @param change takes the text as it is after a proposal was taken up or undone */
export function proposalList(
  proposals: readonly Proposal[],
  released: string,
  change: (text: string) => void,
): TemplateResult {
  const words = t().files.proposals;
  if (proposals.length === 0) return html`<p class="hint">${words.none}</p>`;
  return html`<p class="hint">${words.title(proposals.length)}</p>
    <ul class="proposals">
      ${proposals.map((one) => html`<li class=${one.state}>${proposal(one, (masked) => change(settle(released, one, masked)))}</li>`)}
    </ul>`;
}

function proposal(one: Proposal, change: (masked: boolean) => void): TemplateResult {
  const words = t().files.proposals;
  const masked = one.state === 'masked';
  return html`<span class="proposal-text">
      <span class="quiet">${words.kinds[one.kind]}</span>
      <del lang=${langOf(one.original)}>${one.original}</del>
      <span class="arrow"><span aria-hidden="true">→</span><span class="unseen">${words.instead}</span></span>
      <span lang=${langOf(one.mask || words.blank)}>${one.mask || words.blank}</span>
    </span>
    <strong>${words[one.state]}</strong>
    ${
      one.state === 'changed'
        ? nothing
        : html`<button
            type="button"
            class="link"
            aria-label=${masked ? words.keepNamed(one.original) : words.maskNamed(one.original)}
            @click=${() => change(!masked)}
          >
            ${masked ? words.keep : words.mask}
          </button>`
    }`;
}
