import { type TemplateResult, html, nothing } from 'lit';
import type {
  GivenScore,
  SpotCheck,
  SpotCheckItem,
  SpotCheckLetter,
  SpotCheckScore,
} from '../../contract/spot-checks.ts';
import { kindWords, outcomeWords, replyTypeWords } from '../../contract/words.ts';
import { getCheckLetter, scoreOf } from '../lib/spot-check-calls.ts';
import { dayOf, dayShort, dayWords, momentWords } from '../lib/dates.ts';
import { ConsoleElement } from '../lib/element.ts';
import { type Errors, Form, type Values } from '../lib/form.ts';
import { Loader } from '../lib/loader.ts';
import { go, to } from '../lib/router.ts';
import { shortcutOf, shortcuts } from '../lib/shortcuts.ts';
import { lang, langOf, t } from '../words/index.ts';
import { checkName, points, scoreText } from './check-parts.ts';
import { areaField, checkField, radioField, textField } from './fields.ts';
import { formProblems, loadFailure, loadingLines } from './problems.ts';
import { prose } from './prose.ts';
import { MARKS, REPLY_PARTS, type Mark, type ReplyPart } from '../../contract/vocabulary.ts';

const remarkOf = (part: ReplyPart) => `${part}-remark`;

/** One letter of a sample: what was asked and answered on the left, the four parts to judge beside it. */
export class CheckLetter extends ConsoleElement {
  static override properties = {
    check: { attribute: false },
    items: { attribute: false },
    ordinal: { type: Number },
    message: { state: true },
  };
  declare check: SpotCheck;
  declare items: readonly SpotCheckItem[];
  declare ordinal: number;
  declare message: string;
  readonly #letter = new Loader<SpotCheckLetter>(this);
  #form: Form<Values> | null = null;

  constructor() {
    super();
    this.message = '';
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.listen('keydown', this.#onKey);
    void this.#load();
  }

  #load = async (): Promise<void> => {
    await this.#letter.run(() => getCheckLetter(this.check.id, this.ordinal));
    if (this.#letter.value) this.#form = this.#formOf(this.#letter.value.mine);
    this.requestUpdate();
    await this.updateComplete;
    // What had the focus went with the letter before.
    if (document.activeElement === document.body) this.querySelector<HTMLElement>('h1')?.focus();
  };

  #formOf(mine: GivenScore | null): Form<Values> {
    const parts = mine && 'parts' in mine ? mine.parts : null;
    const marks = REPLY_PARTS.flatMap((part) => [
      [part, parts?.[part].mark ?? ''],
      [remarkOf(part), parts?.[part].remark ?? ''],
    ]);
    const why = mine && 'unfit' in mine ? mine.unfit : '';
    return new Form<Values>(this, {
      id: 'score',
      initial: { ...Object.fromEntries(marks), unfit: why ? 'yes' : '', why },
      scope: `spot-check/${this.check.id}/${this.ordinal}`,
    });
  }

  get #open(): boolean {
    return this.check.mine !== null && this.check.state === 'scoring';
  }

  #address = (ordinal: number): string => to(['spot-checks', this.check.id], { letter: String(ordinal) });

  #onKey = (event: KeyboardEvent): void => {
    const radio = event.target instanceof HTMLInputElement && event.target.type === 'radio';
    const plain = shortcuts.value && !event.ctrlKey && !event.metaKey && !event.altKey;
    const key = shortcutOf(event) ?? (radio && plain ? event.key : null);
    if (key === 'j' && this.ordinal < this.items.length) go(this.#address(this.ordinal + 1));
    if (key === 'k' && this.ordinal > 1) go(this.#address(this.ordinal - 1));
    const form = this.#form;
    if (!key || !this.#open || !form || form.values['unfit']) return;
    const mark = MARKS[Number(key) - 1];
    const part = REPLY_PARTS.find((one) => !form.values[one]);
    if (mark && part) form.set(part, mark);
    // In a field the browser sends the form itself.
    const elsewhere = !(event.target as Element).closest('form, a, button, summary');
    if (key === 'Enter' && elsewhere) this.querySelector('form')?.requestSubmit();
  };

  override render() {
    const words = t().spotChecks.score;
    const { value, error } = this.#letter;
    const of = this.items.length;
    return html`<p class="back">
        <a href=${to(['spot-checks', this.check.id])}>${checkName(this.check)}</a>
      </p>
      ${error ? loadFailure(words.failed, error, () => void this.#load()) : value ? this.#page(value) : loadingLines(8)}
      <nav class="buttons" aria-label=${words.title(this.ordinal, of)}>
        ${this.ordinal > 1 ? html`<a class="button" href=${this.#address(this.ordinal - 1)}>${words.previous}</a>` : nothing}
        ${this.ordinal < of ? html`<a class="button" href=${this.#address(this.ordinal + 1)}>${words.next}</a>` : nothing}
      </nav>`;
  }

  #page(letter: SpotCheckLetter): TemplateResult {
    const words = t().spotChecks.score;
    return html`<div class="check-letter">
      <article class="paper">
        <header class="letter-head">
          <h1 class="ordinal-title" tabindex="-1">${words.title(this.ordinal, this.items.length)}</h1>
          <p class="quiet meta">
            <span class="number">${letter.number}</span>
            <span lang=${langOf(letter.tenantName)}>${letter.tenantName}</span>
            <span>${kindWords[lang.value][letter.kind]}</span>
            <span>${words.received(dayShort(dayOf(letter.receivedAt)))}</span>
          </p>
        </header>
        ${letter.erased ? html`<p class="notice-line">${words.erased}</p>` : nothing}
        ${letter.title ? html`<h2 class="letter-title" lang=${langOf(letter.title)}>${letter.title}</h2>` : nothing}
        ${letter.body ? prose(letter.body, 'letter-body') : nothing}
        ${letter.supplements.map(
          ({ at, body }) =>
            html`<section class="piece">
              <h2>${words.supplement} <span class="quiet number">${momentWords(at)}</span></h2>
              ${prose(body)}
            </section>`,
        )}
        ${letter.replies.map((reply, at) => replyPiece(reply, at === letter.replies.length - 1))}
      </article>
      <aside class="check-form" aria-label=${words.form}>${this.#side(letter)}</aside>
    </div>`;
  }

  #side({ scores }: SpotCheckLetter): TemplateResult {
    const words = t().spotChecks;
    if (scores) {
      const { one, other } = words.sample.columns;
      return html`${scoreText(one, scores[0])} ${scoreText(other, scores[1])}
        <p class="hint">${words.score.over}</p>`;
    }
    if (!this.#open || !this.#form) return html`<p class="state">${words.score.watching}</p>`;
    return this.#scoring(this.#form);
  }

  #scoring(form: Form<Values>): TemplateResult {
    const words = t().spotChecks;
    const unfit = form.values['unfit'] === 'yes';
    const last = this.#next() === null;
    return html`<form novalidate @submit=${(event: Event) => void this.#submit(event)}>
      ${formProblems(form)}
      ${unfit ? areaField(form, 'why', { label: words.score.why, rows: 2, max: 500 }) : REPLY_PARTS.map((part) => this.#part(form, part))}
      ${checkField(form, 'unfit', { label: words.score.unfit })}
      <div class="buttons">
        <button type="submit" class="button primary" aria-disabled=${form.busy ? 'true' : 'false'}>
          ${form.busy ? t().common.sending : last ? words.score.submitLast : words.score.submit}
        </button>
      </div>
      <p class="done" role="status">${this.message}</p>
      ${shortcuts.value ? html`<p class="hint keys">${words.score.keys}</p>` : nothing}
    </form>`;
  }

  #part(form: Form<Values>, part: ReplyPart): TemplateResult {
    const words = t().spotChecks;
    const choices = MARKS.map((mark) => ({ value: mark, label: words.marks[mark] }));
    const remark = remarkOf(part);
    const asked = ['partly', 'no'].includes(form.values[part] ?? '') || form.values[remark] !== '';
    return html`${radioField(form, part, choices, { label: words.parts[part], hint: words.score.hints[part] })}
    ${asked ? html`<div class="check-remark">${textField(form, remark, { label: words.score.remark(words.parts[part]), optional: true })}</div>` : nothing}`;
  }

  /** The next letter that is still to be judged; null: this is the last. */
  #next(): number | null {
    const left = this.items.filter(({ ordinal, mine }) => mine === null && ordinal !== this.ordinal);
    return (left.find(({ ordinal }) => ordinal > this.ordinal) ?? left[0])?.ordinal ?? null;
  }

  #verify(values: Values): Errors {
    const words = t().spotChecks;
    if (values['unfit'])
      return (values['why'] ?? '').trim().length < 2 ? { why: words.score.whyMissing } : {};
    const missing = REPLY_PARTS.filter((part) => !values[part]);
    return Object.fromEntries(missing.map((part) => [part, words.score.missing(words.parts[part])]));
  }

  async #submit(event: Event): Promise<void> {
    event.preventDefault();
    const form = this.#form!;
    const next = this.#next();
    const values = { ...form.values };
    const saved = await form.submit(
      () => this.#verify(values),
      () => scoreOf(this.check.id, this.ordinal, scoreIn(values)),
    );
    if (!saved) return;
    this.#letter.put(saved);
    this.#form = this.#formOf(saved.mine);
    const words = t().spotChecks.score;
    const mine = saved.mine;
    this.message = mine && 'score' in mine ? words.saved(points(mine.score)) : words.savedUnfit;
    const detail = { ordinal: saved.ordinal, mine };
    this.dispatchEvent(new CustomEvent('letter-scored', { bubbles: true, detail }));
    if (next !== null) go(this.#address(next));
    else if (saved.scores) go(to(['spot-checks', this.check.id]));
  }
}

function scoreIn(values: Values): SpotCheckScore {
  if (values['unfit']) return { unfit: values['why'] ?? '' };
  const part = (name: ReplyPart) => ({
    mark: values[name] as Mark,
    remark: values[remarkOf(name)] ?? '',
  });
  return {
    parts: { facts: part('facts'), grounds: part('grounds'), result: part('result'), next: part('next') },
  };
}

function replyPiece(reply: SpotCheckLetter['replies'][number], judged: boolean): TemplateResult {
  const words = t().spotChecks.score;
  const facts = [
    replyTypeWords[lang.value][reply.type],
    reply.outcome && outcomeWords[lang.value][reply.outcome],
    reply.promisedFor && dayWords(reply.promisedFor),
    reply.department,
    momentWords(reply.at),
    reply.phone,
  ].filter(Boolean);
  return html`<section class="piece ${judged ? 'judged' : ''}">
    <h2>${judged ? words.judged : words.earlier}</h2>
    ${reply.body ? prose(reply.body) : html`<p class="quiet">${words.noReply}</p>`}
    <p class="quiet meta">${facts.map((fact) => html`<span>${fact}</span>`)}</p>
  </section>`;
}

customElements.define('hx-check-letter', CheckLetter);
