import { html, nothing } from 'lit';
import type { CentralRanking } from '../../contract/ranking.ts';
import { publishRanking } from '../lib/centre-calls.ts';
import { momentWords } from '../lib/dates.ts';
import { ConsoleElement } from '../lib/element.ts';
import { Form } from '../lib/form.ts';
import { lang, t } from '../words/index.ts';
import { Checks } from './checks.ts';
import { textField } from './fields.ts';
import { formProblems } from './problems.ts';

/** Whether everybody may see a jurisdiction's table, under which name, and what they would see. */
export class LeaguePublication extends ConsoleElement {
  static override properties = {
    ranking: { attribute: false },
    proposed: {},
    said: { state: true },
  };
  declare ranking: CentralRanking;
  /** A name for a table that has none yet. */
  declare proposed: string;
  declare said: string;
  #form: Form<{ name: string }> | null = null;
  #of = '';

  constructor() {
    super();
    this.proposed = '';
    this.said = '';
  }

  override willUpdate(): void {
    const { jurisdiction, jurisdictionName } = this.ranking;
    if (this.#form && jurisdiction === this.#of) return;
    this.#of = jurisdiction;
    this.said = '';
    this.#form = new Form(this, { id: 'league', initial: { name: jurisdictionName ?? this.proposed } });
  }

  override render() {
    const words = t().ranking.publication;
    const { publication, jurisdiction, jurisdictionName, by } = this.ranking;
    const form = this.#form!;
    const { name } = form.values;
    const asked = { jurisdiction, by, lang: lang.value };
    const preview = `/v1/central/ranking-preview?${new URLSearchParams({ ...asked, name })}`;
    const open = publication.public;
    const renamed = name.trim() !== jurisdictionName;
    return html`<section class="group" aria-labelledby="publish-title">
      <h2 id="publish-title">${words.title}</h2>
      <p class="lead">${open ? words.on(jurisdictionName ?? '') : words.off}</p>
      ${
        publication.changedAt
          ? html`<p class="quiet">
              ${words.changed(momentWords(publication.changedAt), publication.changedBy ?? '')}
            </p>`
          : nothing
      }
      <p class="done" role="status" tabindex="-1">${this.said || nothing}</p>
      <form class="narrow" novalidate @submit=${(event: Event) => void this.#submit(event, true)}>
        ${formProblems(form)} ${textField(form, 'name', { label: words.name, hint: words.nameHint })}
        <div class="buttons">
          ${
            !open || renamed
              ? html`<button
                  type="submit"
                  class="button ${open ? '' : 'primary'}"
                  aria-disabled=${form.busy ? 'true' : 'false'}
                >
                  ${form.busy ? t().common.sending : open ? words.rename : words.publish}
                </button>`
              : nothing
          }
          <a class="button" href=${preview} target="_blank" rel="noopener">${words.preview}</a>
          ${
            open
              ? html`<a
                    class="button"
                    href="/ranking?${new URLSearchParams(asked)}"
                    target="_blank"
                    rel="noopener"
                    >${words.open}</a
                  >
                  <button
                    type="button"
                    class="quiet-button"
                    @click=${(event: Event) => void this.#submit(event, false)}
                  >
                    ${words.close}
                  </button>`
              : nothing
          }
        </div>
      </form>
    </section>`;
  }

  async #submit(event: Event, open: boolean): Promise<void> {
    event.preventDefault();
    const words = t().ranking.publication;
    const form = this.#form!;
    const name = form.values.name.trim();
    const { jurisdiction } = this.ranking;
    const publication = await form.ask(
      () => new Checks().text('name', form.values.name, words.name, 2, 60).errors,
      () => publishRanking({ jurisdiction, name, public: open }),
    );
    if (!publication) return;
    this.ranking = { ...this.ranking, publication, jurisdictionName: name };
    this.said = open ? words.published : words.closed;
    await this.updateComplete;
    this.querySelector<HTMLElement>('.done')?.focus();
  }
}

customElements.define('hx-league-publication', LeaguePublication);
