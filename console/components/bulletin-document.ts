/** A bulletin's document on screen, as its page and files set it: words first, then the tables. It is written in Chinese. */
import { type TemplateResult, html, nothing } from 'lit';
import type {
  Bulletin,
  BulletinBlock,
  BulletinCell,
  BulletinColumn,
  BulletinTable,
} from '../../contract/bulletins.ts';
import { oneDecimal, percentName } from '../../core/bulletin.words.ts';
import { t } from '../words/index.ts';

type TableEnd = (table: BulletinTable) => TemplateResult | typeof nothing;

/** @param end what to offer under a table */
export function bulletinDocument(bulletin: Bulletin, end: TableEnd = () => nothing): TemplateResult {
  const { title, label, content, blocks } = bulletin;
  const tables = blocks.filter((block) => block.kind === 'table');
  return html`<div class="official paper" lang="zh-CN">
    <h2 class="official-title">${title}</h2>
    ${label ? html`<p class="official-label">${label}</p>` : nothing}
    ${content?.recipients ? html`<p class="plain">${content.recipients.replace(/[：:]$/, '')}：</p>` : nothing}
    ${blocks.map(words)} ${content?.issuer ? html`<p class="signed">${content.issuer}</p>` : nothing}
    ${content ? html`<p class="signed">${content.dated}</p>` : nothing}
    ${tables.map((table, at) => tablePart(table, at + 1, end(table)))}
  </div>`;
}

function words(block: BulletinBlock): TemplateResult | typeof nothing {
  if (block.kind === 'table') return nothing;
  return block.kind === 'heading' ? html`<h3>${block.text}</h3>` : html`<p>${block.text}</p>`;
}

function tablePart(
  { id, title, note, columns, rows, totalled }: BulletinTable,
  at: number,
  end: TemplateResult | typeof nothing,
): TemplateResult {
  const line = (cells: readonly BulletinCell[], sum: boolean) =>
    html`<tr class=${sum ? 'sum' : ''}>
      ${columns.map((column, index) =>
        index === 0
          ? html`<th scope="row">${shown(column, cells[0] ?? null)}</th>`
          : html`<td class=${kindOf(column)}>${shown(column, cells[index] ?? null)}</td>`,
      )}
    </tr>`;
  return html`<div class="official-table" role="region" aria-labelledby="bulletin-${id}" tabindex="0">
      <table>
        <caption id="bulletin-${id}">
          附表${at}　${title}
        </caption>
        <thead>
          <tr>
            ${columns.map((column) => html`<th scope="col" class=${kindOf(column)}>${column.name}</th>`)}
          </tr>
        </thead>
        <tbody>
          ${
            rows.length === 0
              ? html`<tr>
                  <td colspan=${columns.length}>${t().bulletins.noRows}</td>
                </tr>`
              : rows.map((row, index) => line(row, totalled && index === rows.length - 1))
          }
        </tbody>
      </table>
    </div>
    ${note ? html`<p class="note">${note}</p>` : nothing} ${end}`;
}

const kindOf = ({ as }: BulletinColumn): string => (as === 'text' ? '' : 'figure');

function shown({ as }: BulletinColumn, cell: BulletinCell): string {
  if (cell === null) return '—';
  if (typeof cell === 'string') return cell;
  return as === 'rate' ? percentName(cell) : as === 'days' ? oneDecimal(cell) : String(cell);
}
