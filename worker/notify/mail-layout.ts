/**
 * One message as text and as HTML, from the same blocks. Mail programs drop style sheets, so what matters is inline; the sheet
 * only turns it dark. No tables, no pictures, nothing from elsewhere.
 */
import { html, raw } from 'hono/html';
import type { Lang } from '../../contract/vocabulary.ts';
import type { Html } from '../pages/view.ts';

export type Block =
  | { is: 'text'; text: string }
  /** What somebody wrote, with its line breaks. */
  | { is: 'quote'; label: string; text: string }
  | { is: 'list'; items: string[] }
  | { is: 'facts'; rows: [name: string, value: string][] }
  | { is: 'heading'; text: string }
  | { is: 'button'; label: string; href: string };

export interface Layout {
  lang: Lang;
  sender: string;
  title: string;
  blocks: Block[];
  foot: string[];
  /** A last link, small. */
  link?: { label: string; href: string };
}

const colon = (lang: Lang): string => (lang === 'en' ? ': ' : '：');

export function toText({ lang, title, blocks, foot, link }: Layout): string {
  const parts = blocks.map((block) => textOf(block, lang));
  const end = [...foot, ...(link ? [`${link.label}${colon(lang)}${link.href}`] : [])];
  return `${[title, ...parts, ['--', ...end].join('\n')].join('\n\n')}\n`;
}

function textOf(block: Block, lang: Lang): string {
  switch (block.is) {
    case 'text':
      return block.text;
    case 'heading':
      return `【${block.text}】`;
    case 'quote':
      return `${block.label}${colon(lang).trim()}\n\n${block.text.replaceAll(/^(?=.)/gm, '  ')}`;
    case 'list':
      return block.items.map((item) => `- ${item}`).join('\n');
    case 'facts':
      return block.rows.map(([name, value]) => `${name}${colon(lang)}${value}`).join('\n');
    case 'button':
      return `${block.label}${colon(lang).trim()}\n${block.href}`;
  }
}

/** Each language's own fonts first: those of the other draw its quotation marks too wide or too narrow. */
const latin = "-apple-system, 'Segoe UI', Roboto, 'Helvetica Neue', Arial";
const chinese = "'PingFang SC', 'Microsoft YaHei', 'Noto Sans CJK SC'";
const fontsOf = (lang: Lang): string =>
  `${(lang === 'en' ? [latin, chinese] : [chinese, latin]).join(', ')}, sans-serif`;
const text = 'margin: 0 0 16px; font-size: 16px; line-height: 1.7;';
const dark = `:root { color-scheme: light dark; supported-color-schemes: light dark; }
@media (prefers-color-scheme: dark) {
  .hx-out { background: #14181d !important; color: #e6e9ee !important; }
  .hx-in { background: #1d232a !important; border-color: #37404b !important; }
  .hx-quote { background: #262e37 !important; border-color: #7fb2e5 !important; }
  .hx-soft { color: #aab4c0 !important; }
  .hx-line { border-color: #37404b !important; }
  .hx-link { color: #9cc7f2 !important; }
  .hx-button { background: #9cc7f2 !important; color: #10151a !important; }
}`;

export async function toHtml({ lang, sender, title, blocks, foot, link }: Layout): Promise<string> {
  const page = html`<!doctype html>
<html lang="${lang}">
<head>
<meta charset="utf-8" />
<meta name="viewport" content="width=device-width, initial-scale=1" />
<meta name="color-scheme" content="light dark" />
<meta name="format-detection" content="telephone=no" />
<title>${title}</title>
<style>${raw(dark)}</style>
</head>
<body class="hx-out" style="margin: 0; padding: 16px 8px; background: #f1f4f7; color: #1b232c; font-family: ${raw(fontsOf(lang))};">
<div class="hx-in" style="max-width: 560px; margin: 0 auto; padding: 24px 20px; background: #ffffff; border: 1px solid #d8dfe6; border-radius: 8px; overflow-wrap: anywhere;">
<p class="hx-soft" style="margin: 0 0 8px; font-size: 14px; line-height: 1.5; color: #55616e;">${sender}</p>
<h1 style="margin: 0 0 20px; font-size: 22px; line-height: 1.35; font-weight: 700;">${title}</h1>
${blocks.map(htmlOf)}
<div class="hx-soft hx-line" style="margin: 24px 0 0; padding: 16px 0 0; border-top: 1px solid #d8dfe6; font-size: 13px; line-height: 1.6; color: #55616e;">
${foot.map((line) => html`<p style="margin: 0 0 4px;">${line}</p>`)}
${link ? html`<p style="margin: 8px 0 0;"><a class="hx-link" href="${link.href}" style="color: #0b5394;">${link.label}</a></p>` : ''}
</div>
</div>
</body>
</html>`; // prettier-ignore
  return String(await page);
}

/** Telephone numbers in our own words: whole on a line, and to be called. */
function callable(words: string): (Html | string)[] {
  return words
    .split(/(\+?\d[\d-]{5,}\d)/)
    .map((part, index) =>
      index % 2 === 0
        ? part
        : html`<a class="hx-link" href="tel:${part}" style="color: #0b5394; white-space: nowrap;"
            >${part}</a
          >`,
    );
}

function htmlOf(block: Block): Html {
  switch (block.is) {
    case 'text':
      return html`<p style="${text}">${callable(block.text)}</p>`;
    case 'heading':
      return html`<h2 style="margin: 24px 0 8px; font-size: 17px; line-height: 1.4;">${block.text}</h2>`;
    case 'quote':
      return html`<div
        class="hx-quote"
        style="margin: 0 0 16px; padding: 12px 16px; background: #f5f8fb; border-left: 4px solid #0b5394;"
      >
        <p class="hx-soft" style="margin: 0 0 4px; font-size: 14px; color: #55616e;">${block.label}</p>
        <p style="margin: 0; font-size: 16px; line-height: 1.8; white-space: pre-wrap;">${block.text}</p>
      </div>`;
    case 'list':
      return html`<ul style="margin: 0 0 16px; padding: 0 0 0 22px; font-size: 16px; line-height: 1.7;">
        ${block.items.map((item) => html`<li>${callable(item)}</li>`)}
      </ul>`;
    case 'facts':
      return html`<div style="${text}">
        ${block.rows.map(([name, value]) => html`<div><span class="hx-soft" style="color: #55616e;">${name}</span>&ensp;<strong>${value}</strong></div>`)}
      </div>`;
    case 'button':
      return html`<p style="margin: 24px 0 16px;">
        <a
          class="hx-button"
          href="${block.href}"
          style="display: inline-block; padding: 12px 24px; border-radius: 6px; background: #0b5394; color: #ffffff; font-size: 17px; font-weight: 700; text-decoration: none;"
          >${block.label}</a
        >
      </p>`;
  }
}
