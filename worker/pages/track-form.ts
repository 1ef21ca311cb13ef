/** Number and key: the way to one's own letter. Both travel in the body of a POST, never in an address. */
import { html } from 'hono/html';
import { textField, type Wrong } from './form.ts';
import { link, type Html, type View } from './view.ts';
import { commonWords } from './words.common.ts';
import { trackWords } from './words.track.ts';

export interface Credentials {
  number: string;
  key: string;
}

export function trackForm(view: View, { number, key }: Credentials, wrong: Wrong): Html {
  const words = trackWords[view.lang];
  const common = commonWords[view.lang];
  return html`<form method="post" action="${link(view, '/track')}" autocomplete="off" novalidate>
    ${textField({ id: 'number', label: words.number, hint: words.numberHint, value: number, look: 'short code', autocomplete: 'off' }, wrong, common)}
    ${textField({ id: 'key', label: words.key, hint: words.keyHint, value: key, look: 'short code', autocomplete: 'off' }, wrong, common)}
    <p class="row"><button class="button primary" type="submit">${words.open}</button></p>
  </form>`;
}
