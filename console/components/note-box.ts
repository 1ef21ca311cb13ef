import { html, nothing } from 'lit';
import { limits } from '../../contract/limits.ts';
import type { StaffLetter } from '../../contract/staff.ts';
import { give } from '../lib/calls.ts';
import { momentWords } from '../lib/dates.ts';
import { ConsoleElement } from '../lib/element.ts';
import { Form } from '../lib/form.ts';
import { askReload, tellChanged } from '../lib/letter-events.ts';
import { langOf, t } from '../words/index.ts';
import { Checks } from './checks.ts';
import { areaField } from './fields.ts';
import { formProblems } from './problems.ts';
import { prose } from './prose.ts';

/** What colleagues wrote to each other about a letter. */
export class NoteBox extends ConsoleElement {
  static override properties = { letter: { attribute: false }, done: { state: true } };
  declare letter: StaffLetter;
  declare done: boolean;
  #form: Form<{ body: string }> | null = null;

  constructor() {
    super();
    this.done = false;
  }

  override willUpdate(): void {
    this.#form ??= new Form(this, { id: 'note', initial: { body: '' }, scope: this.letter.number });
  }

  override render() {
    const words = t().letter.notes;
    const { notes, may } = this.letter;
    return html`<section class="rail-part" aria-labelledby="notes-title">
      <h2 id="notes-title">${words.title}</h2>
      ${notes.length === 0 ? html`<p class="quiet">${words.none}</p>` : nothing}
      <ul class="notes">
        ${notes.map(
          ({ at, by, body }) =>
            html`<li>
              ${prose(body)}
              <p class="quiet meta"><span lang=${langOf(by)}>${by}</span><span>${momentWords(at)}</span></p>
            </li>`,
        )}
      </ul>
      ${may.includes('note') ? this.#write() : nothing}
    </section>`;
  }

  #write() {
    const words = t().letter.notes;
    const form = this.#form!;
    return html`<form novalidate @submit=${(event: Event) => void this.#submit(event)}>
      ${formProblems(form, { reload: () => askReload(this) })}
      ${areaField(form, 'body', { label: words.label, hint: words.hint, rows: 2, max: limits.supplementCharsMax })}
      <button type="submit" class="button" aria-disabled=${form.busy ? 'true' : 'false'}>
        ${words.submit}
      </button>
      <p class="quiet" role="status">${this.done ? t().commands.done.note : nothing}</p>
    </form>`;
  }

  async #submit(event: Event): Promise<void> {
    event.preventDefault();
    const { body } = this.#form!.values;
    const letter = await this.#form!.submit(
      () => new Checks().text('body', body, t().letter.notes.label, 1, limits.supplementCharsMax).errors,
      () => give(this.letter.number, 'note', { body: body.trim() }),
    );
    this.done = letter !== null;
    if (letter) tellChanged(this, letter, '');
  }
}

customElements.define('hx-notes', NoteBox);
