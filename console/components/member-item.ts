import { html, nothing } from 'lit';
import type { ListedMember } from '../../contract/invitations.ts';
import { asApiError } from '../lib/api.ts';
import { momentWords } from '../lib/dates.ts';
import { ConsoleElement } from '../lib/element.ts';
import { type Errors, Form, type Values } from '../lib/form.ts';
import { changeMember, setMember } from '../lib/people.ts';
import { role } from '../lib/session.ts';
import { langOf, t } from '../words/index.ts';
import { failureWords, formProblems } from './problems.ts';
import { chosenDepartments, roleFields, roleValues } from './role-fields.ts';

/** One member: what they are, and changing it. Fires `member-changed` with what was done. */
export class MemberItem extends ConsoleElement {
  static override properties = {
    tenant: {},
    member: { attribute: false },
    form: { state: true },
    wrong: { state: true },
  };
  declare tenant: string;
  declare member: ListedMember;
  /** While it is being changed. */
  declare form: Form<Values> | null;
  declare wrong: string;

  constructor() {
    super();
    this.tenant = '';
    this.form = null;
    this.wrong = '';
  }

  override render() {
    const words = t().members;
    const { member } = this;
    const suspended = member.status === 'suspended';
    return html`<div class="row">
        <div class="row-main">
          <p class="row-name">
            <span lang=${langOf(member.name)}>${member.name}</span>
            ${member.self ? html`<span class="quiet">${words.you}</span>` : nothing}
            ${suspended ? html`<span class="row-mark">${words.suspended}</span>` : nothing}
          </p>
          <p class="quiet meta">
            <span>${words.roles[member.role]}</span><span>${this.#scope()}</span><span>${member.email}</span>
            <span
              >${member.lastSignInAt ? words.lastSignIn(momentWords(member.lastSignInAt)) : words.neverSignedIn}</span
            >
          </p>
        </div>
        ${member.self ? nothing : this.#tools(suspended)}
      </div>
      ${this.wrong ? html`<p class="problems" role="alert">${this.wrong}</p>` : nothing}
      ${this.form ? this.#change(this.form) : nothing}`;
  }

  #tools(suspended: boolean) {
    const words = t().members;
    const { name } = this.member;
    const step = suspended ? 'resume' : 'suspend';
    return html`<div class="row-tools">
      ${
        suspended
          ? nothing
          : html`<button
              type="button"
              class="quiet-button"
              aria-label=${words.changeOf(name)}
              @click=${() => void this.#start()}
            >
              ${words.change}
            </button>`
      }
      <button
        type="button"
        class="quiet-button"
        aria-label=${suspended ? words.resumeNamed(name) : words.suspendNamed(name)}
        @click=${() => void this.#set(step)}
      >
        ${words[step]}
      </button>
    </div>`;
  }

  /** Names of departments, those that were closed since as well. */
  #scope(): string {
    const words = t().members;
    const { role: what, departments } = this.member;
    if (what !== 'officer') return words.all;
    const known = [...(role()?.allDepartments ?? []), ...(role()?.formerDepartments ?? [])];
    const names = departments.map((id) => known.find((one) => one.id === id)?.name ?? id);
    return names.length > 0 ? names.join(t().departments.join) : words.noDepartments;
  }

  #change(form: Form<Values>) {
    const words = t().members;
    return html`<form
      class="narrow row-form"
      novalidate
      @submit=${(event: Event) => void this.#submit(event, form)}
    >
      <h2>${words.changeOf(this.member.name)}</h2>
      ${formProblems(form)} ${roleFields(form, role()?.allDepartments ?? [])}
      <div class="buttons">
        <button type="submit" class="button primary" aria-disabled=${form.busy ? 'true' : 'false'}>
          ${form.busy ? t().common.sending : words.save}
        </button>
        <button type="button" class="quiet-button" @click=${() => (this.form = null)}>
          ${t().common.cancel}
        </button>
      </div>
    </form>`;
  }

  async #start(): Promise<void> {
    const { id, role: now, departments } = this.member;
    const initial = roleValues(now, departments, role()?.allDepartments ?? []);
    this.form = new Form<Values>(this, { id: `member-${id}`, initial });
    await this.updateComplete;
    this.querySelector<HTMLElement>('.row-form input')?.focus();
  }

  async #submit(event: Event, form: Form<Values>): Promise<void> {
    event.preventDefault();
    const chosen = form.values['role'] === 'coordinator' ? 'coordinator' : 'officer';
    const departments = chosen === 'officer' ? chosenDepartments(form.values) : [];
    const check = (): Errors =>
      chosen === 'officer' && departments.length === 0 ? { departments: t().members.pickDepartments } : {};
    const done = await form.submit(check, () =>
      changeMember(this.tenant, this.member.id, { role: chosen, departments }),
    );
    if (!done) return;
    this.form = null;
    this.#tell(t().members.saved(done.name));
  }

  async #set(step: 'suspend' | 'resume'): Promise<void> {
    const words = t().members;
    this.wrong = '';
    try {
      await setMember(this.member.id, step);
      const { name } = this.member;
      this.#tell(step === 'suspend' ? words.suspendedNow(name) : words.resumedNow(name));
    } catch (error) {
      this.wrong = `${words.changeFailed}${failureWords(asApiError(error))}`;
    }
  }

  #tell(detail: string): void {
    this.dispatchEvent(new CustomEvent('member-changed', { detail }));
  }
}

customElements.define('hx-member', MemberItem);
