import { html, nothing } from 'lit';
import { charCount, limits } from '../../contract/limits.ts';
import type { OpenedInvitation } from '../../contract/invitations.ts';
import { textField } from '../components/fields.ts';
import { formProblems, loadFailure, loadingLines } from '../components/problems.ts';
import { dayFull, dayOf } from '../lib/dates.ts';
import { ConsoleElement } from '../lib/element.ts';
import { type Errors, Form } from '../lib/form.ts';
import { Loader } from '../lib/loader.ts';
import { acceptInvitation, openInvitation } from '../lib/people.ts';
import { replace } from '../lib/router.ts';
import { langOf, t } from '../words/index.ts';

const TOKEN = /^[0-9a-z]{32}$/;

/** For whoever was invited: what to, and a password of their own. Nobody is signed in here. */
export class InvitationPage extends ConsoleElement {
  static override properties = { token: {}, shown: { state: true }, joined: { state: true } };
  declare token: string;
  declare shown: boolean;
  /** The address of whoever has joined. */
  declare joined: string | null;
  readonly #opened = new Loader<OpenedInvitation>(this);
  readonly #form: Form<{ password: string; again: string }>;

  constructor() {
    super();
    this.token = '';
    this.shown = false;
    this.joined = null;
    this.#form = new Form(this, { id: 'join', initial: { password: '', again: '' } });
  }

  override willUpdate(changed: Map<string, unknown>): void {
    if (!changed.has('token') || !TOKEN.test(this.token)) return;
    this.joined = null;
    void this.#load();
  }

  #load = (): Promise<void> => this.#opened.run(() => openInvitation(this.token));

  override render() {
    const words = t().invitation;
    if (this.joined !== null) return this.#done(this.joined);
    const { value, error } = this.#opened;
    const over = !TOKEN.test(this.token) || error?.status === 404 || this.#form.problem?.status === 404;
    if (over)
      return html`<div class="state" role="alert">
        <h1 class="state-title">${words.over}</h1>
        <p>${words.overHint}</p>
        <a href="#/">${words.goSignIn}</a>
      </div>`;
    if (error) return loadFailure(words.title, error, () => void this.#load(), true);
    if (!value) return loadingLines(4);
    return html`<div class="sign-in">
      <h1>${words.title}</h1>
      <p class="lead">
        <span lang=${langOf(value.name)}>${value.name}</span
        >${langOf(value.name) === 'en' ? ', ' : '，'}${words.lead(value.tenantName, t().members.roles[value.role])}
      </p>
      ${value.departments.length > 0 ? html`<p>${words.departments(value.departments.join(t().departments.join))}</p>` : nothing}
      <dl class="pair-line">
        <dt>${words.account}</dt>
        <dd>${value.email}</dd>
      </dl>
      ${this.#accept(value)}
      <p class="quiet">${words.until(dayFull(dayOf(value.expiresAt)))}</p>
    </div>`;
  }

  #accept({ known, email }: OpenedInvitation) {
    const words = t().invitation;
    const form = this.#form;
    const type = this.shown ? 'text' : 'password';
    return html`<form novalidate @submit=${(event: Event) => void this.#submit(event, known)}>
      ${formProblems(form)}
      ${
        known
          ? html`<p>${words.known}</p>`
          : html`<div class="unseen" aria-hidden="true">
                <input type="email" autocomplete="username" tabindex="-1" readonly .value=${email} />
              </div>
              ${textField(form, 'password', { ...{ label: words.password, hint: words.passwordHint, type }, autocomplete: 'new-password' })}
              ${this.shown ? nothing : textField(form, 'again', { label: words.again, type, autocomplete: 'new-password' })}
              <label class="choice" for="join-shown">
                <input
                  type="checkbox"
                  id="join-shown"
                  .checked=${this.shown}
                  @change=${(event: Event) => (this.shown = (event.target as HTMLInputElement).checked)}
                />
                <span>${words.show}</span>
              </label>`
      }
      <div class="buttons">
        <button type="submit" class="button primary" aria-disabled=${form.busy ? 'true' : 'false'}>
          ${form.busy ? t().common.sending : words.submit}
        </button>
      </div>
    </form>`;
  }

  #done(email: string) {
    const words = t().invitation;
    return html`<div class="sign-in">
      <h1 tabindex="-1">${words.done}</h1>
      <p class="lead" role="status">${words.doneLead(email)}</p>
      <div class="buttons"><a class="button primary" href="#/">${words.goSignIn}</a></div>
    </div>`;
  }

  #check(known: boolean): Errors {
    const words = t().invitation;
    const { password, again } = this.#form.values;
    if (known) return {};
    const missing = limits.passwordCharsMin - charCount(password);
    if (missing > 0) return { password: words.short(missing) };
    return this.shown || again === password ? {} : { again: words.different };
  }

  async #submit(event: Event, known: boolean): Promise<void> {
    event.preventDefault();
    const { password } = this.#form.values;
    const done = await this.#form.submit(
      () => this.#check(known),
      () => acceptInvitation(this.token, known ? undefined : password),
    );
    if (!done) return;
    this.joined = done.email;
    // The link opens nothing any more: it needn't stay in the address and the history.
    replace('#/invitation/');
    await this.updateComplete;
    this.querySelector<HTMLElement>('h1')?.focus();
  }
}

customElements.define('hx-invitation-page', InvitationPage);
