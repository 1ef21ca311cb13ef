import { html, nothing } from 'lit';
import type { OriginPage } from '../../contract/tenants.ts';
import { allowOriginOf, getOrigins } from '../lib/calls.ts';
import { dayFull, dayOf } from '../lib/dates.ts';
import { ConsoleElement } from '../lib/element.ts';
import { type Errors, Form } from '../lib/form.ts';
import { Loader } from '../lib/loader.ts';
import {
  cspSnippet,
  elementSnippet,
  hostedAddress,
  letterboxSnippet,
  stillSnippet,
} from '../lib/snippets.ts';
import { t } from '../words/index.ts';
import './copy-box.ts';
import { textField } from './fields.ts';
import { formProblems, loadFailure, loadingLines } from './problems.ts';

/** Two steps from a website without a letterbox to one with it: register the origin, paste two lines. */
export class EmbedGuide extends ConsoleElement {
  static override properties = { tenant: {}, central: { type: Boolean }, message: { state: true } };
  declare tenant: string;
  /** Asks as the centre rather than as the tenant's coordinator. */
  declare central: boolean;
  declare message: string;
  readonly #origins = new Loader<OriginPage>(this);
  readonly #form: Form<{ origin: string }>;

  constructor() {
    super();
    this.tenant = '';
    this.central = false;
    this.message = '';
    this.#form = new Form(this, { id: 'origin', initial: { origin: '' } });
  }

  override willUpdate(changed: Map<string, unknown>): void {
    if (changed.has('tenant')) void this.#load();
  }

  #load = (): Promise<void> => this.#origins.run(() => getOrigins(this.tenant, this.central));

  override render() {
    const words = t().manage.embed;
    return html`<section class="step" aria-labelledby="step-1">
        <h2 id="step-1">${words.step1}</h2>
        <p>${words.step1Lead}</p>
        ${this.#list()} ${this.#add()}
      </section>
      <section class="step" aria-labelledby="step-2">
        <h2 id="step-2">${words.step2}</h2>
        <p>${words.step2Lead}</p>
        <hx-copy label=${words.code} .text=${letterboxSnippet(this.tenant, words.linkText)}></hx-copy>
        <h3>${words.still}</h3>
        <p class="hint">${words.stillHint}</p>
        <hx-copy label=${words.still} .text=${stillSnippet()}></hx-copy>
        <h3>${words.csp}</h3>
        <hx-copy label=${words.csp} .text=${cspSnippet()}></hx-copy>
        <h3>${words.more}</h3>
        ${(['feed', 'badge', 'notices'] as const).map(
          (element) =>
            html`<p class="hint">${words[element]}</p>
              <hx-copy label=${words[element]} .text=${elementSnippet(element, this.tenant)}></hx-copy>`,
        )}
        <p>
          ${words.hosted} <a class="url" href=${hostedAddress(this.tenant)}>${hostedAddress(this.tenant)}</a>
        </p>
      </section>`;
  }

  #list() {
    const words = t().manage.embed;
    const { value, error } = this.#origins;
    if (error) return loadFailure(words.failed, error, () => void this.#load());
    if (!value) return loadingLines(2);
    if (value.items.length === 0) return html`<p class="state">${words.none}</p>`;
    return html`<ul class="origins" aria-label=${words.origins}>
      ${value.items.map(
        ({ origin, createdAt, seenAt, seenVersion }) =>
          html`<li>
            <span class="url">${origin}</span>
            <span class="quiet"
              >${words.since(dayFull(dayOf(createdAt)))} ·
              ${seenAt ? words.seen(dayFull(dayOf(seenAt)), seenVersion ?? '') : words.neverSeen}</span
            >
          </li>`,
      )}
    </ul>`;
  }

  #add() {
    const words = t().manage.embed;
    const form = this.#form;
    return html`<form class="narrow" novalidate @submit=${(event: Event) => void this.#submit(event)}>
      ${formProblems(form)}
      <p class="done" role="status">${this.message || nothing}</p>
      ${textField(form, 'origin', { label: words.origin, hint: words.originHint, type: 'url' })}
      <div class="buttons">
        <button type="submit" class="button primary" aria-disabled=${form.busy ? 'true' : 'false'}>
          ${words.add}
        </button>
      </div>
    </form>`;
  }

  async #submit(event: Event): Promise<void> {
    event.preventDefault();
    const words = t().manage.embed;
    const origin = this.#form.values.origin.trim().replace(/\/$/, '');
    this.message = '';
    const verify = (): Errors => (isOrigin(origin) ? {} : { origin: words.badOrigin });
    const added = await this.#form.submit(verify, async () => {
      await allowOriginOf(this.tenant, this.central, origin);
      return true;
    });
    if (!added) return;
    this.message = words.added(origin);
    await this.#load();
  }
}

/** Scheme, host and port, compared exactly by the service. */
function isOrigin(value: string): boolean {
  try {
    return /^https?:/.test(value) && new URL(value).origin === value;
  } catch {
    return false;
  }
}

customElements.define('hx-embed-guide', EmbedGuide);
