/**
 * Charts without a library: SVG that Lit renders, in per cent of the room, so that letters keep their size on every screen and
 * in print, and the strict policy needs no exception. Parts differ by pattern as well as by colour. To a screen reader a chart
 * is its sentence and the table behind it.
 */
import { type TemplateResult, html, nothing, svg } from 'lit';
import { type Part, axisEnd, stacked } from '../lib/chart-bars.ts';
import { langOf, t } from '../words/index.ts';
import { percent, whole } from './rates.ts';

/** `good`: plain, `late`: hatched, `open`: an outline. */
export type Paint = 'good' | 'late' | 'open';

export interface ChartTable {
  columns: readonly string[];
  rows: readonly (readonly (string | TemplateResult)[])[];
}

export interface Chart {
  id: string;
  title: string;
  /** What is to be seen in it. */
  says: string;
  drawing: TemplateResult | typeof nothing;
  table: ChartTable | null;
  /** Of its heading. */
  level?: 2 | 3;
}

export function chart({ id, title, says, drawing, table, level = 3 }: Chart): TemplateResult {
  return html`<figure class="chart" aria-labelledby="chart-${id}">
    <figcaption>
      ${level === 2 ? html`<h2 id="chart-${id}">${title}</h2>` : html`<h3 id="chart-${id}">${title}</h3>`}
      <p>${says}</p>
    </figcaption>
    <div class="drawing" aria-hidden="true">${drawing}</div>
    ${table ? numbers(title, table) : nothing}
  </figure>`;
}

function numbers(title: string, { columns, rows }: ChartTable): TemplateResult {
  return html`<details>
    <summary>${t().charts.numbers}<span class="unseen">：${title}</span></summary>
    <div class="scroll" role="region" aria-label=${title} tabindex="0">
      <table class="chart-table">
        <thead>
          <tr>
            ${columns.map((name) => html`<th scope="col">${name}</th>`)}
          </tr>
        </thead>
        <tbody>
          ${rows.map(
            ([head, ...cells]) =>
              html`<tr>
                <th scope="row">${head}</th>
                ${cells.map((cell) => html`<td>${cell}</td>`)}
              </tr>`,
          )}
        </tbody>
      </table>
    </div>
  </details>`;
}

/** Stripes that mean "late"; each drawing has its own, for an id is known to its page only. */
const stripes = (id: string) =>
  svg`<defs><pattern id=${id} width="6" height="6" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
    <rect class="stripe-ground" width="6" height="6"></rect><rect class="stripe" width="3" height="6"></rect>
  </pattern></defs>`;

const painted = (paint: Paint, id: string) => (paint === 'late' ? `url(#${id})` : nothing);

export function legend(id: string, entries: readonly (readonly [Paint, string])[]): TemplateResult {
  return html`<ul class="legend">
    ${entries.map(
      ([paint, name]) =>
        html`<li>
          <svg class="swatch-${paint}" width="16" height="16">
            ${stripes(`${id}-${paint}`)}
            <rect
              class="part-${paint}"
              x="1"
              y="1"
              width="14"
              height="14"
              fill=${painted(paint, `${id}-${paint}`)}
            ></rect>
          </svg>
          ${name}
        </li>`,
    )}
  </ul>`;
}

export interface Bar {
  name: string;
  parts: readonly (readonly [Paint, number])[];
  /** What is written behind it. */
  value: string;
}

/** Bars that lie: a name, the bar, its value. */
export function bars(id: string, list: readonly Bar[], end?: number): TemplateResult {
  const sums = list.map(({ parts }) => parts.reduce((sum, [, value]) => sum + value, 0));
  const most = end ?? Math.max(1, ...sums);
  return html`<div class="bars">
    ${list.map(({ name, parts, value }, row) => {
      const places = stacked(
        parts.map(([, size]) => size),
        most,
      );
      return html`<span class="bar-name" lang=${langOf(name)}>${name}</span>
        <svg class="bar" width="100%" height="20">
          ${stripes(`${id}-${row}`)}
          ${parts.map(([paint], index) => lying(places[index]!, paint, `${id}-${row}`))}
        </svg>
        <span class="bar-value">${value}</span>`;
    })}
  </div>`;
}

const lying = ({ at, size }: Part, paint: Paint, id: string) =>
  size === 0
    ? nothing
    : svg`<rect class="part-${paint}" x="${at}%" width="${size}%" y="1" height="18" fill=${painted(paint, id)}></rect>`;

const HEIGHT = 160;

/** Bars that stand, one for each of a row of moments; their parts from the ground up. */
export function columns(
  id: string,
  list: readonly (readonly (readonly [Paint, number])[])[],
  labels: readonly string[],
): TemplateResult {
  const end = axisEnd(list.map((parts) => parts.reduce((sum, [, value]) => sum + value, 0)));
  const width = 100 / Math.max(1, list.length);
  const standing = (parts: (typeof list)[number], column: number) => {
    const places = stacked(
      parts.map(([, size]) => size),
      end,
    );
    return parts.map(([paint], index) => {
      const { at, size } = places[index]!;
      if (size === 0) return nothing;
      const [top, height] = [HEIGHT * (1 - (at + size) / 100), (HEIGHT * size) / 100];
      return svg`<rect class="part-${paint}" x="${(column + 0.1) * width}%" width="${width * 0.8}%" y=${top} height=${height} fill=${painted(paint, id)}></rect>`;
    });
  };
  return html`<div class="columns">
    <span class="axis-end">${whole(end)}</span>
    <svg width="100%" height=${HEIGHT}>
      ${stripes(id)}
      ${[0, HEIGHT / 2].map((y) => svg`<line class="grid" x1="0" x2="100%" y1=${y} y2=${y}></line>`)}
      ${list.map(standing)}
      <line class="ground" x1="0" x2="100%" y1=${HEIGHT} y2=${HEIGHT}></line>
    </svg>
    <span class="axis-labels">${labels.map((label) => html`<span>${label}</span>`)}</span>
  </div>`;
}

export interface Interval {
  name: string;
  rate: number;
  low: number;
  high: number;
  value: string;
  /** One's own, among others. */
  own?: boolean;
}

/** Rates with the range in which each may lie, on one scale from 0 to 100 %. */
export function intervals(list: readonly Interval[]): TemplateResult {
  const marks = [0, 25, 50, 75, 100];
  const at = (share: number) => `${Math.round(share * 10_000) / 100}%`;
  return html`<div class="bars intervals">
    <span></span>
    <svg class="scale" width="100%" height="20">
      ${marks.map((mark) => svg`<text x="${mark}%" y="15" text-anchor=${mark === 0 ? 'start' : mark === 100 ? 'end' : 'middle'}>${percent(mark / 100)}</text>`)}
    </svg>
    <span></span>
    ${list.map(
      ({ name, rate, low, high, value, own }) =>
        html`<span class="bar-name ${own ? 'own' : ''}" lang=${langOf(name)}>${name}</span>
          <svg class="bar ${own ? 'own' : ''}" width="100%" height="28">
            ${marks.map((mark) => svg`<line class="grid" x1="${mark}%" x2="${mark}%" y1="0" y2="28"></line>`)}
            <line class="reach" x1=${at(low)} x2=${at(high)} y1="14" y2="14"></line>
            ${[low, high].map((end) => svg`<line class="reach" x1=${at(end)} x2=${at(end)} y1="8" y2="20"></line>`)}
            <circle class="rate-dot" cx=${at(rate)} cy="14" r="6"></circle>
          </svg>
          <span class="bar-value ${own ? 'own' : ''}">${value}</span>`,
    )}
  </div>`;
}
