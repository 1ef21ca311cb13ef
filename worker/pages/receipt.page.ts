/** The receipt (回执): made to be photographed, printed and kept. The only page that ever shows the access key. */
import { html } from 'hono/html';
import type { Explanation, Receipt } from '../../contract/letters.ts';
import { longDay, minute } from './dates.ts';
import { hiddenField } from './form.ts';
import { notice } from './form-notes.ts';
import { layout } from './layout.ts';
import { fact } from './parts.ts';
import { promiseLine } from './promise.ts';
import { link, named, type Html, type View } from './view.ts';
import { fileWords } from './words.files.ts';
import { writeWords } from './words.write.ts';

export interface ReceiptPage {
  receipt: Receipt;
  title: string;
  /** How many came with it. */
  files: number;
  why: Explanation;
  /** The same form was sent before. */
  repeated: boolean;
}

export function receiptPage(view: View, { receipt, title, files, why, repeated }: ReceiptPage): Html {
  const { lang } = view;
  const words = writeWords[lang].receipt;
  const main = html`<div class="stack">
    ${repeated ? notice('calm', words.repeated) : ''}
    <h1>${words.title}</h1>
    ${promiseLine(view, { due: receipt.replyBy, provisional: receipt.provisional, why })}
    <div class="slip">
      <h2>${words.slip}</h2>
      <dl class="facts">
        ${fact(words.number, html`<span class="number figure">${receipt.number}</span>`)}
        ${fact(words.key, html`<span class="key code">${receipt.accessKey}</span>`)}
        ${fact(words.to, named(view, view.host?.name ?? ''))} ${fact(words.subject, named(view, title))}
        ${files > 0 ? fact(words.files, fileWords[lang].received(files)) : ''}
        ${fact(words.received, html`<span class="figure">${minute(receipt.receivedAt)}</span>`)}
        ${fact(words.acceptBy, longDay(receipt.acceptBy, lang))}
        ${fact(words.replyBy, html`<strong>${longDay(receipt.replyBy, lang)}</strong>`)}
        ${fact(words.page, receipt.url)}
      </dl>
    </div>
    <p class="keep">${words.keep}</p>
    <form class="no-print" method="post" action="${link(view, '/track')}" autocomplete="off">
      ${hiddenField('number', receipt.number)}${hiddenField('key', receipt.accessKey)}
      <p class="row">
        <button class="button" type="submit">${words.track}</button
        ><a class="plain" href="${link(view, '/write')}">${words.another}</a>
      </p>
    </form>
  </div>`;
  return layout(view, { title: words.title, section: 'write', main });
}
