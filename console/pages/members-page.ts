import { html, nothing } from 'lit';
import type {
  InvitationMade,
  InvitationPage,
  InvitationView,
  ListedMember,
  MemberPage,
} from '../../contract/invitations.ts';
import { limits } from '../../contract/limits.ts';
import { Checks } from '../components/checks.ts';
import '../components/copy-box.ts';
import { textField } from '../components/fields.ts';
import '../components/member-item.ts';
import { formProblems, failureWords, loadFailure, loadingLines } from '../components/problems.ts';
import { chosenDepartments, roleFields, roleValues } from '../components/role-fields.ts';
import { asApiError } from '../lib/api.ts';
import { dayFull, dayOf } from '../lib/dates.ts';
import { ConsoleElement } from '../lib/element.ts';
import { type Errors, Form, type Values } from '../lib/form.ts';
import { Loader } from '../lib/loader.ts';
import { getInvitations, getMembers, inviteAgain, inviteThem, withdrawInvitation } from '../lib/people.ts';
import { role, roleChoice } from '../lib/session.ts';
import { langOf, t } from '../words/index.ts';

/** Who works here, and inviting others. */
export class MembersPage extends ConsoleElement {
  static override properties = { message: { state: true }, wrong: { state: true }, made: { state: true } };
  declare message: string;
  declare wrong: string;
  /** An invitation with its link: shown once, held no longer than it is shown. */
  declare made: InvitationMade | null;
  readonly #members = new Loader<MemberPage>(this);
  readonly #invitations = new Loader<InvitationPage>(this);
  #form: Form<Values>;

  constructor() {
    super();
    this.message = '';
    this.wrong = '';
    this.made = null;
    this.#form = this.#fresh();
  }

  #fresh(): Form<Values> {
    const initial = { name: '', email: '', ...roleValues('officer', [], this.#departments) };
    return new Form<Values>(this, { id: 'invite', initial });
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.until(roleChoice.subscribe(() => this.#start()));
    this.#start();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.made = null;
  }

  get #tenant(): string {
    return role()?.tenant ?? '';
  }

  get #departments() {
    return role()?.allDepartments ?? [];
  }

  #start(): void {
    this.#form = this.#fresh();
    void this.#load();
  }

  #load = async (): Promise<void> => {
    await Promise.all([
      this.#members.run(() => getMembers(this.#tenant)),
      this.#invitations.run(() => getInvitations(this.#tenant)),
    ]);
  };

  override render() {
    const words = t().members;
    return html`<header class="page-head">
        <h1>${words.title}</h1>
        <p class="lead">${words.lead}</p>
      </header>
      <p class="done" role="status" tabindex="-1">${this.message || nothing}</p>
      ${this.wrong ? html`<p class="problems" role="alert">${this.wrong}</p>` : nothing} ${this.#link()}
      ${this.#list()} ${this.#invite()} ${this.#pending()}`;
  }

  #list() {
    const words = t().members;
    const { value, error } = this.#members;
    if (error) return loadFailure(words.failed, error, () => void this.#load());
    if (!value) return loadingLines(5);
    if (value.items.length === 0) return html`<p class="state">${words.empty}</p>`;
    return html`<ul class="rows">
      ${value.items.map(
        (member: ListedMember) =>
          html`<li>
            <hx-member
              tenant=${this.#tenant}
              .member=${member}
              @member-changed=${(event: CustomEvent<string>) => void this.#say(event.detail)}
            ></hx-member>
          </li>`,
      )}
    </ul>`;
  }

  #link() {
    const words = t().members;
    const { made } = this;
    if (!made) return nothing;
    const { name, email } = made.invitation;
    return html`<section class="secret" aria-labelledby="link-title" tabindex="-1">
      <h2 id="link-title">${words.linkTitle(name)}</h2>
      <p>${made.mailed ? words.linkMailed(email) : words.linkShown}</p>
      <hx-copy label=${words.link} .text=${made.link}></hx-copy>
      <p class="quiet">${words.linkOnce}</p>
      <button type="button" class="button" @click=${() => void this.#seen()}>${words.linkSeen}</button>
    </section>`;
  }

  #invite() {
    const words = t().members;
    const form = this.#form;
    const typed = form.values['name'] !== '' || form.values['email'] !== '';
    return html`<details class="create" ?open=${typed}>
      <summary>${words.invite}</summary>
      <form class="narrow" novalidate @submit=${(event: Event) => void this.#submit(event)}>
        <p class="lead">${words.inviteLead}</p>
        ${formProblems(form)} ${textField(form, 'name', { label: words.name })}
        ${textField(form, 'email', { label: words.email, hint: words.emailHint, type: 'email' })}
        ${roleFields(form, this.#departments)}
        <div class="buttons">
          <button type="submit" class="button primary" aria-disabled=${form.busy ? 'true' : 'false'}>
            ${form.busy ? t().common.sending : words.submit}
          </button>
        </div>
      </form>
    </details>`;
  }

  #pending() {
    const words = t().members;
    const items = this.#invitations.value?.items ?? [];
    if (items.length === 0) return nothing;
    return html`<section aria-labelledby="pending-title">
      <h2 id="pending-title">${words.pending(items.length)}</h2>
      <ul class="rows">
        ${items.map((one) => this.#invitation(one))}
      </ul>
    </section>`;
  }

  #invitation(one: InvitationView) {
    const words = t().members;
    const { name, email, expired, expiresAt } = one;
    return html`<li class="row">
      <div class="row-main">
        <p class="row-name" lang=${langOf(name)}>${name}</p>
        <p class="quiet meta">
          <span>${email}</span><span>${words.roles[one.role]}</span>
          <span>${expired ? words.expired : words.until(dayFull(dayOf(expiresAt)))}</span>
        </p>
      </div>
      <div class="row-tools">
        <button
          type="button"
          class="quiet-button"
          aria-label=${words.againNamed(name)}
          @click=${() => void this.#again(one)}
        >
          ${words.again}
        </button>
        <button
          type="button"
          class="quiet-button"
          aria-label=${words.withdrawNamed(name)}
          @click=${() => void this.#withdraw(one)}
        >
          ${words.withdraw}
        </button>
      </div>
    </li>`;
  }

  #check(): Errors {
    const words = t().members;
    const { name = '', email = '', role: chosen } = this.#form.values;
    const checks = new Checks()
      .text('name', name, words.name, 1, limits.nameCharsMax)
      .text('email', email, words.email, 3, limits.emailCharsMax)
      .matches('email', email.trim(), /^\S+@\S+\.\S+$/, words.badEmail);
    if (chosen === 'officer' && chosenDepartments(this.#form.values).length === 0)
      checks.errors['departments'] = words.pickDepartments;
    return checks.errors;
  }

  async #submit(event: Event): Promise<void> {
    event.preventDefault();
    const { name = '', email = '', role: chosen = 'officer' } = this.#form.values;
    const departments = chosen === 'officer' ? chosenDepartments(this.#form.values) : [];
    const body = { name: name.trim(), email: email.trim(), role: chosen, departments };
    const made = await this.#form.submit(
      () => this.#check(),
      () => inviteThem(this.#tenant, body),
    );
    if (made) await this.#show(made);
  }

  async #show(made: InvitationMade): Promise<void> {
    this.made = made;
    this.message = '';
    this.wrong = '';
    await this.#load();
    await this.updateComplete;
    const box = this.querySelector<HTMLElement>('.secret');
    box?.focus();
    box?.scrollIntoView({ block: 'nearest' });
  }

  async #seen(): Promise<void> {
    this.made = null;
    await this.updateComplete;
    this.querySelector<HTMLElement>('.create summary')?.focus();
  }

  #again = ({ id }: InvitationView): Promise<void> =>
    this.#attempt(async () => this.#show(await inviteAgain(this.#tenant, id)));

  #withdraw = ({ id, name }: InvitationView): Promise<void> =>
    this.#attempt(async () => {
      this.#invitations.put(await withdrawInvitation(this.#tenant, id));
      if (this.made?.invitation.id === id) this.made = null;
      await this.#say(t().members.withdrawn(name));
    });

  async #attempt(one: () => Promise<void>): Promise<void> {
    this.wrong = '';
    try {
      await one();
    } catch (error) {
      this.wrong = `${t().members.changeFailed}${failureWords(asApiError(error))}`;
    }
  }

  async #say(message: string): Promise<void> {
    this.message = message;
    await this.#load();
    await this.updateComplete;
    this.querySelector<HTMLElement>('.done')?.focus();
  }
}

customElements.define('hx-members-page', MembersPage);
