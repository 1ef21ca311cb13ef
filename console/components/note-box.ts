import { html, nothing } from 'lit';
import { limits } from '../../contract/limits.ts';
import type { StaffLetter } from '../../contract/staff.ts';
import { give } from '../lib/calls.ts';
import { momentWords } from '../lib/dates.ts';
import { ConsoleElement } from '../lib/element.ts';
import { Form } from '../lib/form.ts';
import { askReload, tellChanged } from '../lib/letter-events.ts';
import { t } from '../words/index.ts';
import { Checks } from './checks.ts';
import { areaField } from './fields.ts';
import { formProblems } from './problems.ts';

/** What colleagues wrote to each other about a letter. */
export class NoteBox extends ConsoleElement {
  static override properties = { letter: { attribute: false } };
  declare letter: StaffLetter;
  #form: Form<{ body: string }> | null = null;

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
              <p class="prose">${body}</p>
              <p class="quiet meta"><span>${by}</span><span>${momentWords(at)}</span></p>
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
      ${formProblems(form, () => askReload(this))}
      ${areaField(form, 'body', { label: words.label, hint: words.hint, rows: 2, max: limits.supplementCharsMax })}
      <button type="submit" class="button" ?disabled=${form.busy}>${words.submit}</button>
    </form>`;
  }

  async #submit(event: Event): Promise<void> {
    event.preventDefault();
    const { body } = this.#form!.values;
    const letter = await this.#form!.submit(
      () => new Checks().text('body', body, t().letter.notes.label, 1, limits.supplementCharsMax).errors,
      () => give(this.letter.number, 'note', { body: body.trim() }),
    );
    if (letter) tellChanged(this, letter, t().commands.done.note);
  }
}

customElements.define('hx-notes', NoteBox);
