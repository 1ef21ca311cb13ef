import { html, nothing, type TemplateResult } from 'lit';
import type { Lang } from '../../contract/vocabulary.ts';
import { langOf } from '../base/spoken.ts';
import { commonWords } from '../locales/common.ts';
import { lateWords } from '../locales/late.ts';
import { fileWords } from '../locales/files.ts';
import type { FileDesk } from './desk.ts';
import { sizeInWords } from './plan.ts';
import type { Upload } from './upload.ts';

/** Trying again gives the same answer: these are about the file itself. */
const VERDICTS =
  /^(file_type|file_too_small|file_too_large|image_too_large|pdf_active|pdf_encrypted|scan_refused)$/;

const timeOfDay = (time: Date) => time.toTimeString().slice(0, 8);

/** What was chosen: how far each file is, and what can be done about it. */
export function fileList(desk: FileDesk): TemplateResult {
  const words = fileWords[desk.host.language];
  const { uploads, over } = desk;
  return html`${
    uploads.length
      ? html`<ul class="files">
          ${uploads.map((upload) => fileItem(desk, upload))}
        </ul>`
      : nothing
  }
  ${over ? html`<p class="error over" role="alert">${words.over(over)}</p>` : nothing}`;
}

/** Said aloud when it changes. */
export function told({ uploads, unsettled, failed, host }: FileDesk): string {
  const words = fileWords[host.language];
  if (!uploads.length) return '';
  return unsettled
    ? words.underWay(uploads.length)
    : failed
      ? words.failed(failed)
      : words.allIn(uploads.length);
}

function fileItem(desk: FileDesk, upload: Upload): TemplateResult {
  const { language } = desk.host;
  const words = fileWords[language];
  const { file, stage, thumb } = upload;
  const act = (label: string, name: string, todo: () => void) =>
    html`<button type="button" class="plain ${name}" @click=${todo}>
      ${label}<span class="hidden-visually"> ${file.name}</span>
    </button>`;
  const again = stage === 'waiting' || (stage === 'failed' && !VERDICTS.test(upload.failure?.code ?? ''));
  const remove = () => {
    desk.host.focusLater('[name=files]');
    desk.remove(upload);
  };
  return html`<li class="is-${stage}">
    <span class="thumb" aria-hidden="true">${thumb ?? ending(file.name)}</span>
    <div class="about">
      <p class="name" lang=${langOf(file.name)}>${file.name}</p>
      <p class=${stage === 'failed' ? 'error' : stage === 'done' ? 'state done' : 'state'}>
        ${stage === 'done' ? html`<span aria-hidden="true">✓&nbsp;</span>` : nothing}${stateOf(upload, language)}
        <span class="meta figure size">${sizeInWords(upload.bytes)}</span>
      </p>
      ${
        stage === 'sending' || stage === 'checking'
          ? html`<progress
              max="100"
              .value=${upload.percent}
              aria-label=${words.progressOf(file.name)}
            ></progress>`
          : nothing
      }
    </div>
    <div class="acts">
      ${again ? act(commonWords[language].retry, 'again', () => desk.retry(upload)) : nothing}
      ${act(words.remove, 'remove', remove)}
    </div>
  </li>`;
}

/** What stands for a file that has no picture. */
const ending = (name: string): string => (/\.(\w{1,4})$/.exec(name)?.[1] ?? '…').toUpperCase();

function stateOf({ stage, percent, failure, until }: Upload, lang: Lang): string {
  const words = fileWords[lang];
  if (stage === 'sending') return words.sending(percent);
  if (stage === 'failed')
    return words.faults[failure?.code ?? ''] ?? (failure?.message || lateWords[lang].failed);
  if (stage !== 'waiting') return words.stages[stage];
  const time = timeOfDay(until);
  if (failure?.code === 'scan_unavailable') return words.scanning(time);
  return failure?.status ? words.busy(time) : words.offline;
}
