import { html, nothing } from 'lit';
import type { PreviewPage, YearDaysInput } from '../../contract/calendar.ts';
import { type ApiError, asApiError } from '../lib/api.ts';
import { dayOf, dayWords, daysApart } from '../lib/dates.ts';
import { ConsoleElement } from '../lib/element.ts';
import { to } from '../lib/router.ts';
import { type CalendarOf, previewCalendar } from '../lib/time-calls.ts';
import { langOf, t } from '../words/index.ts';
import { failureWords } from './problems.ts';

type Move = PreviewPage['items'][number];

/** More rows than these nobody reads; they are counted. */
const SHOWN_MAX = 200;

/**
 * Which deadlines of the open letters would move with these days. The service looks at them part by part; so does this, to the end, and
 * says how far it is. Fires `moves-known` when all were looked at.
 */
export class MovedDeadlines extends ConsoleElement {
  static override properties = {
    of: { attribute: false },
    days: { attribute: false },
    tenant: {},
    linked: { type: Boolean },
    moves: { state: true },
    looked: { state: true },
    ended: { state: true },
    error: { state: true },
  };
  declare of: CalendarOf;
  declare days: YearDaysInput;
  /** Whose letters. */
  declare tenant: string;
  /** Whether whoever reads this may open the letters. */
  declare linked: boolean;
  declare moves: Move[];
  declare looked: number;
  declare ended: boolean;
  declare error: ApiError | null;
  #cursor: string | null = null;
  #turn = 0;

  constructor() {
    super();
    this.tenant = '';
    this.linked = false;
    this.#empty();
  }

  override willUpdate(changed: Map<string, unknown>): void {
    if (!changed.has('days') && !changed.has('tenant') && !changed.has('of')) return;
    this.#empty();
    void this.#look();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#turn++;
  }

  #empty(): void {
    this.moves = [];
    this.looked = 0;
    this.ended = false;
    this.error = null;
    this.#cursor = null;
  }

  async #look(): Promise<void> {
    const turn = ++this.#turn;
    this.error = null;
    try {
      do {
        const page = await previewCalendar(this.of, this.tenant, this.days, this.#cursor);
        if (turn !== this.#turn) return;
        this.moves = [...this.moves, ...page.items];
        this.looked += page.looked;
        this.#cursor = page.nextCursor;
      } while (this.#cursor !== null);
      this.ended = true;
      this.dispatchEvent(new CustomEvent('moves-known', { bubbles: true }));
    } catch (error) {
      if (turn === this.#turn) this.error = asApiError(error);
    }
  }

  override render() {
    const words = t().calendar.moved;
    const { looked, moves } = this;
    const said = this.ended
      ? moves.length === 0
        ? words.none(looked)
        : words.done(looked, moves.length)
      : words.looking(looked, moves.length);
    return html`<h3>${words.title}</h3>
      ${this.error ? this.#failure(this.error) : html`<p role="status">${said}</p>`}
      ${moves.length > 0 ? this.#table() : nothing}`;
  }

  /** Where days are wrong the service says which; looking again would say the same. */
  #failure(error: ApiError) {
    const faults = error.problem.errors ?? [];
    return html`<div class="problems" role="alert">
      ${
        faults.length > 0
          ? html`<ul>
              ${faults.map(({ message }) => html`<li>${message}</li>`)}
            </ul>`
          : html`<p>${t().calendar.moved.failed} ${failureWords(error)}</p>
              <button type="button" class="quiet-button" @click=${() => void this.#look()}>
                ${t().common.retry}
              </button>`
      }
    </div>`;
  }

  #table() {
    const words = t().calendar.moved;
    const rest = this.moves.length - SHOWN_MAX;
    return html`<table class="figures moves">
        <caption class="unseen">
          ${words.caption}
        </caption>
        <thead>
          <tr>
            ${Object.values(words.columns).map((name) => html`<th scope="col">${name}</th>`)}
          </tr>
        </thead>
        <tbody>
          ${this.moves.slice(0, SHOWN_MAX).map((move) => this.#row(move))}
        </tbody>
      </table>
      ${rest > 0 ? html`<p class="quiet">${words.more(rest)}</p>` : nothing}`;
  }

  #row(move: Move) {
    const words = t().calendar.moved;
    const cell = (head: string, content: unknown) =>
      html`<td><span class="cell-head">${head}</span><span>${content}</span></td>`;
    const department = move.departmentName ?? words.unassigned;
    const time = (at: string, provisional: boolean) =>
      html`${dayWords(dayOf(at))}${provisional ? html` <span class="quiet">${words.provisional}</span>` : nothing}`;
    return html`<tr>
      <th scope="row">
        ${this.linked ? html`<a class="number" href=${to(['letters', move.number])}>${move.number}</a>` : html`<span class="number">${move.number}</span>`}
      </th>
      ${cell(words.columns.department, html`<span lang=${langOf(department)}>${department}</span>`)}
      ${cell(words.columns.deadline, words.deadlines[move.deadline])}
      ${cell(words.columns.from, time(move.from, move.provisional))}
      ${cell(words.columns.to, time(move.to, move.stillProvisional))}
      ${cell(words.columns.shift, shiftOf(move))}
    </tr>`;
  }
}

function shiftOf({ from, to: until, stillProvisional }: Move): string {
  const words = t().calendar.moved;
  const days = daysApart(dayOf(from), dayOf(until));
  if (days > 0) return words.later(days);
  if (days < 0) return words.earlier(-days);
  return stillProvisional ? words.unsure : words.confirmed;
}

customElements.define('hx-moved-deadlines', MovedDeadlines);
