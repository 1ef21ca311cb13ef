import { html, nothing, type TemplateResult } from 'lit';
import { Failure } from '../api/client.ts';
import { unreachable } from '../letterbox/unreachable.template.ts';
import { commonWords } from '../locales/common.ts';
import { baseStyles } from './base.styles.ts';
import { controlStyles } from './control.styles.ts';
import { HuixinElement } from './huixin-element.ts';
import type { View, ViewClass } from './view.ts';

/** An element with one view, fetched when it is first on a page. */
export abstract class LateElement extends HuixinElement {
  static override styles = [baseStyles, controlStyles];

  private view: View | null = null;
  private failure: Failure | null = null;

  protected abstract fetchView(): Promise<ViewClass>;

  override connectedCallback(): void {
    super.connectedCallback();
    if (!this.view) void this.open();
  }

  protected override content(): TemplateResult {
    if (!this.tenant) return html`<slot></slot>`;
    return html`<div class="line" tabindex="-1">${this.view?.render() ?? this.waiting()}</div>`;
  }

  private waiting(): TemplateResult {
    const again = () => {
      this.focusLater('.line');
      void this.open();
    };
    return html`${unreachable(this, this.failure, null, again)}
    ${this.failure ? nothing : html`<p class="hint">${commonWords[this.language].opening}</p>`}`;
  }

  private async open(): Promise<void> {
    this.failure = null;
    try {
      const view = await this.fetchView();
      if (this.view) return;
      this.view = new view(this);
      this.adopt(this.view.styles);
    } catch {
      this.failure = new Failure(0, {});
      this.emit('error', { code: this.failure.code });
    }
    this.requestUpdate();
  }
}
