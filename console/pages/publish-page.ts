import { type TemplateResult, html, nothing } from 'lit';
import { limits } from '../../contract/limits.ts';
import type { StaffLetter } from '../../contract/staff.ts';
import { kindWords } from '../../contract/words.ts';
import { Checks } from '../components/checks.ts';
import { changesOf, freshText, goneText } from '../components/diff-text.ts';
import { areaField, textField } from '../components/fields.ts';
import { formProblems, loadFailure, loadingLines } from '../components/problems.ts';
import { proposalList } from '../components/proposal-list.ts';
import { chosenFiles, releaseFiles, releasedAtFirst, releasedLine } from '../components/release-files.ts';
import { getLetter, give } from '../lib/calls.ts';
import { dayOf, dayShort } from '../lib/dates.ts';
import { type Stretch, diff } from '../lib/diff.ts';
import { ConsoleElement } from '../lib/element.ts';
import { Form } from '../lib/form.ts';
import { Loader } from '../lib/loader.ts';
import { type Proposal, proposalsFor } from '../lib/proposals.ts';
import { to } from '../lib/router.ts';
import { lang, langOf, t } from '../words/index.ts';

type Part = 'title' | 'body' | 'reply';
type Texts = Record<Part, string>;
/** The texts, and `file.<id>` for each file. */
type Release = Texts & Record<string, string>;

/** Releasing a letter: the writer's text beside what becomes public, and how the public will see it. */
export class PublishPage extends ConsoleElement {
  static override properties = { number: {}, marked: { state: true }, done: { state: true } };
  declare number: string;
  declare marked: boolean;
  declare done: boolean;
  readonly #letter = new Loader<StaffLetter>(this);
  #form: Form<Release> | null = null;

  constructor() {
    super();
    this.number = '';
    this.marked = true;
    this.done = false;
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.addEventListener('letter-reload', this.#load);
    this.until(() => this.removeEventListener('letter-reload', this.#load));
  }

  override willUpdate(changed: Map<string, unknown>): void {
    if (!changed.has('number')) return;
    this.#letter.clear();
    this.#form = null;
    this.done = false;
    void this.#load();
  }

  /** The draft stays as it is when the letter is fetched again. */
  #load = async (): Promise<void> => {
    await this.#letter.run(() => getLetter(this.number));
    const letter = this.#letter.value;
    if (!letter) return;
    const { title, body, reply } = letter.published ?? letter.proposed;
    const initial: Release = { title, body, reply: reply ?? '', ...releasedAtFirst(letter) };
    this.#form ??= new Form(this, { id: 'do-publish', initial, scope: letter.number });
    this.requestUpdate();
  };

  override render() {
    const { value: letter, error } = this.#letter;
    const words = t().letter;
    const back = html`<p class="back">
      <a href=${to(['letters', this.number])} lang=${langOf(letter?.title ?? this.number)}
        >${letter?.title ?? this.number}</a
      >
    </p>`;
    if (error && !letter)
      return html`${back}${loadFailure(error.status === 404 ? words.missing : words.failed, error, () => void this.#load(), true)}`;
    if (!letter || !this.#form) return html`${back}${loadingLines(8)}`;
    if (this.done)
      return html`${back}
        <h1>${words.publish.title}</h1>
        <p class="done big" role="status" tabindex="-1">${words.publish.done}</p>`;
    if (!letter.may.includes('publish'))
      return html`${back}
        <h1>${words.publish.title}</h1>
        <p class="state">${words.publish.notNow}</p>`;
    return html`${back}${this.#page(letter, this.#form)}`;
  }

  #page(letter: StaffLetter, form: Form<Release>) {
    const words = t().letter.publish;
    const original = originalOf(letter);
    const parts: Part[] = original.reply ? ['title', 'body', 'reply'] : ['title', 'body'];
    const diffs = Object.fromEntries(
      parts.map((part) => [part, diff(original[part], form.values[part])]),
    ) as Record<Part, Stretch[]>;
    const proposals = Object.fromEntries(
      parts.map((part) => [part, proposalsFor(original[part], form.values[part], part !== 'reply')]),
    ) as Record<Part, Proposal[]>;
    const left = Object.values(proposals)
      .flat()
      .filter(({ state }) => state === 'kept').length;
    const correction = letter.release === 'published' || letter.release === 'taken_down';
    return html`<header class="page-head">
        <h1>${correction ? words.correct : words.title}</h1>
        <p class="lead">${words.lead}</p>
      </header>
      <form class="publish" novalidate @submit=${(event: Event) => void this.#submit(event)}>
        ${formProblems(form, { reload: () => void this.#load() })}
        ${parts.map((part) => this.#pair(form, part, diffs[part], proposals[part]))}
        <p>
          <button type="button" class="quiet-button" @click=${() => this.#restore(letter)}>
            ${words.restore}
          </button>
        </p>
        ${releaseFiles(letter, form)} ${this.#preview(letter, diffs)}
        ${left > 0 ? html`<p class="notice-line" role="status">${t().files.proposals.left(left)}</p>` : nothing}
        <div class="buttons">
          <button type="submit" class="button primary" aria-disabled=${form.busy ? 'true' : 'false'}>
            ${form.busy ? t().common.sending : correction ? words.submitCorrection : words.submit}
          </button>
          <a class="quiet-button" href=${to(['letters', this.number])}>${t().common.cancel}</a>
        </div>
      </form>`;
  }

  #pair(
    form: Form<Release>,
    part: Part,
    stretches: Stretch[],
    proposals: readonly Proposal[],
  ): TemplateResult {
    const words = t().letter.publish;
    const label = words.heading(words.parts[part], words.public);
    const bounds = boundsOf(part);
    const spoken = langOf(form.values[part]);
    const field =
      part === 'title'
        ? textField(form, part, { label })
        : areaField(form, part, { label, rows: 6, max: bounds.max });
    return html`<section class="pair" aria-label=${words.parts[part]}>
      <div class="pair-side">
        <h2>${words.heading(words.parts[part], words.original)}</h2>
        <div class="prose original" lang=${spoken}>${goneText(stretches)}</div>
      </div>
      <div class="pair-side">
        ${field}
        <p class="hint">${words.changes(changesOf(stretches))}</p>
        ${proposalList(proposals, form.values[part], (text) => form.set(part, text))}
      </div>
    </section>`;
  }

  #preview(letter: StaffLetter, diffs: Record<Part, Stretch[]>) {
    const words = t().letter.publish;
    const shown = (part: Part) => freshText(diffs[part] ?? [], this.marked);
    const spoken = (part: Part) => langOf(this.#form?.values[part] ?? '');
    return html`<section class="preview" aria-labelledby="preview-title">
      <div class="preview-head">
        <h2 id="preview-title">${words.preview}</h2>
        <label class="choice">
          <input
            type="checkbox"
            .checked=${this.marked}
            @change=${(event: Event) => (this.marked = (event.target as HTMLInputElement).checked)}
          />
          <span>${words.marks}</span>
        </label>
      </div>
      <article class="paper" aria-label=${words.preview}>
        <p class="quiet meta">
          <span class="number">${letter.number}</span><span>${kindWords[lang.value][letter.kind]}</span
          ><span lang=${langOf(letter.departmentName ?? '')}>${letter.departmentName}</span
          ><span>${dayShort(dayOf(letter.receivedAt))}</span>
        </p>
        <h3 class="preview-title" lang=${spoken('title')}>${shown('title')}</h3>
        <div class="prose" lang=${spoken('body')}>${shown('body')}</div>
        ${
          diffs.reply
            ? html`<div class="piece reply">
                <h4>
                  ${letter.departmentName ? t().letter.replyBy(letter.departmentName) : t().letter.reply}
                </h4>
                <div class="prose" lang=${spoken('reply')}>${shown('reply')}</div>
              </div>`
            : nothing
        }
        ${releasedLine(letter, this.#form!.values)}
      </article>
    </section>`;
  }

  #restore({ proposed }: StaffLetter): void {
    this.#form?.set('title', proposed.title);
    this.#form?.set('body', proposed.body);
    this.#form?.set('reply', proposed.reply ?? '');
  }

  async #submit(event: Event): Promise<void> {
    event.preventDefault();
    const form = this.#form!;
    const { title, body, reply } = form.values;
    const files = chosenFiles(this.#letter.value!, form.values).map(({ id }) => id);
    const hasReply = originalOf(this.#letter.value!).reply !== '';
    const words = t().letter.publish.parts;
    const verify = () => {
      const checks = new Checks().text(
        'title',
        title,
        words.title,
        boundsOf('title').min,
        boundsOf('title').max,
      );
      checks.text('body', body, words.body, 1, limits.bodyCharsMax);
      return hasReply
        ? checks.text('reply', reply, words.reply, 1, limits.replyCharsMax).errors
        : checks.errors;
    };
    const sent = { title: title.trim(), body: body.trim(), ...(hasReply && { reply: reply.trim() }), files };
    const letter = await form.submit(verify, () => give(this.number, 'publish', sent));
    if (!letter) return;
    this.#letter.put(letter);
    this.done = true;
    await this.updateComplete;
    this.querySelector<HTMLElement>('.done')?.focus();
  }
}

/** What the writer and the department wrote; the answer is the latest final reply, or why the letter was declined. */
function originalOf(letter: StaffLetter): Texts {
  const finals = letter.replies.filter(({ type }) => type === 'final');
  const declined = letter.declined?.explanation;
  return { title: letter.title, body: letter.body, reply: finals[finals.length - 1]?.body ?? declined ?? '' };
}

function boundsOf(part: Part): { min: number; max: number } {
  if (part === 'title') return { min: limits.titleCharsMin, max: limits.titleCharsMax };
  return { min: 1, max: part === 'body' ? limits.bodyCharsMax : limits.replyCharsMax };
}

customElements.define('hx-publish-page', PublishPage);
