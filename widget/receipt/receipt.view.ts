import { html, nothing, type TemplateResult } from 'lit';
import type { Receipt, WriterLetter } from '../../contract/letters.ts';
import { clockTime, longDay } from '../base/dates.ts';
import { langOf } from '../base/spoken.ts';
import type { View, ViewHost } from '../base/view.ts';
import { receiptWords } from '../locales/receipt.ts';
import { PromiseLine } from '../promise/promise.ts';
import { copyText, printSlip } from './paper.ts';
import { receiptStyles } from './receipt.styles.ts';

type Row = [label: string, value: string, style?: string];

/** What the slip says beside the receipt itself. */
export interface Addressed {
  tenantName: string;
  title: string;
  /** How many came with it. */
  files: number;
  /** A word before the slip, where the letter isn't the one on screen. */
  remark: string;
  another(): void;
}

/** The receipt: made to be photographed, printed and kept. */
export class ReceiptView implements View {
  readonly styles = receiptStyles;

  private readonly host: ViewHost;
  private readonly receipt: Receipt;
  private readonly addressed: Addressed;
  private readonly promise: PromiseLine;
  private copied: boolean | null = null;

  constructor(host: ViewHost, receipt: Receipt, addressed: Addressed) {
    this.host = host;
    this.receipt = receipt;
    this.addressed = addressed;
    this.promise = new PromiseLine(host);
  }

  render(): TemplateResult {
    const { host, receipt, addressed, copied } = this;
    const words = receiptWords[host.language];
    const letter = () => host.api.letter<WriterLetter>(receipt.number, receipt.accessKey);
    const rows = this.rows();

    return html`<section class="receipt stack">
      <div>
        <h2 tabindex="-1">${words.title}</h2>
        ${addressed.remark ? html`<p class="note">${addressed.remark}</p>` : nothing}
        ${this.promise.render(receipt.replyBy, receipt.provisional, async () => (await letter()).why.reply)}
      </div>
      <div class="slip">
        <h3>${words.slip}</h3>
        <dl>
          ${rows.map(
            ([label, value, style]) =>
              html`<div>
                <dt>${label}</dt>
                <dd class=${style ?? ''} lang=${style === 'said' ? langOf(value) : nothing}>${value}</dd>
              </div>`,
          )}
        </dl>
      </div>
      <p class="keep prose">${words.keep}</p>
      ${this.takeAlong(rows)}
      <div class="row">
        <button
          type="button"
          class="plain"
          @click=${() => host.openLetter?.(receipt.number, receipt.accessKey)}
        >
          ${words.track}
        </button>
        <button type="button" class="plain" @click=${addressed.another}>${words.another}</button>
        <span role="status">${copied === null ? nothing : copied ? words.copied : words.copyFailed}</span>
      </div>
    </section>`;
  }

  private rows(): Row[] {
    const { host, receipt, addressed } = this;
    const words = receiptWords[host.language];
    return [
      [words.number, receipt.number, 'figure'],
      [words.accessKey, receipt.accessKey, 'key'],
      [words.to, addressed.tenantName, 'said'],
      [words.subject, addressed.title, 'said'],
      ...(addressed.files ? [[words.files, words.filesIn(addressed.files)] as Row] : []),
      [words.received, clockTime(receipt.receivedAt), 'figure'],
      [words.replyBy, longDay(receipt.replyBy, host.language, '')],
      [words.page, receipt.url],
    ];
  }

  private takeAlong(rows: readonly Row[]): TemplateResult {
    const { host, receipt } = this;
    const words = receiptWords[host.language];
    const colon = host.language === 'en' ? ': ' : '：';
    const text = rows.map(([label, value]) => label + colon + value).join('\r\n');
    const button = (label: string, act: (button: HTMLElement) => void) =>
      html`<button
        type="button"
        class="button"
        part="button"
        @click=${(event: Event) => act(event.currentTarget as HTMLElement)}
      >
        ${label}
      </button>`;
    return html`<div class="row">
      ${button(words.copy, (near) => {
        this.copied = copyText(text, near);
        host.requestUpdate();
      })}
      ${button(words.print, () => printSlip(host.renderRoot.querySelector('.slip')!, host.language))}
      <a
        class="button"
        part="button"
        download="${receipt.number}.txt"
        href="data:text/plain;charset=utf-8,%EF%BB%BF${encodeURIComponent(text)}"
        >${words.save}</a
      >
    </div>`;
  }
}
