import { html, type PropertyValues, type TemplateResult } from 'lit';
import { SMALL_SAMPLE } from '../../contract/first-limits.ts';
import type { Figures, Stats } from '../../contract/stats.ts';
import { METRICS, type Metric } from '../../contract/vocabulary.ts';
import { metricWords } from '../../contract/first-words.ts';
import { broughtFor } from '../api/brought.ts';
import { failureOf } from '../api/client.ts';
import { baseStyles } from '../base/base.styles.ts';
import { HuixinElement } from '../base/huixin-element.ts';
import { badgeStyles } from './badge.styles.ts';
import { badgeText } from './figure.ts';

/**
 * The figure a site shows about itself, with its sample.
 *
 * @element huixin-badge
 * @slot - What shows where scripts, the browser or the service fail.
 * @event {CustomEvent<{}>} huixin-ready - The figure is there.
 * @event {CustomEvent<{code: string}>} huixin-error - It could not be read.
 * @csspart label - What is measured.
 * @csspart status - The figure.
 */
export class HuixinBadge extends HuixinElement {
  static override styles = [baseStyles, badgeStyles];
  static override properties = { metric: {} };

  /** What is measured; the on-time rate by default. */
  metric: Metric = 'on-time-rate';

  private stats: Figures | null = null;
  private failed = false;
  private turn = 0;

  protected override updated(changed: PropertyValues): void {
    super.updated(changed);
    if (this.tenant && changed.has('tenant')) void this.load();
  }

  protected override content(): TemplateResult {
    const lang = this.language;
    const metric = METRICS.includes(this.metric) ? this.metric : 'on-time-rate';
    if (!this.tenant || this.failed) return html`<slot></slot>`;
    const text = this.stats && badgeText(this.stats, metric, lang, SMALL_SAMPLE);
    return html`<div class="facts">
      <span
        ><span part="label">${metricWords[lang][metric]}</span>
        <strong part="status">${text?.figure ?? '…'}</strong></span
      >
      <span class="meta">${text && html`<i>·</i> ${text.sample}`}</span>
    </div>`;
  }

  private async load(): Promise<void> {
    const turn = ++this.turn;
    try {
      const stats =
        broughtFor(this.tenant)?.profile.figures ?? (await this.api.tenant<Stats>(this.tenant, '/stats'));
      if (turn !== this.turn) return;
      this.stats = stats;
      this.failed = false;
      this.emit('ready');
    } catch (thrown) {
      if (turn !== this.turn) return;
      this.failed = true;
      this.emit('error', { code: failureOf(thrown).code });
    }
    this.requestUpdate();
  }
}
