/** The form: one screen, one button; and everything still in it when something has to be changed. */
import { html } from 'hono/html';
import { limits } from '../../contract/limits.ts';
import type { Profile } from '../../contract/tenants.ts';
import { checkField, hiddenField, radioField, selectField, textField, type Wrong } from './form.ts';
import { fileField, keepButton } from './file-field.ts';
import type { FormFiles } from './form-files.ts';
import { errorSummary, notice, type Said } from './form-notes.ts';
import { layout } from './layout.ts';
import { grouped } from './numbers.ts';
import { link, type Html, type View } from './view.ts';
import { commonWords } from './words.common.ts';
import { writeWords } from './words.write.ts';

/** As typed. */
export interface Typed {
  kind: string;
  department: string;
  title: string;
  body: string;
  name: string;
  phone: string;
  email: string;
  publish: boolean;
}

export const blank: Typed = {
  kind: '',
  department: '',
  title: '',
  body: '',
  name: '',
  phone: '',
  email: '',
  publish: false,
};

export interface WritePage {
  profile: Profile;
  typed: Typed;
  wrong: Wrong;
  /** Why it wasn't sent, where no field is to blame; or what was done instead. */
  said: Said | null;
  token: string;
  files: FormFiles;
  /** Whether the service sends mail. */
  mails: boolean;
}

export function writePage(view: View, page: WritePage): Html {
  const { profile, typed, wrong, said } = page;
  const words = writeWords[view.lang];
  const common = commonWords[view.lang];
  const main = html`<div class="stack">
    ${errorSummary(wrong, common)} ${said ? notice(said.tone, said.text) : ''}
    <h1>${words.title(profile.name)}</h1>
    <div class="tight">
      <p class="lead">${words.lead(profile.acceptDays)}</p>
      <p class="hint narrow">${words.elsewhere}</p>
    </div>
    ${
      profile.suspended === undefined
        ? ''
        : html`${notice('calm', words.suspended(profile.suspended))}
            <p><a href="${link(view, '/track')}">${common.nav.track}</a></p>`
    }
    ${profile.suspended === undefined || typed.body !== '' ? form(view, page) : ''}
  </div>`;
  return layout(view, {
    title: common.nav.write,
    section: 'write',
    wrong: wrong.size > 0 || said?.tone === 'wrong',
    main,
  });
}

/** Also where no letters are taken, if something was typed: it mustn't be lost. */
function form(view: View, page: WritePage): Html {
  const { profile, typed, wrong, token, files } = page;
  const words = writeWords[view.lang];
  const common = commonWords[view.lang];
  return html`<form
    method="post"
    action="${link(view, '/write')}"
    enctype="multipart/form-data"
    accept-charset="utf-8"
    novalidate
  >
    ${hiddenField('token', token)} ${what(view, profile, typed, wrong)}
    ${fileField(view, files, profile.retentionMonths)} ${who(view, page)}
    ${checkField({ id: 'publish', label: words.publish, hint: words.publishHint, checked: typed.publish }, wrong, common)}
    <div class="trap" aria-hidden="true">
      <label for="website">${words.leaveEmpty}</label
      ><input type="text" id="website" name="website" value="" tabindex="-1" autocomplete="off" />
    </div>
    <p class="row">
      <button class="button primary" type="submit">${words.send}</button>${keepButton(view.lang)}
    </p>
  </form>`;
}

function what(view: View, profile: Profile, typed: Typed, wrong: Wrong): Html {
  const words = writeWords[view.lang];
  const common = commonWords[view.lang];
  const kinds = profile.kinds.map(({ id, name, replyDays }) => ({
    value: id,
    label: name,
    hint: `${words.kinds[id]}${view.lang === 'en' ? '; ' : '；'}${words.replyWithin(replyDays)}`,
  }));
  const departments = [
    { value: '', label: words.anyDepartment },
    ...profile.departments.map(({ id, name }) => ({ value: id, label: name })),
  ];
  const { titleCharsMin, titleCharsMax, bodyCharsMin, bodyCharsMax } = limits;
  return html`${radioField({ id: 'kind', label: words.kind, options: kinds, value: typed.kind, big: true }, wrong, common)}
  ${selectField({ id: 'department', label: words.department, options: departments, value: typed.department }, wrong, common)}
  ${textField({ id: 'title', label: words.subject, hint: words.subjectHint(titleCharsMin, titleCharsMax), value: typed.title, autocomplete: 'off' }, wrong, common)}
  ${textField({ id: 'body', label: words.body, hint: words.bodyHint(bodyCharsMin, grouped(bodyCharsMax)), value: typed.body, lines: 'many' }, wrong, common)}`;
}

function who(view: View, { profile, typed, wrong, mails }: WritePage): Html {
  const words = writeWords[view.lang];
  const common = commonWords[view.lang];
  const optional = !profile.contactRequired;
  return html`<fieldset aria-describedby="contact-hint">
    <legend class="big">
      <span class="name">${words.contact}${optional ? html`<i>${common.optional}</i>` : ''}</span>
    </legend>
    <p class="hint" id="contact-hint">
      ${words.contactHint(profile.retentionMonths)}${optional ? '' : html` ${words.contactRequired}`}
    </p>
    <div class="pair">
      ${textField({ id: 'name', label: words.name, value: typed.name, autocomplete: 'name' }, wrong, common)}
      ${textField({ id: 'phone', label: words.phone, value: typed.phone, type: 'tel', autocomplete: 'tel' }, wrong, common)}
      ${textField({ id: 'email', label: words.email, ...(mails ? { hint: words.emailHint } : {}), value: typed.email, type: 'email', autocomplete: 'email' }, wrong, common)}
    </div>
  </fieldset>`;
}
