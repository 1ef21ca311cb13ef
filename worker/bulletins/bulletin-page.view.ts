/** A bulletin as a page to read and to print. */
import { html, raw } from 'hono/html';
import type { BulletinBlock, BulletinCell, BulletinColumn, BulletinTable } from '../../contract/bulletins.ts';
import { oneDecimal, percentName } from '../../core/index.ts';

/** Allowed by its hash: the page's policy forbids every other. */
export const pageStyle = `:root { color-scheme: light; }
* { box-sizing: border-box; }
body { margin: 0 auto; max-width: 62rem; padding: 24px 20px 64px; color: #1c2733; background: #fff; font: 1.125rem/1.8 FangSong, 仿宋_GB2312, 仿宋, STFangsong, "Noto Serif CJK SC", serif; overflow-wrap: break-word; }
header, main > p, main > h2 { max-width: 46rem; margin-left: auto; margin-right: auto; }
h1 { margin: 32px 0 8px; text-align: center; font: 400 1.75rem/1.4 方正小标宋简体, FZXiaoBiaoSong-B05S, STZhongsong, SimSun, "Noto Serif CJK SC", serif; text-wrap: balance; }
.label { margin: 0 0 32px; text-align: center; font-family: KaiTi, 楷体_GB2312, STKaiti, "Noto Serif CJK SC", serif; }
h2 { margin: 24px auto 8px; font: 400 1.125rem/1.8 SimHei, 黑体, STHeiti, "Noto Sans CJK SC", sans-serif; text-indent: 2em; }
p { margin: 0; text-indent: 2em; }
.plain, .label, .note, .said { text-indent: 0; }
.signed { padding-right: 2em; text-align: right; text-indent: 0; }
.said { margin: 0 auto 16px; padding: 10px 16px; border-left: 4px solid #7a4d00; background: #fff7e0; font-family: system-ui, "Noto Sans CJK SC", sans-serif; font-size: 1rem; text-align: left; }
nav { max-width: 46rem; margin: 0 auto; font: 1rem/1.6 system-ui, "Noto Sans CJK SC", sans-serif; }
nav a { display: inline-block; min-height: 44px; padding: 9px 24px 9px 0; color: #1f5a8c; text-underline-offset: 0.2em; }
a:focus-visible, .scroll:focus-visible { outline: 3px solid #1f5a8c; outline-offset: 2px; }
.scroll { margin: 40px 0 8px; overflow-x: auto; }
table { width: 100%; border-collapse: collapse; font: 0.9375rem/1.5 system-ui, "PingFang SC", "Microsoft YaHei", "Noto Sans CJK SC", sans-serif; font-variant-numeric: tabular-nums; }
caption { padding-bottom: 8px; text-align: left; font: 400 1.125rem/1.6 SimHei, 黑体, STHeiti, "Noto Sans CJK SC", sans-serif; }
th, td { padding: 6px 10px; border: 1px solid #7d8894; text-align: left; }
th { background: #f3f6f9; font-weight: 600; }
td.figure { text-align: right; white-space: nowrap; } th.figure { text-align: center; }
td:first-child, th:first-child { white-space: nowrap; }
.sum td { font-weight: 600; border-top-width: 2px; }
p + .end { margin-top: 32px; }
.note { font-size: 0.9375rem; color: #4a5561; text-align: left; }
@media print {
  @page { size: A4; margin: 37mm 26mm 35mm 28mm; @bottom-center { content: "— " counter(page) " —"; font: 14pt SimSun, "Noto Serif CJK SC", serif; } }
  @page wide { size: A4 landscape; margin: 25mm; }
  body { max-width: none; padding: 0; font-size: 16pt; line-height: 28.95pt; }
  header, main > p, main > h2 { max-width: none; }
  nav, .said { display: none; }
  h1 { margin-top: 0; font-size: 22pt; } h2 { margin-top: 0; margin-bottom: 0; font-size: 16pt; line-height: 28.95pt; break-after: avoid; } .signed, .sum { break-before: avoid; }
  .tables { page: wide; break-before: page; }
  .scroll { margin: 12pt 0 4pt; overflow: visible; } table { width: calc(100% - 1px); font-size: 10.5pt; } caption { font-size: 14pt; } .note { break-before: avoid; font-size: 10.5pt; line-height: 1.5; }
  thead { display: table-header-group; } tr { break-inside: avoid; } caption, thead { break-after: avoid; }
}
`;

export interface PageBulletin {
  label: string;
  title: string;
  recipients: string | null;
  issuer: string | null;
  dated: string;
  blocks: readonly BulletinBlock[];
  /** Label of a later bulletin that puts this one right: said beside it, not in it. */
  correctedBy: string | null;
  /** Other forms of it, relative to the page. */
  files: readonly (readonly [href: string, name: string])[];
}

export function toPage(bulletin: PageBulletin) {
  const { title, label, recipients, issuer, dated, blocks, correctedBy, files } = bulletin;
  const tables = blocks.filter((block) => block.kind === 'table');
  return html`<!doctype html>
<html lang="zh-CN">
<head>
<meta charset="utf-8" />
<meta name="viewport" content="width=device-width, initial-scale=1" />
<meta name="format-detection" content="telephone=no" />
<title>${title}${label}</title>
<link rel="icon" href="data:," />
${raw(`<style>${pageStyle}</style>`)}
</head>
<body>
<nav aria-label="下载">${files.map(([href, name]) => html`<a href="${href}">${name}</a>`)}</nav>
<main>
${correctedBy === null ? '' : html`<p class="said">这份通报后来由${correctedBy}更正，数据以更正的一期为准。</p>`}
<header>
<h1>${title}</h1>
<p class="label">${label}</p>
</header>
${recipients === null ? '' : html`<p class="plain">${recipients.replace(/[：:]$/, '')}：</p>`}
${blocks.map((block) => (block.kind === 'table' ? '' : block.kind === 'heading' ? html`<h2>${block.text}</h2>\n` : html`<p>${block.text}</p>\n`))}
${issuer === null ? '' : html`<p class="signed end">${issuer}</p>`}
<p class="${issuer === null ? 'signed end' : 'signed'}">${dated}</p>
<div class="tables">
${tables.map((table, at) => tablePart(table, at + 1))}
</div>
</main>
</body>
</html>`; // prettier-ignore
}

function tablePart({ id, title, note, columns, rows, totalled }: BulletinTable, at: number) {
  const heads = columns.map((column) => html`<th scope="col" class="${kindOf(column)}">${column.name}</th>`);
  const line = (cells: readonly BulletinCell[], sum: boolean) =>
    html`<tr class="${sum ? 'sum' : 'one'}">
      ${columns.map((column, index) => html`<td class="${kindOf(column)}">${shown(column, cells[index] ?? null)}</td>`)}
    </tr> `;
  const body =
    rows.length === 0
      ? html`<tr>
          <td colspan="${columns.length}">无</td>
        </tr>`
      : rows.map((row, index) => line(row, totalled && index === rows.length - 1));
  const said = note === null ? '' : html`<p class="note">${note}</p>`;
  return html`<div class="scroll" role="region" aria-labelledby="${id}" tabindex="0"><table>
<caption id="${id}">附表${at}　${title}</caption>
<thead><tr>${heads}</tr></thead>
<tbody>
${body}</tbody>
</table></div>
${said}
`; // prettier-ignore
}

const kindOf = ({ as }: BulletinColumn): string => (as === 'text' ? 'text' : 'figure');

function shown({ as }: BulletinColumn, cell: BulletinCell): string {
  if (cell === null) return '—';
  if (typeof cell === 'string') return cell;
  return as === 'rate' ? percentName(cell) : as === 'days' ? oneDecimal(cell) : String(cell);
}
