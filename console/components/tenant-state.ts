import { html, nothing } from 'lit';
import type { Profile, TenantRow } from '../../contract/tenants.ts';
import { type ApiError, asApiError, call } from '../lib/api.ts';
import { dayFull, dayOf } from '../lib/dates.ts';
import { ConsoleElement } from '../lib/element.ts';
import { Form } from '../lib/form.ts';
import { langOf, t } from '../words/index.ts';
import { Checks } from './checks.ts';
import { areaField } from './fields.ts';
import { failureWords, formProblems } from './problems.ts';

const change = (tenant: string, does: 'suspend' | 'resume', body: object) =>
  call<Profile>(`/v1/central/tenants/${encodeURIComponent(tenant)}/${does}`, { method: 'POST', body });

/** Whether a tenant takes new letters. The centre suspends it with a reason that everybody reads, and lets it go on. */
export class TenantState extends ConsoleElement {
  static override properties = {
    row: { attribute: false },
    said: { state: true },
    failed: { state: true },
  };
  declare row: TenantRow;
  declare said: string;
  declare failed: ApiError | null;
  #form: Form<{ reason: string }> | null = null;

  constructor() {
    super();
    this.said = '';
    this.failed = null;
  }

  override willUpdate(): void {
    const { slug } = this.row;
    this.#form ??= new Form(this, { id: 'suspend', initial: { reason: '' }, scope: `tenant/${slug}` });
  }

  override render() {
    const words = t().centre.state;
    const { suspended } = this.row;
    return html`<section class="group" aria-labelledby="state-title">
      <h2 id="state-title">${words.title}</h2>
      <p class="done" role="status" tabindex="-1">${this.said || nothing}</p>
      ${
        suspended
          ? html`<p class="lead">
                ${words.suspended(dayFull(dayOf(suspended.since)))}<span lang=${langOf(suspended.reason)}
                  >${suspended.reason}</span
                >
              </p>
              ${this.failed ? html`<p class="problems" role="alert">${failureWords(this.failed)}</p>` : nothing}
              <div class="buttons">
                <button type="button" class="button" @click=${() => void this.#resume()}>
                  ${words.resume}
                </button>
              </div>`
          : this.#suspending(this.#form!)
      }
    </section>`;
  }

  #suspending(form: Form<{ reason: string }>) {
    const words = t().centre.state;
    return html`<p class="lead">${words.active}</p>
      <details ?open=${form.values.reason !== ''}>
        <summary>${words.suspend}</summary>
        <form class="narrow" novalidate @submit=${(event: Event) => void this.#suspend(event, form)}>
          <p class="lead">${words.suspendLead}</p>
          ${formProblems(form)}
          ${areaField(form, 'reason', { label: words.reason, hint: words.reasonHint, rows: 2, max: 200 })}
          <div class="buttons">
            <button type="submit" class="button grave" aria-disabled=${form.busy ? 'true' : 'false'}>
              ${form.busy ? t().common.sending : words.submit}
            </button>
          </div>
        </form>
      </details>`;
  }

  async #suspend(event: Event, form: Form<{ reason: string }>): Promise<void> {
    event.preventDefault();
    const words = t().centre.state;
    const reason = form.values.reason.trim();
    const done = await form.submit(
      () => new Checks().text('reason', reason, words.reason, 2, 200).errors,
      () => change(this.row.slug, 'suspend', { reason }),
    );
    // Where it is, as its day: the service tells it with the next list.
    if (done) await this.#shows({ since: new Date().toISOString(), reason }, words.doneSuspended);
  }

  async #resume(): Promise<void> {
    this.failed = null;
    try {
      await change(this.row.slug, 'resume', {});
      await this.#shows(null, t().centre.state.doneResumed);
    } catch (error) {
      this.failed = asApiError(error);
    }
  }

  async #shows(suspended: TenantRow['suspended'], said: string): Promise<void> {
    this.row = { ...this.row, suspended };
    this.said = said;
    await this.updateComplete;
    this.querySelector<HTMLElement>('.done')?.focus();
  }
}

customElements.define('hx-tenant-state', TenantState);
