/** Files that came with a letter or a reply: to anyone by a link, to the writer by a form, for a key never stands in an address. */
import { html } from 'hono/html';
import type { AttachedFile } from '../../contract/uploads.ts';
import { hiddenField } from './form.ts';
import { fileSize } from './numbers.ts';
import type { Credentials } from './track-form.ts';
import { link, type Html, type View } from './view.ts';
import { fileWords } from './words.files.ts';

type Files = readonly AttachedFile[] | undefined;

type Way = (file: AttachedFile, about: Html) => Html;

function list(view: View, files: Files, way: Way): Html | '' {
  if (!files || files.length === 0) return '';
  const words = fileWords[view.lang];
  const items = files.map((file) => {
    const about = html`<span class="meta">${words.types[file.type]} · ${fileSize(file.bytes)}</span>`;
    return html`<li>${way(file, about)}</li>`;
  });
  return html`<div class="files">
    <h3>${words.listed}</h3>
    <ul>
      ${items}
    </ul>
  </div>`;
}

/** Of a published letter, as far as an officer released them. */
export function releasedFiles(view: View, number: string, files: Files): Html | '' {
  const place = `/v1/tenants/${view.host?.slug ?? ''}/letters/${number}/files`;
  return list(
    view,
    files,
    ({ id, name }, about) =>
      html`<p><a class="figure" href="${place}/${id}" download>${name}</a> ${about}</p>`,
  );
}

export function ownFiles(view: View, { number, key }: Credentials, files: Files): Html | '' {
  const { download } = fileWords[view.lang];
  const way: Way = ({ id, name }, about) =>
    html`<p><span class="called figure">${name}</span> ${about}</p>
      <form method="post" action="${link(view, `/track/files/${id}`)}">
        ${hiddenField('number', number)}${hiddenField('key', key)}
        <button class="button" type="submit">${download}<span class="out-of-sight"> ${name}</span></button>
      </form>`;
  return list(view, files, way);
}
