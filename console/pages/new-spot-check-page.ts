import { html, nothing } from 'lit';
import type { ReviewerList } from '../../contract/spot-checks.ts';
import type { TenantPage } from '../../contract/tenants.ts';
import { Checks } from '../components/checks.ts';
import { areaField, selectField, textField } from '../components/fields.ts';
import { jurisdictionWords } from '../components/jurisdiction-name.ts';
import { formProblems, loadFailure, loadingLines } from '../components/problems.ts';
import { randomKey } from '../lib/api.ts';
import { getTenants } from '../lib/calls.ts';
import { getReviewers, openSpotCheckOf } from '../lib/spot-check-calls.ts';
import { nowAt, todayAt } from '../lib/dates.ts';
import { ConsoleElement } from '../lib/element.ts';
import { type Errors, Form } from '../lib/form.ts';
import { scopesUnder } from '../lib/jurisdictions.ts';
import { Loader } from '../lib/loader.ts';
import { lastWhole, periodOf } from '../lib/periods.ts';
import { go, to } from '../lib/router.ts';
import { session } from '../lib/session.ts';
import { t } from '../words/index.ts';

/** The country's one time zone: a public value is announced in it. */
const OFFSET = '+08:00';
type Name = 'prefix' | 'tenant' | 'from' | 'to' | 'size' | 'source' | 'drawAt' | 'first' | 'second';
type Values = Record<Name, string>;

/** Announces a spot check: its scope, its days, the value that will decide, and who judges. */
export class NewSpotCheckPage extends ConsoleElement {
  readonly #tenants = new Loader<TenantPage>(this);
  readonly #reviewers = new Loader<ReviewerList>(this);
  readonly #form: Form<Values>;
  readonly #today = todayAt(OFFSET);
  #reviewersOf = '';
  /** What was asked for last, and the key under which just that is opened: trying again opens no second. */
  #asked = '';
  #key = '';

  constructor() {
    super();
    const { year, part } = lastWhole('month', this.#today);
    const days = periodOf('month', year, part);
    this.#form = new Form<Values>(this, {
      id: 'check',
      initial: {
        ...{ prefix: this.#prefixes[0] ?? '', tenant: '', ...days, size: '20', source: '', drawAt: '' },
        ...{ first: session.value?.id ?? '', second: '' },
      },
      scope: `spot-check/${session.value?.id ?? ''}`,
    });
  }

  get #prefixes(): string[] {
    const roles = session.value?.roles ?? [];
    return roles.flatMap(({ role, jurisdiction }) =>
      role === 'central' && jurisdiction ? [jurisdiction] : [],
    );
  }

  override connectedCallback(): void {
    super.connectedCallback();
    void this.#load();
  }

  #load = (): Promise<void> => this.#tenants.run(getTenants);

  override willUpdate(): void {
    const prefix = this.#prefix();
    if (prefix === '' || prefix === this.#reviewersOf) return;
    this.#reviewersOf = prefix;
    void this.#reviewers.run(() => getReviewers(prefix));
  }

  /** Who answers for everywhere chooses a province first. */
  #scopes() {
    return scopesUnder(this.#prefixes, this.#tenants.value?.items ?? []).filter(
      ({ prefix }) => prefix !== '',
    );
  }

  #prefix = (): string => this.#form.values.prefix || (this.#scopes()[0]?.prefix ?? '');

  override render() {
    const words = t().spotChecks.form;
    const { value, error } = this.#tenants;
    const failed = error ?? this.#reviewers.error;
    const retry = () => {
      this.#reviewersOf = '';
      void this.#load();
    };
    return html`<p class="back"><a href=${to('spot-checks')}>${t().spotChecks.back}</a></p>
      <header class="page-head">
        <h1>${words.title}</h1>
        <p class="lead">${words.lead}</p>
      </header>
      ${failed ? loadFailure(words.failed, failed, retry) : value && this.#reviewers.value ? this.#ask(value, this.#reviewers.value) : loadingLines(6)}`;
  }

  #ask({ items }: TenantPage, { items: people }: ReviewerList) {
    const words = t().spotChecks.form;
    const form = this.#form;
    const scopes = this.#scopes().map(({ prefix, tenants }) => ({
      value: prefix,
      label: `${jurisdictionWords(prefix, items)} ${words.tenants(tenants)}`,
    }));
    const under = items.filter(({ jurisdiction }) => jurisdiction.startsWith(this.#prefix()));
    const tenants = under.map(({ slug, name }) => ({ value: slug, label: name }));
    const reviewers = [
      { value: '', label: t().common.choose },
      ...people.map(({ id, name, me }) => ({ value: id, label: me ? `${name}${words.me}` : name })),
    ];
    if (people.length < 2) return html`<p class="state">${words.fewReviewers}</p>`;
    return html`<form class="narrow" novalidate @submit=${(event: Event) => void this.#submit(event)}>
      ${formProblems(form)}
      ${scopes.length > 1 ? selectField(form, 'prefix', scopes, { label: words.scope }) : nothing}
      ${
        tenants.length > 1
          ? selectField(form, 'tenant', [{ value: '', label: words.allTenants }, ...tenants], {
              label: words.tenant,
            })
          : nothing
      }
      <div class="side-by-side">
        ${textField(form, 'from', { label: words.from, type: 'date', most: this.#today })}
        ${textField(form, 'to', { label: words.to, type: 'date', most: this.#today })}
      </div>
      ${textField(form, 'size', { label: words.size, hint: words.sizeHint, type: 'number', least: 5, most: 200 })}
      ${areaField(form, 'source', { label: words.source, hint: words.sourceHint, rows: 2, max: 200 })}
      ${textField(form, 'drawAt', { label: words.drawAt, hint: words.drawAtHint, type: 'datetime-local' })}
      ${selectField(form, 'first', reviewers, { label: words.first, hint: words.reviewerHint })}
      ${selectField(form, 'second', reviewers, { label: words.second })}
      <div class="buttons">
        <button type="submit" class="button primary" aria-disabled=${form.busy ? 'true' : 'false'}>
          ${form.busy ? t().common.sending : words.submit}
        </button>
      </div>
    </form>`;
  }

  #check(): Errors {
    const words = t().spotChecks.form;
    const { from, to: until, size, source, drawAt, first, second } = this.#form.values;
    const checks = new Checks()
      .text('source', source, words.source, 5, 200)
      .whole('size', size, words.size, 5, 200)
      .chosen('first', first, words.first)
      .chosen('second', second, words.second);
    if (!from || from > this.#today) checks.errors['from'] = words.badDay;
    if (!until || until > this.#today || until < from) checks.errors['to'] = words.badDay;
    if (!drawAt || `${drawAt}:00${OFFSET}` <= nowAt(OFFSET)) checks.errors['drawAt'] = words.badTime;
    if (first && first === second) checks.errors['second'] = words.same;
    return checks.errors;
  }

  async #submit(event: Event): Promise<void> {
    event.preventDefault();
    const { tenant, from, to: until, size, source, drawAt, first, second } = this.#form.values;
    const body = {
      scope: { jurisdiction: this.#prefix(), ...(tenant && { tenants: [tenant] }) },
      ...{ from, to: until, size: Number(size), source, drawAt: `${drawAt}:00${OFFSET}` },
      reviewers: [first, second] as [string, string],
    };
    const asked = JSON.stringify(body);
    if (asked !== this.#asked) [this.#asked, this.#key] = [asked, randomKey()];
    const opened = await this.#form.submit(
      () => this.#check(),
      () => openSpotCheckOf(body, this.#key),
    );
    if (opened) go(to(['spot-checks', opened.id]));
  }
}

customElements.define('hx-new-spot-check-page', NewSpotCheckPage);
