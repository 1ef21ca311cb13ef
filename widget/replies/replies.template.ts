import { html, nothing, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import type { FeedItem, PublishedLetter } from '../../contract/letters.ts';
import { KINDS, type Kind, type Level } from '../../contract/vocabulary.ts';
import { kindWords, levelWords, outcomeWords } from '../../contract/words.ts';
import { Failure } from '../api/client.ts';
import { dayOf } from '../base/dates.ts';
import { declinedTemplate, replyTemplate } from '../letter/answers.ts';
import { attachedFiles, fileLabel, type Had } from '../letter/attached.ts';
import { timeline } from '../letter/timeline.ts';
import { unreachable } from '../letterbox/unreachable.template.ts';
import { grouped } from '../base/grouped.ts';
import { lateWords } from '../locales/late.ts';
import { marked } from './marked.ts';
import { langOf } from '../base/spoken.ts';
import type { RepliesView } from './replies.view.ts';

export function repliesTemplate(view: RepliesView): TemplateResult {
  const { words, host, items, loading, failure, cursor } = view;
  const common = lateWords[host.language];
  return html`<div class="replies">
    ${searchForm(view)} ${counts(view)}
    <div class="line" role="status">
      ${loading ? html`<p class="hint">${common.loading}</p>` : nothing}
      ${
        !loading && !failure && !items.length
          ? html`<p class="empty">${view.q || view.kind ? words.noneFound : words.none}</p>`
          : nothing
      }
      ${!loading && items.length ? html`<p class=${view.narrowed ? 'hint' : 'hidden-visually'}>${words.listed(items.length, !cursor)}</p>` : nothing}
    </div>
    ${unreachable(host, failure, null, () => void view.load())}
    <ul class="letters">
      ${items.map((item) => html`<li part="item">${letterItem(view, item)}</li>`)}
    </ul>
    ${
      cursor
        ? html`<button
            type="button"
            class="button"
            part="button"
            aria-disabled=${loading ? 'true' : 'false'}
            @click=${() => loading || void view.load(true)}
          >
            ${words.more}
          </button>`
        : nothing
    }
  </div>`;
}

function searchForm(view: RepliesView): TemplateResult {
  const { words, host } = view;
  return html`<form
    part="form"
    role="search"
    aria-label=${words.search}
    class="search"
    @submit=${(event: Event) => {
      event.preventDefault();
      void view.load();
    }}
  >
    <div class="field" part="field">
      <label class="label" part="label" for="q">${words.search}</label>
      <input
        class="input"
        part="input"
        type="search"
        id="q"
        name="q"
        maxlength="50"
        .value=${live(view.q)}
        @input=${(event: Event) => (view.q = (event.target as HTMLInputElement).value)}
      />
    </div>
    <div class="field" part="field">
      <label class="label" part="label" for="feed-kind">${words.kind}</label>
      <select
        class="input"
        part="input"
        id="feed-kind"
        @change=${(event: Event) => {
          view.kind = (event.target as HTMLSelectElement).value as Kind | '';
          void view.load();
        }}
      >
        <option value="" .selected=${!view.kind}>${words.allKinds}</option>
        ${KINDS.map(
          (kind) =>
            html`<option value=${kind} .selected=${view.kind === kind}>
              ${kindWords[host.language][kind]}
            </option>`,
        )}
      </select>
    </div>
    <button type="submit" class="button" part="button">${words.searchButton}</button>
  </form>`;
}

function counts(view: RepliesView): TemplateResult | typeof nothing {
  const { words, counts: all } = view;
  if (!all) return nothing;
  const hidden = all.received - all.published;
  return html`<div class="counts meta figure">
    <p>${words.counts(grouped(all.published), grouped(all.received))}</p>
    ${
      hidden > 0
        ? html`<p>
            ${words.notPublished(grouped(hidden), grouped(all.withoutConsent), grouped(all.withheld))}
          </p>`
        : nothing
    }
  </div>`;
}

function letterItem(view: RepliesView, item: FeedItem): TemplateResult {
  const { words, host, open, letters } = view;
  const lang = host.language;
  const shown = open.has(item.number);
  const facts = [
    kindWords[lang][item.kind],
    item.departmentName,
    words.answered(dayOf(item.repliedAt)),
    words.days(item.days),
    item.rating ? words.rated(levelWords[lang][item.rating as Level]) : null,
  ].filter(Boolean);
  return html`<h2>
      <button
        type="button"
        class="plain open"
        aria-expanded=${shown ? 'true' : 'false'}
        @click=${() => void view.toggle(item.number)}
      >
        <span lang=${langOf(item.title)}>${marked(item.title, item.marks?.title)}</span>
      </button>
      <span class="status ${item.outcome === 'resolved' ? 'done' : ''}" part="status"
        >${item.outcome ? outcomeWords[lang][item.outcome] : words.declined}</span
      >
    </h2>
    ${shown ? nothing : html`<p class="prose" lang=${langOf(item.excerpt)}>${marked(item.excerpt, item.marks?.excerpt)}</p>`}
    <p class="meta figure facts">
      ${facts.map((fact, place) => html`<span lang=${langOf(fact!)}>${place ? html`<i>·</i> ` : nothing}${fact}</span> `)}
    </p>
    ${shown ? opened(view, letters.get(item.number) ?? null) : nothing}`;
}

function opened(view: RepliesView, letter: PublishedLetter | Failure | null): TemplateResult {
  const { words, host } = view;
  const lang = host.language;
  if (!letter) return html`<p class="hint" role="status">${lateWords[lang].loading}</p>`;
  if (letter instanceof Failure) return html`<p class="error" role="alert">${words.failed}</p>`;
  const had: Had = (file) =>
    html`<a class="plain" href=${view.fileAddress(letter.number, file.id)}>${fileLabel(file, lang)}</a>`;
  return html`<div class="opened stack">
    <div>
      <p class="prose" lang=${langOf(letter.body)}>${letter.body}</p>
      ${attachedFiles(letter.files, lang, had)}
    </div>
    ${letter.declined ? declinedTemplate(letter.declined, lang) : nothing}
    ${letter.replies.map((reply) => replyTemplate(reply, lang, had))}
    ${letter.corrected ? html`<p class="meta">${words.corrected}</p>` : nothing} ${marks(view, letter)}
    ${timeline(letter.timeline, lang, false)}
  </div>`;
}

/** What any reader may say: I met this too; the reply answers it, or doesn't. */
function marks(view: RepliesView, letter: PublishedLetter): TemplateResult {
  const { words, said } = view;
  const button = (label: string, act: () => Promise<void>) =>
    html`<button type="button" class="button" part="button" @click=${() => void act()}>${label}</button>`;
  const { answers, doesNot } = letter.verdicts;
  return html`<div class="marks">
    <div class="row">
      <span>${words.verdict}</span>
      ${button(words.answers(answers), () => view.mark(letter, 'verdicts', { answers: true }))}
      ${button(words.doesNot(doesNot), () => view.mark(letter, 'verdicts', { answers: false }))}
    </div>
    <div class="row">
      ${button(words.endorse, () => view.mark(letter, 'endorsements'))}
      <span class="meta">${letter.endorsements ? words.endorsed(letter.endorsements) : nothing}</span>
    </div>
    <p role="status">${said.get(letter.number) ?? nothing}</p>
  </div>`;
}
