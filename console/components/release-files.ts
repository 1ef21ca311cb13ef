/** Which of a letter's files become public: none of them by itself, because nobody can mask a photo. */
import { type TemplateResult, html, nothing } from 'lit';
import type { AttachedFile } from '../../contract/uploads.ts';
import type { StaffLetter } from '../../contract/staff.ts';
import { fileWords, sizeWords } from '../lib/files.ts';
import type { Form, Values } from '../lib/form.ts';
import { t } from '../words/index.ts';
import { checkField } from './fields.ts';
import { fileList } from './file-list.ts';

type Part = keyof ReturnType<typeof t>['files']['release']['of'];

/** What can be released: all its writer sent, and what went with the reply that is published. */
export function releasable(letter: StaffLetter): [Part, AttachedFile[]][] {
  const answer = letter.replies.findLast(({ type }) => type === 'final');
  const parts: [Part, AttachedFile[]][] = [
    ['letter', letter.files ?? []],
    ['supplement', letter.supplements.flatMap(({ files }) => files ?? [])],
    ['reply', letter.declined ? [] : (answer?.files ?? [])],
  ];
  return parts.filter(([, files]) => files.length > 0);
}

const fieldOf = ({ id }: AttachedFile): string => `file.${id}`;

/** What a correction finds released stays so until it is unticked; anything else begins unticked. */
export function releasedAtFirst(letter: StaffLetter): Values {
  const all = releasable(letter).flatMap(([, files]) => files);
  const corrects = letter.release === 'published';
  return Object.fromEntries(all.map((file) => [fieldOf(file), corrects && file.released ? 'yes' : '']));
}

export function chosenFiles(letter: StaffLetter, values: Values): AttachedFile[] {
  return releasable(letter).flatMap(([, files]) => files.filter((file) => values[fieldOf(file)] === 'yes'));
}

export function releaseFiles<V extends Values>(
  letter: StaffLetter,
  of: Form<V>,
): TemplateResult | typeof nothing {
  const form = of as unknown as Form<Values>;
  const parts = releasable(letter);
  if (parts.length === 0) return nothing;
  const words = t().files.release;
  return html`<section class="release-files" aria-labelledby="release-files-title">
    <h2 id="release-files-title">${words.title}</h2>
    <p class="lead">${words.lead}</p>
    ${parts.map(
      ([part, files]) =>
        html`<h3>${words.of[part]}</h3>
          ${fileList(letter.number, files, part !== 'reply', (file) => checkField(form, fieldOf(file), { label: words.check, spoken: fileWords(file) }))}`,
    )}
  </section>`;
}

/** The same as the public will find them. */
export function releasedLine(letter: StaffLetter, values: Values): TemplateResult | typeof nothing {
  if (releasable(letter).length === 0) return nothing;
  const words = t().files.release;
  const chosen = chosenFiles(letter, values);
  if (chosen.length === 0) return html`<p class="quiet">${words.none}</p>`;
  return html`<p class="quiet">${words.some(chosen.length)}</p>
    <ul class="files" aria-label=${t().files.title}>
      ${chosen.map((file) => html`<li>${fileWords(file)} <span class="quiet">${sizeWords(file.bytes)}</span></li>`)}
    </ul>`;
}
