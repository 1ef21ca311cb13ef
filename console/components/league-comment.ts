import { type TemplateResult, html, nothing } from 'lit';
import type { Comments } from '../../contract/ranking.ts';
import { getComments, sayComment } from '../lib/centre-calls.ts';
import { momentWords } from '../lib/dates.ts';
import { ConsoleElement } from '../lib/element.ts';
import { Form } from '../lib/form.ts';
import { Loader } from '../lib/loader.ts';
import { role } from '../lib/session.ts';
import { langOf, t } from '../words/index.ts';
import { Checks } from './checks.ts';
import { areaField } from './fields.ts';
import { formProblems, loadFailure, loadingLines } from './problems.ts';
import { prose } from './prose.ts';

const CHARS_MAX = 500;

/** What a tenant says about its figures (right of reply): the present comment, a form for the next, the earlier ones. */
export class LeagueComment extends ConsoleElement {
  static override properties = { tenant: {}, said: { state: true } };
  declare tenant: string;
  declare said: string;
  readonly #comments = new Loader<Comments>(this);
  #form: Form<{ text: string }> | null = null;

  constructor() {
    super();
    this.tenant = '';
    this.said = '';
  }

  override willUpdate(changed: Map<string, unknown>): void {
    if (!changed.has('tenant')) return;
    this.#form = null;
    this.#comments.clear();
    void this.#load();
  }

  #load = async (): Promise<void> => {
    const { tenant } = this;
    await this.#comments.run(() => getComments(tenant));
    if (this.#comments.value && tenant === this.tenant) this.#write(this.#comments.value);
  };

  /** The form begins with what is said now; a draft that was begun goes before it. */
  #write({ items }: Comments): void {
    const initial = { text: items[0]?.text ?? '' };
    this.#form = new Form(this, { id: 'comment', initial, scope: `comment/${this.tenant}` });
    this.requestUpdate();
  }

  override render() {
    const words = t().ranking.comment;
    const { value, error } = this.#comments;
    return html`<section class="group" aria-labelledby="comment-title">
      <h2 id="comment-title">${words.title}</h2>
      <p class="lead">${words.lead}</p>
      ${
        error
          ? loadFailure(words.failed, error, () => void this.#load())
          : value && this.#form
            ? html`${role()?.role === 'coordinator' ? this.#editor(this.#form) : this.#shown(value)}
              ${this.#history(value)}`
            : loadingLines(3)
      }
    </section>`;
  }

  #shown({ items }: Comments): TemplateResult {
    const words = t().ranking.comment;
    const text = items[0]?.text;
    return html`${text ? prose(text) : html`<p>${words.empty}</p>`}
      <p class="hint">${words.readOnly}</p>`;
  }

  #editor(form: Form<{ text: string }>): TemplateResult {
    const words = t().ranking.comment;
    return html`<form class="narrow" novalidate @submit=${(event: Event) => void this.#submit(event, form)}>
      ${formProblems(form)}
      <p class="done" role="status" tabindex="-1">${this.said || nothing}</p>
      ${areaField(form, 'text', { label: words.text, hint: words.hint, max: CHARS_MAX, optional: true })}
      <div class="buttons">
        <button type="submit" class="button primary" aria-disabled=${form.busy ? 'true' : 'false'}>
          ${form.busy ? t().common.sending : words.submit}
        </button>
      </div>
    </form>`;
  }

  #history({ items }: Comments): TemplateResult | typeof nothing {
    const words = t().ranking.comment;
    if (items.length < 2) return nothing;
    return html`<details>
      <summary>${words.history}</summary>
      <ul class="plain-list narrow">
        ${items.slice(1).map(
          ({ text, at, by }) =>
            html`<li>
              <p class="quiet meta">
                <span>${momentWords(at)}</span><span lang=${langOf(by ?? '')}>${by}</span>
              </p>
              ${text ? prose(text) : html`<p>${words.took}</p>`}
            </li>`,
        )}
      </ul>
    </details>`;
  }

  async #submit(event: Event, form: Form<{ text: string }>): Promise<void> {
    event.preventDefault();
    const words = t().ranking.comment;
    const text = form.values.text.trim();
    this.said = '';
    const comments = await form.submit(
      () => this.#check(text),
      () => sayComment(this.tenant, text),
    );
    if (!comments) return;
    this.#comments.put(comments);
    this.#write(comments);
    this.said = text ? words.done : words.removed;
    await this.updateComplete;
    this.querySelector<HTMLElement>('.done')?.focus();
  }

  #check(text: string) {
    const words = t().ranking.comment;
    const { errors } = new Checks().text('text', text, words.text, 0, CHARS_MAX);
    if (text === (this.#comments.value?.items[0]?.text ?? '')) errors['text'] = words.same;
    return errors;
  }
}

customElements.define('hx-league-comment', LeagueComment);
