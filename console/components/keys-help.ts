import { html, nothing } from 'lit';
import { ConsoleElement } from '../lib/element.ts';
import { shortcutOf, shortcuts } from '../lib/shortcuts.ts';
import { t } from '../words/index.ts';

/** Every key there is, over the page, at a press of `?`. */
export class KeysHelp extends ConsoleElement {
  override connectedCallback(): void {
    super.connectedCallback();
    this.watch(shortcuts);
    this.listen('keydown', (event) => shortcutOf(event) === '?' && this.open());
  }

  open(): void {
    const dialog = this.querySelector('dialog');
    if (dialog && !dialog.open) dialog.showModal();
  }

  override render() {
    const { title, list, letter, close, off, names } = t().keys;
    const inList = [
      ...[['j', names.j] as const, ['k', names.k] as const, ['o', names.o] as const, ['x', names.x] as const],
      ...[
        ['r', names.r] as const,
        ['/', names.search] as const,
        ['↓', names.first] as const,
        ['?', names.help] as const,
      ],
    ];
    const inLetter = [
      ...[['j', names.next] as const, ['k', names.previous] as const],
      ...[['r', names.reply] as const, ['u', names.back] as const],
    ];
    return html`<dialog class="keys-help" aria-labelledby="keys-title">
      <h2 id="keys-title">${title}</h2>
      ${shortcuts.value ? nothing : html`<p class="quiet">${off}</p>`} ${keyTable(list, inList)}
      ${keyTable(letter, inLetter)}
      <button type="button" class="button" @click=${() => this.querySelector('dialog')?.close()}>
        ${close}
      </button>
    </dialog>`;
  }
}

const keyTable = (title: string, keys: readonly (readonly [string, string])[]) =>
  html`<h3>${title}</h3>
    <dl>
      ${keys.map(
        ([key, name]) =>
          html`<div>
            <dt><kbd>${key}</kbd></dt>
            <dd>${name}</dd>
          </div>`,
      )}
    </dl>`;

customElements.define('hx-keys', KeysHelp);
