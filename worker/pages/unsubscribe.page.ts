/** Stops mail, or takes it up again. Opening the link changes nothing: programs open links too. */
import { html } from 'hono/html';
import type { StopState } from '../notify/stop.actions.ts';
import { hiddenField } from './form.ts';
import { notice } from './form-notes.ts';
import { layout } from './layout.ts';
import { link, type Html, type View } from './view.ts';
import { unsubscribeWords } from './words.unsubscribe.ts';

export interface UnsubscribePage {
  number: string;
  token: string;
  state: StopState;
  /** Something was just done. */
  acted: boolean;
}

export function unsubscribePage(view: View, { number, token, state, acted }: UnsubscribePage): Html {
  const words = unsubscribeWords[view.lang];
  const action = link(view, '/unsubscribe', { number, token });
  const button = (wish: string, label: string, look: string) =>
    html`<form method="post" action="${action}">
      ${hiddenField('wish', wish)}
      <p class="row"><button class="button ${look}" type="submit">${label}</button></p>
    </form>`;
  const done = state === 'on' ? words.resumed : words.stopped[state];
  const main = html`<div class="stack">
    ${acted ? notice('good', done) : ''}
    <h1>${words.title}</h1>
    ${state === 'on' || acted ? '' : html`<p class="lead">${words.stopped[state]}</p>`}
    ${
      state === 'on'
        ? html`<div class="tight">
              <p class="lead">${words.lead(number)}</p>
              <p class="hint narrow">${words.consequence}</p>
            </div>
            ${button('letter', words.letter, 'primary')}
            <div class="tight">
              <p class="hint narrow">${words.addressHint}</p>
              ${button('address', words.address(view.host?.name ?? ''), '')}
            </div>`
        : button('on', words.undo, '')
    }
    <p><a class="plain" href="${link(view, '/track', { number })}">${words.track}</a></p>
  </div>`;
  return layout(view, { title: words.title, section: 'track', main });
}

export function badLinkPage(view: View): Html {
  const words = unsubscribeWords[view.lang];
  const main = html`<div class="stack">
    ${notice('wrong', words.badLink)}
    <h1>${words.title}</h1>
    <p><a class="plain" href="${link(view, '/track')}">${words.track}</a></p>
  </div>`;
  return layout(view, { title: words.title, section: 'track', wrong: true, main });
}
