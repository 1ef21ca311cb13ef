import { html, nothing } from 'lit';
import { fileLimits, limits } from '../../contract/limits.ts';
import type { Receipt } from '../../contract/letters.ts';
import { KINDS, type Kind } from '../../contract/vocabulary.ts';
import { channelWords, kindWords } from '../../contract/words.ts';
import { Checks } from '../components/checks.ts';
import { areaField, checkField, fieldId, radioField, selectField, textField } from '../components/fields.ts';
import '../components/file-picker.ts';
import { keySlip } from '../components/key-slip.ts';
import { formProblems } from '../components/problems.ts';
import { randomKey } from '../lib/api.ts';
import { register } from '../lib/calls.ts';
import { ConsoleElement } from '../lib/element.ts';
import { Form } from '../lib/form.ts';
import { type ReplyFiles, registerFilesOf, writeKept } from '../lib/reply-files.ts';
import { to } from '../lib/router.ts';
import { role, session } from '../lib/session.ts';
import { lang, t } from '../words/index.ts';

const CHANNELS = ['counter', 'phone', 'paper'] as const;
const EMPTY = {
  ...{ channel: 'counter', kind: '', department: '', title: '', body: '', publish: '', files: '' },
  ...{ 'contact.name': '', 'contact.phone': '', 'contact.email': '' },
};
const SECRET = ['contact.name', 'contact.phone', 'contact.email'] as const;

/** A letter from the counter, the phone or paper (代登记). */
export class RegisterPage extends ConsoleElement {
  static override properties = { receipt: { state: true } };
  declare receipt: Receipt | null;
  /** An officer sees only letters of their own departments. */
  #mayOpen = true;
  readonly #form: Form<typeof EMPTY>;
  readonly #files: ReplyFiles;
  /** One key until the service has answered: pressing twice, or again after a lost line, registers once. */
  #key = randomKey();

  constructor() {
    super();
    this.receipt = null;
    this.#form = new Form(this, {
      id: 'register',
      initial: { ...EMPTY, department: role()?.role === 'officer' ? (role()?.departments[0]?.id ?? '') : '' },
      scope: `register/${session.value?.id ?? ''}`,
      secret: SECRET,
    });
    this.#files = registerFilesOf(role()?.tenant ?? '', this.#form.values.files);
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.until(this.#files.subscribe(() => this.#keepFiles()));
  }

  /** What has arrived is part of the draft. */
  #keepFiles(): void {
    const kept = writeKept(this.#files.kept);
    if (kept !== this.#form.values.files) this.#form.set('files', kept);
    else this.requestUpdate();
  }

  override render() {
    const words = t().manage.register;
    return html`<header class="page-head">
        <h1>${words.title}</h1>
        <p class="lead">${words.lead}</p>
      </header>
      ${this.receipt ? this.#done(this.receipt) : this.#write()}`;
  }

  #done(receipt: Receipt) {
    const words = t().manage.register;
    return html`<p class="done" role="status" tabindex="-1">${words.done}</p>
      ${keySlip(
        receipt,
        html`${this.#mayOpen ? html`<a class="button" href=${to(['letters', receipt.number])}>${words.open}</a>` : nothing}
          <button type="button" class="quiet-button" @click=${() => void this.#again()}>
            ${words.another}
          </button>`,
      )}`;
  }

  async #again(): Promise<void> {
    this.receipt = null;
    await this.updateComplete;
    this.querySelector<HTMLElement>('form input')?.focus();
  }

  #write() {
    const words = t().manage.register;
    const form = this.#form;
    const channels = CHANNELS.map((channel) => ({
      value: channel,
      label: channelWords[lang.value][channel],
    }));
    const kinds = KINDS.map((kind) => ({ value: kind, label: kindWords[lang.value][kind] }));
    const departments = (role()?.allDepartments ?? []).map(({ id, name }) => ({ value: id, label: name }));
    return html`<form class="narrow" novalidate @submit=${(event: Event) => void this.#submit(event)}>
      ${formProblems(form, { lost: words.lost })}
      ${radioField(form, 'channel', channels, { label: words.channel })}
      ${radioField(form, 'kind', kinds, { label: words.kind })}
      ${selectField(form, 'department', [{ value: '', label: words.undecided }, ...departments], { label: words.department })}
      ${textField(form, 'title', { label: words.letterTitle, hint: words.titleHint })}
      ${areaField(form, 'body', { label: words.body, hint: words.bodyHint, rows: 9, max: limits.bodyCharsMax })}
      <hx-file-picker
        field=${fieldId(form, 'files')}
        hint=${words.filesHint(fileLimits.filesMax)}
        error=${form.errors['files'] ?? ''}
        .files=${this.#files}
        @files-changed=${() => form.correct('files')}
      ></hx-file-picker>
      <fieldset class="group">
        <legend>${words.contact}</legend>
        <p class="hint">${words.contactHint}</p>
        ${textField(form, 'contact.name', { label: words.name, optional: true })}
        ${textField(form, 'contact.phone', { label: words.phone, type: 'tel', optional: true })}
        ${textField(form, 'contact.email', { label: words.email, type: 'email', optional: true })}
      </fieldset>
      ${checkField(form, 'publish', { label: words.publish, hint: words.publishHint })}
      <div class="buttons">
        <button type="submit" class="button primary" aria-disabled=${form.busy ? 'true' : 'false'}>
          ${form.busy ? t().common.sending : words.submit}
        </button>
      </div>
    </form>`;
  }

  #check() {
    const words = t().manage.register;
    const { values } = this.#form;
    const email = values['contact.email'].trim();
    const checks = new Checks()
      .chosen('kind', values.kind, words.kind)
      .text('title', values.title, words.letterTitle, limits.titleCharsMin, limits.titleCharsMax)
      .text('body', values.body, words.body, limits.bodyCharsMin, limits.bodyCharsMax)
      .text('contact.name', values['contact.name'], words.name, 0, limits.nameCharsMax)
      .text('contact.phone', values['contact.phone'], words.phone, 0, limits.phoneCharsMax);
    const { unfinished } = this.#files;
    if (unfinished > 0) checks.errors['files'] = t().files.unfinished(unfinished);
    return (
      email ? checks.matches('contact.email', email, /^[^\s@]+@[^\s@]+\.[^\s@]+$/, words.badEmail) : checks
    ).errors;
  }

  #body(): Parameters<typeof register>[0] {
    const { values } = this.#form;
    const parts = (['name', 'phone', 'email'] as const).map(
      (part) => [part, values[`contact.${part}`].trim()] as const,
    );
    const contact = Object.fromEntries(parts.filter(([, text]) => text !== ''));
    const tenant = role()?.tenant;
    const uploads = this.#files.kept.flatMap(({ id, key }) => (key === undefined ? [] : [{ id, key }]));
    return {
      ...(tenant && { tenant }),
      channel: CHANNELS.find((channel) => channel === values.channel) ?? 'counter',
      kind: values.kind as Kind,
      department: values.department || null,
      title: values.title.trim(),
      body: values.body.trim(),
      contact: Object.keys(contact).length > 0 ? contact : null,
      publish: values.publish === 'yes',
      ...(uploads.length > 0 && { uploads }),
    };
  }

  async #submit(event: Event): Promise<void> {
    event.preventDefault();
    const { department } = this.#form.values;
    const receipt = await this.#form.submit(
      () => this.#check(),
      () => register(this.#body(), this.#key),
    );
    if (!receipt) {
      // A refused letter may be mended and is then another one; an unanswered one must stay the same.
      if (this.#form.problem?.failure === 'refused') this.#key = randomKey();
      return;
    }
    this.#files.clear();
    this.#key = randomKey();
    const acting = role();
    this.#mayOpen = acting?.role !== 'officer' || acting.departments.some(({ id }) => id === department);
    this.receipt = receipt;
    await this.updateComplete;
    this.querySelector<HTMLElement>('.done')?.focus();
  }
}

customElements.define('hx-register-page', RegisterPage);
