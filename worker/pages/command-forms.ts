/** What the writer's page offers: each a form of its own, carrying number and key in its body. */
import { html } from 'hono/html';
import type { WriterLetter } from '../../contract/letters.ts';
import { LEVELS, SOLVED } from '../../contract/vocabulary.ts';
import { levelWords, solvedWords } from '../../contract/words.ts';
import { fileField, keepButton } from './file-field.ts';
import type { FormFiles } from './form-files.ts';
import { checkField, hiddenField, radioField, textField, type Wrong } from './form.ts';
import { link, type Html, type View } from './view.ts';
import type { Credentials } from './track-form.ts';
import { commonWords } from './words.common.ts';
import { letterWords } from './words.letter.ts';
import { trackWords } from './words.track.ts';

/** What was typed into one of the forms, by field name. */
export type Entered = Readonly<Record<string, string>>;

export interface Commands {
  letter: WriterLetter;
  credentials: Credentials;
  entered: Entered;
  wrong: Wrong;
  /** Of the supplement that is being written. */
  files: FormFiles;
  /** For how long contact details and files are kept after closing. */
  months: number;
}

/** Ids are the fields' names with the form's in front: several forms share the page. */
export const scores = ['result', 'attitude', 'speed'] as const;

function commandForm(
  view: View,
  { credentials }: Commands,
  action: string,
  fields: unknown,
  buttons: unknown,
  more: Html | '' = '',
): Html {
  return html`<form
    class="no-print"
    method="post"
    action="${link(view, '/track')}"
    ${more}
    accept-charset="utf-8"
    autocomplete="off"
    novalidate
  >
    ${hiddenField('number', credentials.number)}${hiddenField('key', credentials.key)}${hiddenField('action', action)}
    ${fields}
    <p class="row">${buttons}</p>
  </form>`;
}

export function supplementForm(view: View, given: Commands, primary: boolean): Html {
  const words = trackWords[view.lang];
  const { entered, wrong, files, months } = given;
  const field = {
    id: 'supplement',
    label: words.supplementLabel,
    hint: words.supplementHint,
    value: entered['supplement'] ?? '',
    lines: 'few',
  } as const;
  const button = html`<button class="button${primary ? ' primary' : ''}" type="submit">
    ${words.supplementSend}
  </button>`;
  const fields = html`${textField(field, wrong, commonWords[view.lang])} ${fileField(view, files, months)}`;
  const buttons = html`${button}${keepButton(view.lang)}`;
  return commandForm(view, given, 'supplement', fields, buttons, html` enctype="multipart/form-data"`);
}

export function ratingForm(view: View, given: Commands): Html {
  const { lang } = view;
  const words = trackWords[lang];
  const common = commonWords[lang];
  const { letter, entered, wrong } = given;
  const levels = LEVELS.map((level) => ({ value: String(level), label: levelWords[lang][level] }));
  const solved = SOLVED.map((value) => ({ value, label: solvedWords[lang][value] }));
  const oneToFive = ['1', '2', '3', '4', '5'].map((value) => ({ value, label: value }));
  const fields = html`<p class="hint narrow">${letter.round === 2 ? words.rateAgainHint : words.rateHint}</p>
    ${radioField({ id: 'level', label: words.level, options: levels, value: entered['level'] ?? '' }, wrong, common)}
    ${radioField({ id: 'solved', label: words.solved, options: solved, value: entered['solved'] ?? '' }, wrong, common)}
    ${scores.map((score, index) => radioField({ id: score, label: letterWords[lang].letter.scores[score], optional: true, ...(index === 0 ? { hint: words.scoresHint } : {}), options: oneToFive, value: entered[score] ?? '', inline: true }, wrong, common))}
    ${textField({ id: 'comment', label: words.comment, hint: words.commentHint, optional: true, value: entered['comment'] ?? '', lines: 'few' }, wrong, common)}`;
  return commandForm(
    view,
    given,
    'rate',
    fields,
    html`<button class="button primary" type="submit">${words.rateSend}</button>`,
  );
}

export function consentForm(view: View, given: Commands): Html {
  const words = trackWords[view.lang];
  const { publish, published, number } = given.letter;
  const now = words.consentNow[published ? 'public' : publish ? 'agreed' : 'refused'];
  const see = published
    ? html`<a class="plain" href="${link(view, `/letters/${number}`)}">${words.seePublic}</a>`
    : '';
  const button = html`<button class="button" type="submit">
      ${publish ? words.consentNo : words.consentYes}</button
    >${see}`;
  return html`<p class="narrow">${now}</p>
    ${commandForm(view, given, 'consent', hiddenField('publish', publish ? 'no' : 'yes'), button)}`;
}

/** Folded away and asked twice: it can't be undone. */
export function erasureForm(view: View, given: Commands): Html {
  const words = trackWords[view.lang];
  const { entered, wrong, months } = given;
  const { goes, stays, after, unasked } = words.erasureHint;
  const fields = html`<div class="narrow tight">
      <p>${goes}</p>
      <p>${stays}</p>
      <p>${after}</p>
      <p>${unasked(months)}</p>
    </div>
    ${checkField({ id: 'erase', label: words.erasureConfirm, checked: entered['erase'] === 'yes' }, wrong, commonWords[view.lang])}`;
  const button = html`<button class="button grave" type="submit">${words.erasureSend}</button>`;
  return html`<details class="no-print" ${wrong.has('erase') ? html` open` : ''}>
    <summary>${words.erasure}</summary>
    <div class="tight">${commandForm(view, given, 'erase-contact', fields, button)}</div>
  </details>`;
}

export function withdrawForm(view: View, given: Commands): Html {
  const words = trackWords[view.lang];
  const common = commonWords[view.lang];
  const { entered, wrong } = given;
  const fields = html`<p class="narrow">${words.withdrawHint}</p>
    ${textField({ id: 'reason', label: words.withdrawReason, optional: true, value: entered['reason'] ?? '' }, wrong, common)}
    ${checkField({ id: 'confirm', label: words.withdrawConfirm, checked: entered['confirm'] === 'yes' }, wrong, common)}`;
  const form = commandForm(
    view,
    given,
    'withdraw',
    fields,
    html`<button class="button grave" type="submit">${words.withdrawSend}</button>`,
  );
  const asked = wrong.has('confirm') || wrong.has('reason');
  return html`<details class="no-print" ${asked ? html` open` : ''}>
    <summary>${words.withdraw}</summary>
    <div class="tight">${form}</div>
  </details>`;
}
