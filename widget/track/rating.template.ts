import { html, nothing, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import type { WriterLetter } from '../../contract/letters.ts';
import { LEVELS, type Level, SOLVED } from '../../contract/vocabulary.ts';
import { levelWords, solvedWords } from '../../contract/words.ts';
import { commonWords } from '../locales/common.ts';
import type { TrackView } from './track.view.ts';

const SCORES = ['result', 'attitude', 'speed'] as const;
const POINTS = [5, 4, 3, 2, 1] as const;

/** The rating of a final reply. Its two questions must be answered, the rest may. */
export function ratingForm(view: TrackView, letter: WriterLetter): TemplateResult {
  const { words, rating, host } = view;
  const lang = host.language;
  const set = (change: typeof rating) => {
    view.rating = { ...view.rating, ...change };
    host.requestUpdate();
  };
  return html`<form
    part="form"
    class="rating stack"
    novalidate
    @submit=${(event: Event) => {
      event.preventDefault();
      void view.rate();
    }}
  >
    <h3>${words.rate}</h3>
    ${choices(
      view,
      'level',
      LEVELS,
      rating.level as Level | undefined,
      (level) => levelWords[lang][level],
      (level) => set({ level }),
    )}
    ${choices(
      view,
      'solved',
      SOLVED,
      rating.solved,
      (solved) => solvedWords[lang][solved],
      (solved) => set({ solved }),
    )}
    <fieldset class="field" part="field">
      <legend class="label" part="label">${words.scores}</legend>
      <div class="scores">
        ${SCORES.map((name) => score(view, name, (points) => set({ [name]: points })))}
      </div>
    </fieldset>
    ${comment(view, (text) => set({ comment: text }))}
    <div>
      <p class="hint prose">${letter.ratings.length ? words.rateLast : words.rateAgain} ${words.rateHint}</p>
      <button
        type="submit"
        class="button primary"
        part="button"
        aria-disabled=${view.busy ? 'true' : 'false'}
      >
        ${words.rateSend}
      </button>
    </div>
  </form>`;
}

function comment(view: TrackView, write: (text: string) => void): TemplateResult {
  const { words, rating, host } = view;
  return html`<div class="field" part="field">
    <label class="label" part="label" for="comment"
      >${words.comment} <span class="hint">${commonWords[host.language].optional}</span></label
    >
    <textarea
      class="input"
      part="input"
      id="comment"
      name="comment"
      .value=${live(rating.comment ?? '')}
      @input=${(event: Event) => write((event.target as HTMLTextAreaElement).value)}
    ></textarea>
  </div>`;
}

function choices<T extends string | number>(
  view: TrackView,
  name: 'level' | 'solved',
  options: readonly T[],
  chosen: T | undefined,
  label: (option: T) => string,
  choose: (option: T) => void,
): TemplateResult {
  const fault = view.faults[name];
  return html`<fieldset class="field ${fault ? 'bad' : ''}" part="field" aria-describedby="${name}-fault">
    <legend class="label" part="label">${view.words[name]}</legend>
    ${fault ? html`<p class="error" id="${name}-fault">${fault}</p>` : nothing}
    <div class="choices">
      ${options.map(
        (option) =>
          html`<label class="choice ${option === chosen ? 'on' : ''}">
            <input
              type="radio"
              name=${name}
              value=${option}
              .checked=${live(option === chosen)}
              @change=${() => choose(option)}
            />
            <span>${label(option)}</span>
          </label>`,
      )}
    </div>
  </fieldset>`;
}

function score(
  view: TrackView,
  name: (typeof SCORES)[number],
  choose: (points?: number) => void,
): TemplateResult {
  const { words, rating } = view;
  return html`<label>
    <span class="score-name">${words[name]}</span>
    <select
      class="input"
      part="input"
      name=${name}
      @change=${(event: Event) => choose(Number((event.target as HTMLSelectElement).value) || undefined)}
    >
      <option value="" .selected=${!rating[name]}>${words.noScore}</option>
      ${POINTS.map(
        (points) =>
          html`<option value=${points} .selected=${rating[name] === points}>${words.points(points)}</option>`,
      )}
    </select>
  </label>`;
}
