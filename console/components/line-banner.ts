import { html, nothing } from 'lit';
import { ConsoleElement } from '../lib/element.ts';
import { online, outdated } from '../lib/line.ts';
import { t } from '../words/index.ts';

/** Over the page, while the line is lost or the tab is older than the service: nothing is pressed in vain. */
export class LineBanner extends ConsoleElement {
  override connectedCallback(): void {
    super.connectedCallback();
    this.watch(online);
    this.watch(outdated);
  }

  override render() {
    const words = t().line;
    return html`<div role="status">
        ${online.value ? nothing : html`<p class="line-banner">${words.offline}</p>`}
      </div>
      ${
        outdated.value
          ? html`<div class="line-banner" role="alert">
              <p>${words.outdated}</p>
              <button type="button" class="button" @click=${() => location.reload()}>${words.reload}</button>
            </div>`
          : nothing
      }`;
  }
}

customElements.define('hx-line', LineBanner);
