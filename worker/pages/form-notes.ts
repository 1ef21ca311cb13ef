/** What is said above a form: what has to be changed, what was done, why something wasn't. */
import { html } from 'hono/html';
import type { Wrong } from './form.ts';
import type { Html } from './view.ts';
import type { CommonWords } from './words.common.ts';

/** Stands above everything else and gets the focus: what is wrong, each with a link to its field. */
export function errorSummary(wrong: Wrong, words: CommonWords): Html | '' {
  if (wrong.size === 0) return '';
  const items = [...wrong].map(([id, message]) => html`<li><a href="#${id}">${message}</a></li>`);
  return html`<div class="note wrong" role="alert" tabindex="-1" autofocus>
    <h2>${words.problems(wrong.size)}</h2>
    <ul>
      ${items}
    </ul>
  </div>`;
}

export interface Said {
  tone: 'good' | 'wrong' | 'calm';
  text: string;
}

/** A sentence at the top: what was done, or why it wasn't. */
export function notice(tone: Said['tone'], text: string): Html {
  return html`<div
    class="note ${tone}"
    role="${tone === 'wrong' ? 'alert' : 'status'}"
    tabindex="-1"
    autofocus
  >
    <p>${text}</p>
  </div>`;
}
