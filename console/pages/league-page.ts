import { type TemplateResult, html } from 'lit';
import type { CentralRanking } from '../../contract/ranking.ts';
import type { TenantPage } from '../../contract/tenants.ts';
import { jurisdictionName, jurisdictionWords } from '../components/jurisdiction-name.ts';
import { leagueBand, leagueComments, tooFew } from '../components/league-band.ts';
import '../components/league-publication.ts';
import { loadFailure, loadingLines } from '../components/problems.ts';
import { whole } from '../components/rates.ts';
import { getTenants } from '../lib/calls.ts';
import { getRanking } from '../lib/centre-calls.ts';
import { momentWords, todayAt } from '../lib/dates.ts';
import { ConsoleElement } from '../lib/element.ts';
import { scopesUnder } from '../lib/jurisdictions.ts';
import { RANKING_PERIODS, asRankedBy, asRankingPeriod, monthsOf } from '../lib/league.ts';
import { Loader } from '../lib/loader.ts';
import { replace, route, to } from '../lib/router.ts';
import { session } from '../lib/session.ts';
import { langOf, t } from '../words/index.ts';
import { RANKED_BY } from '../../contract/vocabulary.ts';

/** The league table of a jurisdiction: who answers and who doesn't, how sure that is, and whether everybody may see it. */
export class LeaguePage extends ConsoleElement {
  readonly #ranking = new Loader<CentralRanking>(this);
  readonly #tenants = new Loader<TenantPage>(this);
  #asked: string | null = null;

  override connectedCallback(): void {
    super.connectedCallback();
    this.watch(route);
    this.#asked = null;
    void this.#tenants.run(getTenants);
  }

  get #prefixes(): string[] {
    const roles = session.value?.roles ?? [];
    return roles.flatMap(({ role, jurisdiction }) => (role === 'central' ? [jurisdiction ?? ''] : []));
  }

  #chosen() {
    const { query } = route.value;
    return {
      jurisdiction: query.get('jurisdiction') ?? this.#prefixes[0] ?? '',
      by: asRankedBy(query.get('by')),
      period: asRankingPeriod(query.get('period')),
    };
  }

  override willUpdate(): void {
    // On the way to another page the address is already that page's.
    if (route.value.path[0] !== 'league') return;
    const asked = JSON.stringify(this.#chosen());
    if (asked === this.#asked) return;
    this.#asked = asked;
    void this.#load();
  }

  #load = (): Promise<void> => {
    const { jurisdiction, by, period } = this.#chosen();
    return this.#ranking.run(() => getRanking(jurisdiction, { ...monthsOf(period, todayAt('+08:00')), by }));
  };

  override render() {
    const words = t().ranking;
    const { value, error, busy } = this.#ranking;
    return html`<header class="page-head">
        <h1>${words.title}</h1>
        <p class="lead">${words.lead}</p>
      </header>
      ${this.#tools()}
      <div class="results" aria-busy=${busy ? 'true' : 'false'}>
        ${error ? loadFailure(words.failed, error, () => void this.#load()) : value ? this.#table(value) : loadingLines(6)}
      </div>`;
  }

  #tools() {
    const words = t().ranking;
    const { jurisdiction, by, period } = this.#chosen();
    const tenants = this.#tenants.value?.items ?? [];
    const scopes = scopesUnder(this.#prefixes, tenants).map(({ prefix }) => ({
      ...{ id: prefix, name: jurisdictionWords(prefix, tenants) },
    }));
    return html`<div class="tools">
      ${select('jurisdiction', words.jurisdiction, scopes, jurisdiction)}
      ${select(
        'by',
        words.by,
        RANKED_BY.map((id) => ({ id, name: words.rates[id] })),
        by,
      )}
      ${select(
        'period',
        words.period,
        RANKING_PERIODS.map((id) => ({ id, name: words.periods[id] })),
        period,
      )}
    </div>`;
  }

  #table(ranking: CentralRanking): TemplateResult {
    const words = t().ranking;
    const { bands, below, total, from, to: until, asOf, by, jurisdiction } = ranking;
    const bodies = bands.reduce((sum, { items }) => sum + items.length, below.length);
    const name = jurisdictionName(jurisdiction, this.#tenants.value?.items ?? []);
    return html`<p class="sentence">
        ${words.sentence(bodies, ...counts([total.received, total.due, total.repliedOnTime, total.overdue]))}
      </p>
      <p class="quiet">
        ${words.range(from, until)} · ${asOf ? words.asOf(momentWords(asOf)) : words.counting}
      </p>
      ${bands.length === 0 ? html`<p class="state">${words.nobody}</p>` : bands.map((band) => leagueBand(band, by))}
      ${tooFew(ranking)} ${leagueComments(ranking)}
      <details class="create">
        <summary>${words.reasons}</summary>
        <ul class="plain-list narrow">
          ${ranking.reasons.map((reason) => html`<li lang=${langOf(reason)}>${reason}</li>`)}
        </ul>
      </details>
      <hx-league-publication .ranking=${ranking} proposed=${name ?? ''}></hx-league-publication>`;
  }
}

const counts = (list: [number, number, number, number]) =>
  list.map(whole) as [string, string, string, string];

function select(
  name: string,
  label: string,
  choices: readonly { id: string; name: string }[],
  now: string,
): TemplateResult {
  const pick = (event: Event) => {
    const { value } = event.target as HTMLSelectElement;
    replace(to('league', { ...Object.fromEntries(route.value.query), [name]: value }));
  };
  return html`<div class="tool">
    <label for="league-${name}">${label}</label>
    <select id="league-${name}" @change=${pick}>
      ${choices.map((choice) => html`<option value=${choice.id} ?selected=${choice.id === now}>${choice.name}</option>`)}
    </select>
  </div>`;
}

customElements.define('hx-league-page', LeaguePage);
