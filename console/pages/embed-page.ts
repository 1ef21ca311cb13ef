import { html } from 'lit';
import '../components/embed-guide.ts';
import { ConsoleElement } from '../lib/element.ts';
import { role, roleChoice } from '../lib/session.ts';
import { t } from '../words/index.ts';

/** A coordinator's own way onto their website. */
export class EmbedPage extends ConsoleElement {
  override connectedCallback(): void {
    super.connectedCallback();
    this.watch(roleChoice);
  }

  override render() {
    const words = t().manage.embed;
    return html`<header class="page-head">
        <h1>${words.title}</h1>
        <p class="lead">${words.lead}</p>
      </header>
      <hx-embed-guide tenant=${role()?.tenant ?? ''}></hx-embed-guide>`;
  }
}

customElements.define('hx-embed-page', EmbedPage);
