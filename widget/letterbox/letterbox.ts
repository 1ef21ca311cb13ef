import { html, type TemplateResult } from 'lit';
import { Failure } from '../api/client.ts';
import { baseStyles } from '../base/base.styles.ts';
import { controlStyles } from '../base/control.styles.ts';
import { HuixinElement } from '../base/huixin-element.ts';
import { late } from '../base/late.ts';
import type { View, ViewClass } from '../base/view.ts';
import { commonWords } from '../locales/common.ts';
import { writeStyles } from '../write/write.styles.ts';
import { WriteView } from '../write/write.view.ts';
import { letterboxStyles } from './letterbox.styles.ts';
import { unreachable } from './unreachable.template.ts';

const VIEWS = ['write', 'track', 'replies'] as const;
type ViewName = (typeof VIEWS)[number];

/** Views that come when first shown. */
const LATE: Record<Exclude<ViewName, 'write'>, () => Promise<ViewClass>> = {
  track: async () => (await late(() => import('../track/track.view.ts'))).TrackView,
  replies: async () => (await late(() => import('../replies/replies.view.ts'))).RepliesView,
};

/**
 * A letterbox on a page: write a letter, follow it, read what others were answered.
 *
 * @element huixin-letterbox
 * @slot - What shows where scripts, the browser or the service fail: a link to the hosted page.
 * @slot intro - A word of the site's own above the form.
 * @slot consent - A word of the site's own under the consent to publication.
 * @event {CustomEvent<{}>} huixin-ready - The form knows its departments and kinds.
 * @event {CustomEvent<{number: string}>} huixin-submitted - A letter has arrived.
 * @event {CustomEvent<{number: string}>} huixin-rated - A reply was rated.
 * @event {CustomEvent<{code: string}>} huixin-error - Something failed; the code is the API's.
 * @csspart tabs - The row of views.
 * @csspart form - A form.
 * @csspart field - A question with its label, hint and fault.
 * @csspart label - A label.
 * @csspart input - A text field or a list.
 * @csspart button - A button.
 * @csspart item - A published letter in the list.
 * @csspart timeline - The way of a letter.
 * @csspart status - The word for where a letter stands.
 */
export class HuixinLetterbox extends HuixinElement {
  static override styles = [baseStyles, controlStyles, writeStyles, letterboxStyles];
  static override properties = { view: {}, kind: {}, department: {}, number: {}, elder: { type: Boolean } };

  /** What shows first. */
  view: ViewName = 'write';
  /** Kind the form starts with. */
  kind = '';
  /** Id of the department the form starts with, and the list is narrowed to. */
  department = '';
  /** Number of the letter to follow. */
  number = '';
  /** Large text, strong contrast, one question to a screen. */
  elder = false;

  private readonly views = new Map<ViewName, View>();
  private failure: Failure | null = null;
  /** The view asked for last; asked for again only by the person, or a view that is gone would be fetched for ever. */
  private asked: ViewName | null = null;
  /** The letter to turn to; its key is kept in memory only. */
  letterAtHand: { number: string; accessKey: string } | null = null;

  openLetter(number: string, accessKey: string): void {
    this.letterAtHand = { number, accessKey };
    this.show('track');
  }

  override connectedCallback(): void {
    super.connectedCallback();
    // Before the first rendering, so that the form asks for its data at once.
    this.willUpdate();
  }

  protected override willUpdate(): void {
    const { name } = this;
    if (this.tenant && !this.views.has(name) && name !== this.asked) void this.open(name);
  }

  protected override content(): TemplateResult {
    const words = commonWords[this.language];
    if (!this.tenant) return html`<slot></slot>`;
    const name = this.name;
    return html`<div class="page ${this.elder ? 'elder' : ''}">
      <div class="bar">
        <div class="tabs" part="tabs" role="tablist" aria-label=${words.tabs} @keydown=${this.arrows}>
          ${VIEWS.map(
            (view) =>
              html`<button
                type="button"
                role="tab"
                class="tab"
                id="tab-${view}"
                aria-selected=${view === name ? 'true' : 'false'}
                aria-controls="panel"
                tabindex=${view === name ? 0 : -1}
                @click=${() => this.show(view)}
              >
                ${words.views[view]}
              </button>`,
          )}
        </div>
        <button type="button" class="plain" @click=${() => (this.elder = !this.elder)}>
          ${this.elder ? words.standard : words.elder}
        </button>
      </div>
      <div role="tabpanel" id="panel" aria-labelledby="tab-${name}">
        ${
          this.views.get(name)?.render() ??
          (this.failure
            ? unreachable(this, this.failure, null, () => this.show(name))
            : html`<p class="hint" role="status">${words.opening}</p>`)
        }
      </div>
    </div>`;
  }

  private get name(): ViewName {
    return VIEWS.includes(this.view) ? this.view : 'write';
  }

  private async open(name: ViewName): Promise<void> {
    this.failure = null;
    this.asked = name;
    if (name === 'write') {
      this.views.set(name, new WriteView(this));
      return;
    }
    try {
      const view = new (await LATE[name]())(this);
      this.adopt(view.styles);
      this.views.set(name, view);
    } catch {
      const failure = new Failure(0, {});
      if (name === this.asked) this.failure = failure;
      this.emit('error', { code: failure.code });
    }
    this.requestUpdate();
  }

  private show(view: ViewName): void {
    this.view = view;
    if (this.failure) this.asked = null;
    this.focusLater(`#tab-${view}`);
  }

  private readonly arrows = (event: KeyboardEvent): void => {
    const step = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
    if (!step) return;
    event.preventDefault();
    this.show(VIEWS[(VIEWS.indexOf(this.name) + step + VIEWS.length) % VIEWS.length]!);
  };
}
