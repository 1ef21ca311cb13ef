/** Choosing files: what is here already with a way to leave it out, what was refused and why, and the field itself. */
import { html } from 'hono/html';
import { FILE_TYPES, fileLimits } from '../../contract/limits.ts';
import type { Lang } from '../../contract/vocabulary.ts';
import { problemWords } from '../http/problem-words.ts';
import { hiddenField } from './form.ts';
import type { Said } from './form-notes.ts';
import { keptValue, passing, type FileProblem, type FormFiles, type HeldFile } from './form-files.ts';
import { fileSize } from './numbers.ts';
import { named, type Html, type View } from './view.ts';
import { commonWords } from './words.common.ts';
import { fileWords } from './words.files.ts';

type Problem = FormFiles['problems'][number];

export const filesField = 'files';

/** What is said of the files at the top of the page; null where all is well. */
export function filesWrong({ problems }: FormFiles, lang: Lang): string | null {
  const [first, second] = problems;
  if (!first) return null;
  return second ? fileWords[lang].problems(problems.length) : said(first, lang);
}

/** The files were kept, which is all that was asked for. */
export function keptSaid({ held }: FormFiles, lang: Lang, of: 'letter' | 'supplement'): Said {
  const words = fileWords[lang];
  return held.length > 0
    ? { tone: 'good', text: words.added[of](held.length) }
    : { tone: 'calm', text: words.nothingAdded };
}

function said({ name, problem }: Problem, lang: Lang): string {
  const words = fileWords[lang];
  const called = name || words.nameless;
  const tell = passing.includes(problem) ? words.passing : words.problem;
  return tell(called, reason(problem, lang));
}

function reason(problem: FileProblem, lang: Lang): string {
  const words = fileWords[lang];
  switch (problem) {
    case 'too_many_files':
      return words.tooMany(fileLimits.filesMax);
    case 'busy':
      return words.busy;
    case 'too_many_requests':
      return words.waiting;
    case 'file_gone':
      return words.gone;
    case 'file_used':
      return words.used;
    default:
      return problemWords[lang][problem];
  }
}

/** @param months for which files are kept after the letter was closed */
export function fileField(view: View, files: FormFiles, months: number): Html {
  const { lang } = view;
  const words = fileWords[lang];
  const common = commonWords[lang];
  const { held, problems } = files;
  const bad = problems.length > 0;
  const lost = problems.some(({ problem }) => !passing.includes(problem));
  const lines = problems.map(
    (problem) =>
      html`<p class="error"><span class="out-of-sight">${common.errorMark}</span>${said(problem, lang)}</p>`,
  );
  const error = html`<div class="tight" id="files-error">
    ${lines} ${lost ? html`<p class="hint">${words.without}</p>` : ''}
  </div>`;
  return html`<div class="field${bad ? ' bad' : ''}">
    <label for="${filesField}"
      ><span class="name">${words.label}<i>${common.optional}</i></span></label
    >
    <p class="hint" id="files-hint">${words.hint(fileLimits.filesMax, months)}</p>
    ${bad ? error : ''}${held.length > 0 ? keptList(view, held) : ''}<input
      class="input file"
      type="file"
      id="${filesField}"
      name="${filesField}"
      multiple
      accept="${FILE_TYPES.join(',')}"
      aria-describedby="files-hint files-more${bad ? ' files-error' : ''}"
      ${bad ? html` aria-invalid="true"` : ''}
    />
    <p class="hint more" id="files-more">${words.more}</p>
  </div>`;
}

function keptList(view: View, held: readonly HeldFile[]): Html {
  const words = fileWords[view.lang];
  return html`<div class="kept">
    <p>${words.kept(held.length)}</p>
    <ul>
      ${held.map((one) => keptItem(view, one))}
    </ul>
  </div>`;
}

function keptItem(view: View, one: HeldFile): Html {
  const words = fileWords[view.lang];
  const name = named(view, one.name || words.nameless);
  const about = one.file ? `${words.types[one.file.type]} · ${fileSize(one.file.bytes)}` : words.unchecked;
  return html`<li>
    ${hiddenField('kept', keptValue(one))}
    <p><span class="called">${name}</span> <span class="meta">${about}</span></p>
    <label class="choice"
      ><input type="checkbox" name="remove" value="${one.id}" />${words.remove}<span class="out-of-sight">
        ${name}</span
      ></label
    >
  </li>`;
}

/** Keeps what was chosen without sending: behind the button that sends, which stays the one that Enter presses. */
export const keepButton = (lang: Lang): Html =>
  html`<button class="button" type="submit" name="step" value="keep">${fileWords[lang].add}</button>`;
