import { html, nothing } from 'lit';
import { ApiError, asApiError } from '../lib/api.ts';
import { ConsoleElement } from '../lib/element.ts';
import { Form } from '../lib/form.ts';
import { postponeSignIn, session, signIn, signInWithCode } from '../lib/session.ts';
import { t } from '../words/index.ts';
import { Checks } from './checks.ts';
import { textField } from './fields.ts';
import { formProblems } from './problems.ts';

/** Signing in with password and, where the account has one, a second factor. `again` where a session ended mid-work. */
export class SignIn extends ConsoleElement {
  static override properties = { again: { type: Boolean }, step: { state: true } };
  declare again: boolean;
  declare step: 'password' | 'code';
  readonly #form: Form<{ email: string; password: string }>;
  readonly #code: Form<{ code: string }>;

  constructor() {
    super();
    this.again = false;
    this.step = 'password';
    this.#form = new Form(this, {
      id: 'sign-in',
      initial: { email: session.value?.email ?? '', password: '' },
    });
    this.#code = new Form(this, { id: 'code', initial: { code: '' } });
  }

  override render() {
    const words = t().signIn;
    return html`<div class="sign-in">
      <h1 id="sign-in-title">${this.again ? words.again : words.title}</h1>
      <p class="lead">${this.again ? words.againLead : words.lead}</p>
      ${this.step === 'password' ? this.#password() : this.#oneTime()}
    </div>`;
  }

  #password() {
    const words = t().signIn;
    const form = this.#form;
    return html`<form novalidate @submit=${(event: Event) => void this.#submit(event)}>
      ${formProblems(form)}
      ${textField(form, 'email', { label: words.email, type: 'email', autocomplete: 'username' })}
      ${textField(form, 'password', { label: words.password, type: 'password', autocomplete: 'current-password' })}
      <div class="buttons">
        <button type="submit" class="button primary" aria-disabled=${form.busy ? 'true' : 'false'}>
          ${form.busy ? words.busy : words.submit}
        </button>
        ${this.again ? html`<button type="button" class="quiet-button" @click=${postponeSignIn}>${words.later}</button>` : nothing}
      </div>
    </form>`;
  }

  #oneTime() {
    const words = t().signIn;
    const form = this.#code;
    return html`<form novalidate @submit=${(event: Event) => void this.#submitCode(event)}>
      ${formProblems(form)}
      ${textField(form, 'code', { label: words.code, hint: words.codeHint, autocomplete: 'one-time-code' })}
      <div class="buttons">
        <button type="submit" class="button primary" aria-disabled=${form.busy ? 'true' : 'false'}>
          ${words.codeSubmit}
        </button>
        <button type="button" class="quiet-button" @click=${() => void this.#back()}>${words.back}</button>
      </div>
    </form>`;
  }

  async #submit(event: Event): Promise<void> {
    event.preventDefault();
    const words = t().signIn;
    const { email, password } = this.#form.values;
    const check = () =>
      new Checks()
        .text('email', email, words.email, 1, 254)
        .text('password', password, words.password, 1, 128).errors;
    const answer = await this.#form.submit(check, () =>
      signIn(email.trim(), password).catch((error: unknown) => Promise.reject(explain(error, words.wrong))),
    );
    if (answer !== true) return;
    this.step = 'code';
    await this.updateComplete;
    this.querySelector<HTMLElement>('#code-code')?.focus();
  }

  async #back(): Promise<void> {
    this.step = 'password';
    await this.updateComplete;
    this.querySelector<HTMLElement>('#sign-in-password')?.focus();
  }

  async #submitCode(event: Event): Promise<void> {
    event.preventDefault();
    const words = t().signIn;
    const { code } = this.#code.values;
    const check = () => new Checks().text('code', code, words.code, 6, 10).errors;
    await this.#code.submit(check, () =>
      signInWithCode(code.replaceAll(/\s/g, '')).catch((error: unknown) =>
        Promise.reject(explain(error, words.wrongCode)),
      ),
    );
  }
}

/** Identity answers in its own format and in English: say what it means here. */
function explain(error: unknown, wrong: string): ApiError {
  const failed = asApiError(error);
  const words = t().signIn;
  const say = (detail: string) => new ApiError('refused', failed.status, { detail });
  if (failed.failure === 'offline' || failed.failure === 'lost') return say(words.unreachable);
  if (failed.status === 429) return say(words.tooMany(failed.retryAfter));
  if (failed.failure === 'signed-out' || failed.failure === 'refused') return say(wrong);
  return failed;
}

customElements.define('hx-sign-in', SignIn);
