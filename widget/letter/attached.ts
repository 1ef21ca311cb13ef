import { html, nothing, type TemplateResult } from 'lit';
import type { AttachedFile } from '../../contract/uploads.ts';
import type { Lang } from '../../contract/vocabulary.ts';
import { letterWords } from '../locales/letter.ts';
import { sizeInWords } from '../files/plan.ts';

/** How a file is had: a link for everybody, a button where a key is needed. */
export type Had = (file: AttachedFile) => TemplateResult;

/** Files with a letter, a supplement or a reply; nothing where there are none. */
export function attachedFiles(
  files: readonly AttachedFile[] | undefined,
  lang: Lang,
  had: Had,
): TemplateResult | typeof nothing {
  if (!files?.length) return nothing;
  const words = letterWords[lang];
  return html`<div class="attached">
    <p class="meta">${words.attached(files.length)}</p>
    <ul>
      ${files.map((file) => html`<li class="row">${had(file)} ${about(file, lang)}</li>`)}
    </ul>
  </div>`;
}

/** What it is called and how it is said to be downloaded. */
export const fileLabel = (file: AttachedFile, lang: Lang): TemplateResult =>
  html`<span class="hidden-visually">${letterWords[lang].download}</span>
    <span class="figure">${file.name}</span>`;

function about({ type, bytes }: AttachedFile, lang: Lang): TemplateResult {
  const words = letterWords[lang];
  return html`<span class="meta figure">${words.fileTypes[type]} · ${sizeInWords(bytes)}</span>`;
}
