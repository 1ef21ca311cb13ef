import { html, nothing } from 'lit';
import type { QueueItem } from '../../contract/staff.ts';
import { type BulkCommand, type Job, type Progress, type Undone, runBulk } from '../lib/bulk.ts';
import { ConsoleElement } from '../lib/element.ts';
import { to } from '../lib/router.ts';
import { role } from '../lib/session.ts';
import { langOf, t } from '../words/index.ts';
import { failureWords } from './problems.ts';

/** What can be done with the letters selected, and how far it is. Sends `bulk-done` when it ended, `bulk-none` to let go. */
export class BulkBar extends ConsoleElement {
  static override properties = {
    items: { attribute: false },
    progress: { state: true },
    running: { state: true },
  };
  declare items: readonly QueueItem[];
  declare progress: Progress | null;
  declare running: boolean;
  #job: Job | null = null;
  #stop = { asked: false };

  constructor() {
    super();
    this.items = [];
    this.progress = null;
    this.running = false;
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#stop.asked = true;
  }

  override render() {
    const words = t().bulk;
    if (this.items.length === 0 && !this.progress) return nothing;
    return html`<section class="bulk" aria-label=${words.title} tabindex="-1">
      ${this.progress ? this.#report(this.progress) : this.#ask()}
    </section>`;
  }

  #ask() {
    const words = t().bulk;
    const acting = role();
    const coordinates = acting?.role === 'coordinator';
    const departments = coordinates ? acting.allDepartments : (acting?.departments ?? []);
    return html`<p class="bulk-count" role="status">${words.chosen(this.items.length)}</p>
      ${
        departments.length > 1
          ? html`<label class="bulk-department"
              ><span>${words.department}</span>
              <select>
                <option value="">${words.own}</option>
                ${departments.map(({ id, name }) => html`<option value=${id}>${name}</option>`)}
              </select></label
            >`
          : nothing
      }
      <div class="buttons">
        <button type="button" class="button" @click=${() => void this.#start('accept')}>
          ${words.accept}
        </button>
        ${coordinates ? html`<button type="button" class="button" @click=${() => void this.#start('assign')}>${words.assign}</button>` : nothing}
        <button type="button" class="quiet-button" @click=${() => this.#tell('bulk-none')}>
          ${words.none}
        </button>
      </div>`;
  }

  #report({ done, undone, left }: Progress) {
    const words = t().bulk;
    const all = done.length + undone.length + left.length;
    if (this.running)
      return html`<p class="bulk-count" role="status">${words.busy(done.length + undone.length, all)}</p>
        <progress max=${all} .value=${done.length + undone.length} aria-label=${words.title}></progress>
        <button type="button" class="quiet-button" @click=${() => (this.#stop.asked = true)}>
          ${words.stop}
        </button>`;
    return html`<div class="bulk-report" role="status">
        <p>
          ${words.done(done.length)} ${undone.length > 0 ? words.failed(undone.length) : nothing}
          ${left.length > 0 ? words.left(left.length) : nothing}
        </p>
        ${
          undone.length > 0
            ? html`<ul>
                ${undone.map(undoneLine)}
              </ul>`
            : nothing
        }
      </div>
      <div class="buttons">
        ${
          undone.length + left.length > 0
            ? html`<button type="button" class="button" @click=${() => void this.#again()}>
                ${words.again}
              </button>`
            : nothing
        }
        <button type="button" class="quiet-button" @click=${() => this.#close()}>${words.close}</button>
      </div>`;
  }

  async #start(command: BulkCommand): Promise<void> {
    const department = this.querySelector('select')?.value ?? '';
    await this.#run(this.items, { command, department });
  }

  async #again(): Promise<void> {
    const { undone, left } = this.progress!;
    await this.#run([...undone.map(({ item }) => item), ...left], this.#job!);
  }

  async #run(items: readonly QueueItem[], job: Job): Promise<void> {
    if (this.running) return;
    this.#job = job;
    this.#stop = { asked: false };
    this.running = true;
    this.progress = { done: [], undone: [], left: [...items] };
    this.querySelector<HTMLElement>('.bulk')?.focus();
    this.progress = await runBulk(items, job, () => this.requestUpdate(), this.#stop);
    this.running = false;
    this.#tell('bulk-done');
  }

  #close(): void {
    this.progress = null;
    this.#tell('bulk-none');
  }

  #tell(what: 'bulk-done' | 'bulk-none'): void {
    this.dispatchEvent(new CustomEvent(what));
  }
}

function undoneLine({ item, error }: Undone) {
  return html`<li>
    <a href=${to(['letters', item.number])} lang=${langOf(item.title)}>${item.title || item.number}</a>
    <span class="quiet number">${item.number}</span>
    <span>${error ? failureWords(error) : t().bulk.noDepartment}</span>
  </li>`;
}

customElements.define('hx-bulk', BulkBar);
