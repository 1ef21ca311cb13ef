import { html, nothing } from 'lit';
import { limits } from '../../contract/limits.ts';
import type { NoticePage } from '../../contract/tenants.ts';
import { Checks } from '../components/checks.ts';
import { areaField, selectField, textField } from '../components/fields.ts';
import { formProblems, loadFailure, loadingLines } from '../components/problems.ts';
import { prose } from '../components/prose.ts';
import { getNotices, publishNotice } from '../lib/calls.ts';
import { momentWords } from '../lib/dates.ts';
import { ConsoleElement } from '../lib/element.ts';
import { Form } from '../lib/form.ts';
import { Loader } from '../lib/loader.ts';
import { role, roleChoice, session } from '../lib/session.ts';
import { t } from '../words/index.ts';

/** What departments publish unasked (主动发布). */
export class NoticesPage extends ConsoleElement {
  static override properties = { done: { state: true }, moreFailed: { state: true } };
  declare done: boolean;
  declare moreFailed: boolean;
  readonly #notices = new Loader<NoticePage>(this);
  readonly #form: Form<{ department: string; title: string; body: string }>;

  constructor() {
    super();
    this.done = false;
    this.moreFailed = false;
    const own = role()?.role === 'officer' ? (role()?.departments[0]?.id ?? '') : '';
    this.#form = new Form(this, {
      ...{ id: 'notice', initial: { department: own, title: '', body: '' } },
      scope: `notice/${session.value?.id ?? ''}`,
    });
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.until(roleChoice.subscribe(() => void this.#load()));
    void this.#load();
  }

  get #tenant(): string {
    return role()?.tenant ?? '';
  }

  #load = (): Promise<void> => this.#notices.run(() => getNotices(this.#tenant));

  async #more(cursor: string): Promise<void> {
    const before = this.#notices.value;
    this.moreFailed = false;
    try {
      const next = await getNotices(this.#tenant, cursor);
      if (before) this.#notices.put({ ...next, items: [...before.items, ...next.items] });
      await this.updateComplete;
      this.querySelectorAll<HTMLElement>('.notice-list summary')[before?.items.length ?? 0]?.focus();
    } catch {
      this.moreFailed = true;
    }
  }

  override render() {
    const words = t().manage.notices;
    return html`<header class="page-head">
        <h1>${words.title}</h1>
        <p class="lead">${words.lead}</p>
      </header>
      <div class="two">
        <section aria-labelledby="notice-list">
          <h2 id="notice-list">${words.list}</h2>
          ${this.#list()}
        </section>
        <section aria-labelledby="notice-write">
          <h2 id="notice-write">${words.write}</h2>
          ${this.#write()}
        </section>
      </div>`;
  }

  #list() {
    const words = t().manage.notices;
    const { value, error } = this.#notices;
    if (error) return loadFailure(words.failed, error, () => void this.#load());
    if (!value) return loadingLines(4);
    if (value.items.length === 0) return html`<p class="state">${words.empty}</p>`;
    return html`<ul class="notice-list">
        ${value.items.map(
          (notice) =>
            html`<li>
              <details>
                <summary>${notice.title}</summary>
                ${prose(notice.body)}
              </details>
              <p class="quiet meta">
                <span>${notice.departmentName ?? words.whole}</span
                ><span>${momentWords(notice.publishedAt)}</span>
              </p>
            </li>`,
        )}
      </ul>
      ${
        value.nextCursor
          ? html`<p class="more">
              <button type="button" class="button" @click=${() => void this.#more(value.nextCursor!)}>
                ${t().common.more}
              </button>
              ${this.moreFailed ? html`<span role="alert">${words.failed}</span>` : nothing}
            </p>`
          : nothing
      }`;
  }

  #write() {
    const words = t().manage.notices;
    const form = this.#form;
    const officer = role()?.role === 'officer';
    const list = (officer ? role()?.departments : role()?.allDepartments) ?? [];
    const choices = list.map(({ id, name }) => ({ value: id, label: name }));
    const all = officer ? choices : [{ value: '', label: words.whole }, ...choices];
    return html`<form novalidate @submit=${(event: Event) => void this.#submit(event)}>
      ${formProblems(form)}
      <p class="done" role="status" tabindex="-1">${this.done ? words.done : nothing}</p>
      ${selectField(form, 'department', all, { label: words.department })}
      ${textField(form, 'title', { label: words.noticeTitle })}
      ${areaField(form, 'body', { label: words.body, rows: 8, max: limits.noticeBodyCharsMax })}
      <div class="buttons">
        <button type="submit" class="button primary" aria-disabled=${form.busy ? 'true' : 'false'}>
          ${form.busy ? t().common.sending : words.submit}
        </button>
      </div>
    </form>`;
  }

  async #submit(event: Event): Promise<void> {
    event.preventDefault();
    const words = t().manage.notices;
    const { department, title, body } = this.#form.values;
    const tenant = this.#tenant;
    this.done = false;
    const verify = () =>
      new Checks()
        .text('title', title, words.noticeTitle, limits.titleCharsMin, limits.titleCharsMax)
        .text('body', body, words.body, 1, limits.noticeBodyCharsMax).errors;
    const sent = { tenant, title: title.trim(), body: body.trim(), ...(department && { department }) };
    const notice = await this.#form.submit(verify, () => publishNotice(sent));
    if (!notice) return;
    this.done = true;
    await this.#load();
    await this.updateComplete;
    this.querySelector<HTMLElement>('.done')?.focus();
  }
}

customElements.define('hx-notices-page', NoticesPage);
