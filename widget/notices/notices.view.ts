import { html, nothing, type ReactiveController, type TemplateResult } from 'lit';
import type { Notice, NoticePage } from '../../contract/tenants.ts';
import { type Failure, failureOf } from '../api/client.ts';
import { dayOf } from '../base/dates.ts';
import { langOf } from '../base/spoken.ts';
import type { View, ViewHost } from '../base/view.ts';
import { unreachable } from '../letterbox/unreachable.template.ts';
import { lateWords } from '../locales/late.ts';
import { noticesWords } from '../locales/notices.ts';
import { noticesStyles } from './notices.styles.ts';

/** The list of notices; each opens in place. */
export class NoticesView implements View, ReactiveController {
  readonly styles = noticesStyles;

  private readonly host: ViewHost;
  private items: Notice[] | null = null;
  private cursor: string | null = null;
  private failure: Failure | null = null;
  private wanted = '';
  private turn = 0;

  constructor(host: ViewHost) {
    this.host = host;
    host.addController(this);
  }

  hostUpdate(): void {
    const { tenant, department = '', limit, language } = this.host;
    const wanted = JSON.stringify([tenant, department, limit, language]);
    if (wanted === this.wanted || !tenant) return;
    this.wanted = wanted;
    void this.load();
  }

  render(): TemplateResult {
    const { host, items, failure, cursor } = this;
    const words = noticesWords[host.language];
    return html`${unreachable(host, failure, null, () => void this.load())}
      <div class="line" role="status">
        ${!items && !failure ? html`<p class="hint">${lateWords[host.language].loading}</p>` : nothing}
        ${items && !items.length ? html`<p>${words.none}</p>` : nothing}
      </div>
      <ul class="notices">
        ${items?.map(
          (notice) =>
            html`<li part="item">
              <details>
                <summary>
                  <strong lang=${langOf(notice.title)}>${notice.title}</strong>
                  <span class="meta figure" lang=${langOf(notice.departmentName ?? '')}
                    >${notice.departmentName} ${dayOf(notice.publishedAt)}</span
                  >
                </summary>
                <p class="prose body" lang=${langOf(notice.body)}>${notice.body}</p>
              </details>
            </li>`,
        )}
      </ul>
      ${
        cursor
          ? html`<button type="button" class="button" part="button" @click=${() => void this.load(cursor)}>
              ${words.more}
            </button>`
          : nothing
      }`;
  }

  private async load(cursor: string | null = null): Promise<void> {
    const { host } = this;
    const turn = ++this.turn;
    this.failure = null;
    try {
      const query = { limit: host.limit, department: host.department, cursor: cursor ?? undefined };
      const page = await host.api.tenant<NoticePage>(host.tenant, '/notices', { query });
      if (turn !== this.turn) return;
      const before = cursor ? (this.items ?? []) : [];
      this.items = [...before, ...page.items];
      this.cursor = page.nextCursor;
      if (cursor) host.focusLater(`.notices > li:nth-child(${before.length + 1}) summary`);
      else host.emit('ready');
    } catch (thrown) {
      if (turn !== this.turn) return;
      this.failure = failureOf(thrown);
      host.emit('error', { code: this.failure.code });
    }
    host.requestUpdate();
  }
}
