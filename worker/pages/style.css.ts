/**
 * The one style sheet of the hosted pages. Written for browsers of ten years: every value of a custom property is also
 * written out (`withFallbacks`), and nothing needs grid, `gap`, `:is` or nesting to be readable.
 */
const light = {
  ink: '#1c2733',
  muted: '#4a5561',
  paper: '#ffffff',
  tint: '#f3f6f9',
  accent: '#1f5a8c',
  'on-accent': '#ffffff',
  line: '#d5dbe1',
  edge: '#7d8894',
  late: '#a01b14',
  soon: '#7a4d00',
  done: '#175c31',
  mark: '#fff3c4',
} as const;

type Token = keyof typeof light;

const dark: Record<Token, string> = {
  ink: '#e6eaee',
  muted: '#b4bec8',
  paper: '#14191f',
  tint: '#1d242c',
  accent: '#8fc0ee',
  'on-accent': '#0d1a26',
  line: '#38424d',
  edge: '#7a8592',
  late: '#ff9d94',
  soon: '#f0c36d',
  done: '#7ed6a0',
  mark: '#574a12',
};

/** Large print: every text 7:1. */
const elder: Partial<Record<Token, string>> = {
  muted: '#3d4752',
  accent: '#17486f',
  late: '#8c150f',
  soon: '#5f3c00',
  done: '#114a27',
};

const declare = (tokens: Partial<Record<Token, string>>): string =>
  Object.entries(tokens)
    .map(([name, value]) => `--${name}:${value}`)
    .join(';');

/** `color: var(--ink)` alone leaves a browser without custom properties with nothing. */
function withFallbacks(css: string): string {
  return css.replace(/([a-z-]+): ([^;{}]*var\(--[^;{}]*);/g, (whole, property: string, value: string) => {
    const plain = value.replace(/var\(--([a-z-]+)\)/g, (_, token: string) => light[token as Token]);
    return `${property}: ${plain}; ${whole}`;
  });
}

const rules = `
*, *::before, *::after { box-sizing: border-box; }
html { font-size: 100%; -webkit-text-size-adjust: 100%; text-size-adjust: 100%; }
body {
  margin: 0; color: var(--ink); background: var(--paper);
  font: 1rem/1.75 system-ui, -apple-system, "PingFang SC", "HarmonyOS Sans SC", "Microsoft YaHei", "Noto Sans CJK SC", sans-serif;
  line-break: strict; overflow-wrap: break-word; word-wrap: break-word; text-autospace: normal;
}
:lang(en) body, body:lang(en) { line-height: 1.6; }
main { display: block; }
a { color: var(--accent); text-underline-offset: 0.2em; }
a:hover { text-decoration-thickness: 2px; }
h1, h2, h3, p, ul, ol, dl, dd, figure, fieldset { margin: 0; padding: 0; border: 0; min-width: 0; }
ul, ol { list-style: none; }
h1, h2, h3 { font-weight: 600; text-wrap: balance; }
h1 { font-size: 1.75rem; line-height: 1.35; }
h1:lang(en) { word-break: keep-all; overflow-wrap: anywhere; }
h2 { font-size: 1.375rem; line-height: 1.4; }
h3 { font-size: 1.125rem; line-height: 1.5; }
b, strong, th { font-weight: 600; }
img { max-width: 100%; }
[hidden] { display: none; }
:focus { outline: 3px solid var(--accent); outline-offset: 2px; }
:focus:not(:focus-visible) { outline: none; }
:focus-visible { outline: 3px solid var(--accent); outline-offset: 2px; }
[tabindex="-1"]:focus { outline: none; }

.wrap { max-width: 46rem; margin: 0 auto; padding: 0 20px; }
.skip { position: absolute; left: -999em; padding: 12px 20px; background: var(--paper); z-index: 1; }
.skip:focus { left: 8px; top: 8px; }
.out-of-sight { position: absolute; width: 1px; height: 1px; overflow: hidden; clip: rect(0 0 0 0); white-space: nowrap; }
.trap { position: absolute; left: -999em; width: 1px; height: 1px; overflow: hidden; }

.top { border-bottom: 1px solid var(--line); }
.top .wrap { padding-top: 12px; }
.top .bar { display: flex; flex-wrap: wrap; align-items: center; justify-content: space-between; }
.brand { display: inline-block; padding: 8px 16px 8px 0; font-size: 1.125rem; font-weight: 600; color: var(--ink); text-decoration: none; }
.brand span:not([lang]) { color: var(--muted); font-weight: 400; }
.brand:hover { text-decoration: underline; }
.reading a { display: inline-block; min-height: 44px; padding: 10px 0; margin-right: 20px; font-size: 0.875rem; }
.reading li:last-child a { margin-right: 0; }
.reading ul, .menu ul { display: flex; flex-wrap: wrap; }
.menu li, .tabs li { margin-right: 28px; }
.menu li:last-child, .tabs li:last-child { margin-right: 0; }
.menu a { display: block; padding: 9px 0 8px; min-height: 44px; border-bottom: 3px solid transparent; text-decoration: none; }
.menu a:hover { border-bottom-color: var(--line); }
.menu a[aria-current] { color: var(--ink); font-weight: 600; border-bottom-color: var(--accent); }
main.wrap { padding-top: 32px; padding-bottom: 56px; }
.foot { border-top: 1px solid var(--line); color: var(--muted); font-size: 0.875rem; }
.call { position: relative; white-space: nowrap; }
.call::after { content: ""; position: absolute; left: 0; right: 0; top: -10px; bottom: -10px; }
.foot a { color: inherit; }
.foot .wrap { padding-top: 20px; padding-bottom: 32px; }

.stack > * + * { margin-top: 24px; }
.tight > * + * { margin-top: 8px; }
section + section, .stack > * + section { margin-top: 40px; }
.lead { font-size: 1.125rem; max-width: 38em; text-wrap: pretty; }
.prose { max-width: 38em; white-space: pre-line; text-wrap: pretty; }
.narrow { max-width: 38em; text-wrap: pretty; }
.hint, .meta { font-size: 0.875rem; color: var(--muted); }
.figure, td, .meta, time { font-variant-numeric: tabular-nums; }
.meta li { display: inline; }
.meta li + li::before { content: " · "; }
.row { display: flex; flex-wrap: wrap; align-items: center; margin-bottom: -8px; }
.row > * { margin: 0 16px 8px 0; }
.row > :last-child { margin-right: 0; }

.button {
  display: inline-block; min-height: 44px; padding: 8px 20px; border: 1px solid var(--edge); border-radius: 6px;
  background: transparent; color: var(--accent); font: inherit; line-height: 1.6; text-align: center; text-decoration: none; cursor: pointer;
  -webkit-appearance: none; appearance: none;
}
.button:hover { border-color: var(--accent); }
.primary { padding-left: 32px; padding-right: 32px; border-color: var(--accent); background: var(--accent); color: var(--on-accent); font-weight: 600; }
.primary:hover { text-decoration: underline; }
.grave { color: var(--late); border-color: var(--late); }
.plain { display: inline-block; padding: 9px 0; }

form > * + fieldset, .field + .field, .field + fieldset, fieldset + .field, fieldset + fieldset, form > .row { margin-top: 28px; }
label, legend { display: block; padding: 0; }
.name { display: block; font-weight: 600; }
.name i { font-style: normal; font-weight: 400; color: var(--muted); }
legend.big { font-size: 1.125rem; font-weight: 600; }
form > p + .field, form > .narrow + .field { margin-top: 20px; }
.field .hint, fieldset > .hint { max-width: 38em; }
.error { color: var(--late); font-weight: 600; }
.bad { padding-left: 16px; border-left: 4px solid var(--late); }
.input {
  display: block; width: 100%; min-height: 44px; margin: 6px 0 0; padding: 8px 12px; font: inherit; color: inherit; background: var(--paper);
  border: 1px solid var(--edge); border-radius: 6px; -webkit-appearance: none; appearance: none;
}
select.input { -webkit-appearance: menulist; appearance: auto; padding-top: 9px; padding-bottom: 9px; }
textarea.input { min-height: 12em; resize: vertical; line-height: inherit; }
textarea.few { min-height: 6.5em; }
.bad .input { border: 2px solid var(--late); padding: 7px 11px; }
.short { max-width: 20em; }
.code { font-family: ui-monospace, "SF Mono", Consolas, "Liberation Mono", monospace; }
.file { padding: 8px; }
.file::-webkit-file-upload-button { min-height: 44px; margin: 0 12px 0 0; padding: 6px 16px; border: 1px solid var(--edge); border-radius: 6px; background: transparent; color: var(--accent); font: inherit; cursor: pointer; }
.file::file-selector-button { min-height: 44px; margin: 0 12px 0 0; padding: 6px 16px; border: 1px solid var(--edge); border-radius: 6px; background: transparent; color: var(--accent); font: inherit; cursor: pointer; }
.called { font-weight: 600; overflow-wrap: anywhere; word-break: break-all; }
.kept { margin-top: 16px; }
.kept > p { margin-bottom: 4px; }
.file + .more { margin-top: 6px; }
.kept ul, .files ul { border-bottom: 1px solid var(--line); }
.kept li { padding: 8px 0 0; border-top: 1px solid var(--line); }
.files li { display: flex; flex-wrap: wrap; align-items: center; padding: 4px 0; border-top: 1px solid var(--line); }
.tight > .files { margin-top: 16px; }
.files h3 { margin-bottom: 4px; }
.files p { flex: 1 1 12em; margin-right: 16px; }
.files .meta, .kept .meta { display: block; }
.files li a { display: inline-block; min-height: 44px; padding: 9px 0; }
.choices { margin-top: 6px; }
.choice { position: relative; display: block; min-height: 44px; padding: 8px 0 8px 40px; cursor: pointer; }
.choice input { position: absolute; left: 4px; top: 11px; width: 22px; height: 22px; margin: 0; accent-color: var(--accent); cursor: pointer; }
.choice small { display: block; font-size: 0.875rem; line-height: 1.5; color: var(--muted); }
.inline .choice { display: inline-block; margin-right: 20px; padding-left: 36px; }
.pair { display: flex; flex-wrap: wrap; margin: 0 -8px; }
.pair > * { flex: 1 1 14em; margin: 20px 8px 0; }
.pair > .field + .field { margin-top: 20px; }

.note { padding: 12px 16px; border-left: 4px solid var(--accent); background: var(--tint); }
.note.wrong { border-color: var(--late); }
.note.good { border-color: var(--done); }
.note h2 { font-size: 1.125rem; }
.note li a { display: inline-block; min-height: 44px; padding: 9px 0; color: var(--late); font-weight: 600; }
.word { display: inline-block; font-weight: 600; }
.word::before { content: "\\25CF"; margin-right: 0.35em; font-size: 0.75em; vertical-align: 0.1em; }
.late { color: var(--late); } .late.word::before { content: "\\25B2"; }
.soon { color: var(--soon); } .soon.word::before { content: "\\25D0"; }
.done { color: var(--done); } .done.word::before { content: "\\2714"; }
.open { color: var(--accent); } .open.word::before { content: "\\25CB"; }

.letters > li { padding: 12px 0 20px; border-top: 1px solid var(--line); }
.letters h3 a { display: inline-block; min-height: 44px; padding: 8px 0; text-decoration: none; }
.letters h3 a:hover { text-decoration: underline; }
.letters p { max-width: 42em; }
mark { background: var(--mark); color: var(--ink); }
.search { padding: 16px 20px; background: var(--tint); border-radius: 6px; }
.search .find { display: flex; flex-wrap: wrap; align-items: flex-end; }
.search .find .field { flex: 1 1 12em; margin-right: 12px; }
.search .find .button { margin-top: 8px; }
.search .pair > *, .search .pair > .field + .field { margin-top: 4px; }
.quiet { color: var(--muted); }

.paper { padding: 24px; border: 1px solid var(--line); border-radius: 6px; }
.answer { padding-left: 20px; border-left: 4px solid var(--accent); }
.answer + .answer { margin-top: 32px; }
.facts > div { display: flex; flex-wrap: wrap; padding: 8px 0; border-top: 1px solid var(--line); align-items: baseline; }
.facts dt { flex: none; width: 7.5em; padding-right: 16px; color: var(--muted); font-size: 0.875rem; }
.facts dd { flex: 1 1 11em; }
.facts strong { display: inline-block; }

.slip { max-width: 38rem; padding: 20px 24px 12px; border: 1px solid var(--edge); border-top: 4px solid var(--accent); border-radius: 6px; }
.slip h2 { margin-bottom: 12px; letter-spacing: 0.3em; }
.slip h2:lang(en) { letter-spacing: 0; }
.slip .key { font-size: 1.25rem; font-weight: 600; letter-spacing: 0.02em; }
.slip .number { font-weight: 600; }
.keep { max-width: 38em; padding-left: 16px; border-left: 4px solid var(--soon); }
.promise { font-size: 1.125rem; text-wrap: pretty; }
details { max-width: 100%; }
summary { display: inline-block; padding: 9px 0; color: var(--accent); text-decoration: underline; text-underline-offset: 0.2em; cursor: pointer; }
.months { display: flex; flex-wrap: wrap; margin: 12px -16px 0; }
.months table { margin: 0 16px 16px; width: 20em; max-width: calc(100% - 32px); table-layout: fixed; border-collapse: collapse; text-align: center; }
.months caption { font-weight: 600; text-align: left; }
.months th { font-size: 0.875rem; font-weight: 400; color: var(--muted); }
.months td { height: 3.5em; padding: 2px 0; border: 1px solid var(--line); line-height: 1.3; color: var(--muted); }
.months td.blank { border: 0; }
.months td b, .months td small { display: block; font-weight: inherit; }
.months small { font-size: 0.75rem; }
.months .counted { background: var(--tint); color: var(--ink); }
.months .counted small { color: var(--accent); }
.months .due { background: var(--accent); color: var(--on-accent); font-weight: 600; }
.months .due small { color: inherit; }

.timeline { margin-left: 6px; border-left: 2px solid var(--line); }
.timeline li { position: relative; padding: 0 0 20px 24px; }
.timeline li:last-child { padding-bottom: 0; }
.timeline li::before {
  content: ""; position: absolute; left: -7px; top: 0.55em; width: 12px; height: 12px; border: 2px solid var(--accent); border-radius: 50%; background: var(--paper);
}
.timeline li:last-child::before { background: var(--accent); }
.timeline .prose { margin-top: 4px; }
.timeline .meta { display: block; }

.scroll { overflow-x: auto; -webkit-overflow-scrolling: touch; }
.table { width: 100%; border-collapse: collapse; text-align: left; }
.table caption { text-align: left; font-weight: 600; font-size: 1.375rem; line-height: 1.4; padding-bottom: 12px; }
.table caption small { font-weight: 400; margin-top: 4px; }
.table th, .table td { padding: 10px 16px 10px 0; border-top: 1px solid var(--line); vertical-align: top; }
.table thead th { font-size: 0.875rem; font-weight: 400; color: var(--muted); }
.table tbody th { font-weight: 400; }
.table small { display: block; font-size: 0.875rem; color: var(--muted); line-height: 1.5; }
.table .number { text-align: right; white-space: nowrap; }
.table .value { font-weight: 600; white-space: nowrap; }
.table .value small { font-weight: 400; }
.wide td, .wide thead th { white-space: nowrap; }
.wide tbody th { min-width: 8em; }
.tabs { display: flex; flex-wrap: wrap; border-bottom: 1px solid var(--line); }
.tabs a { display: block; min-height: 44px; padding: 9px 0 8px; border-bottom: 3px solid transparent; text-decoration: none; }
.tabs a[aria-current] { color: var(--ink); font-weight: 600; border-bottom-color: var(--accent); }
.links a, .meta a { display: inline-block; min-height: 44px; padding: 9px 0; }

.elder { font-size: 1.25rem; }
.elder h1 { font-size: 2rem; } .elder h2 { font-size: 1.625rem; } .elder h3, .elder .lead, .elder .promise, .elder legend.big, .elder .brand { font-size: 1.375rem; }
.elder .hint, .elder .meta, .elder .choice small, .elder .reading a, .elder .table thead th, .elder .table small, .elder .table caption small, .elder .facts dt, .elder .foot, .elder .months th { font-size: 1.125rem; }
.elder .months small { font-size: 0.9375rem; }
.elder .button, .elder .input { min-height: 60px; padding-top: 12px; padding-bottom: 12px; }
.elder .choice { min-height: 60px; padding-top: 13px; padding-left: 52px; }
.elder .choice input { width: 30px; height: 30px; top: 15px; }
.elder .inline .choice { margin-right: 8px; padding-left: 42px; }
.elder .menu a, .elder .tabs a, .elder .reading a { min-height: 60px; padding-top: 13px; padding-bottom: 12px; }
.elder .plain, .elder summary, .elder .note li a, .elder .links a, .elder .meta a, .elder .brand { padding: 12px 0; min-height: 60px; }
.elder .file { padding: 12px; } .elder .file::file-selector-button { min-height: 60px; }
.elder .letters h3 a, .elder .files li a { padding: 12px 0; min-height: 60px; }
.elder .wrap { max-width: 52rem; }

@media (max-width: 30em) {
  .wrap { padding-left: 16px; padding-right: 16px; }
  main.wrap { padding-top: 24px; }
  h1 { font-size: 1.5rem; }
  .row > .primary { flex: 1 1 auto; }
  .slip, .paper { padding-left: 16px; padding-right: 16px; }
  .facts dt { width: 6.5em; }
  .menu li, .tabs li { margin-right: 16px; }
  .table .number, .table .value { white-space: normal; }
}
@media (prefers-reduced-motion: no-preference) { a, .button, .menu a { transition: border-color 0.12s, background-color 0.12s; } }
@media (forced-colors: active) {
  .primary { border-width: 3px; border-color: Highlight; }
  .menu a, .tabs a { border-bottom-color: Canvas; }
  .menu a[aria-current], .tabs a[aria-current] { border-bottom-color: Highlight; }
  .months .due { outline: 3px solid; outline-offset: -3px; }
  :focus-visible { outline-color: Highlight; }
}
@media print {
  body { font-size: 11pt; color: #000; background: #fff; }
  .top .menu, .reading, .foot, .skip, .no-print, form { display: none; }
  .top { border: 0; }
  .slip { border: 2px solid #000; }
  .slip, .paper, .answer, .timeline li { page-break-inside: avoid; }
  a { color: inherit; text-decoration: none; }
  main.wrap { padding-top: 8px; padding-bottom: 0; }
  h1 { font-size: 18pt; }
}
`;

export const styleText = [
  `:root{color-scheme:light dark;${declare(light)}}`,
  `.elder{${declare(elder)}}`,
  `@media (prefers-color-scheme:dark){:root{${declare(dark)}}.elder{${declare(dark)}}}`,
  `@media print{:root,.elder{color-scheme:light;${declare(light)}}}`,
  withFallbacks(rules),
]
  .join('\n')
  .replace(/\n\s*/g, '\n');

/** FNV-1a: names the version, proves nothing. */
function fingerprint(text: string): string {
  let hash = 0x811c9dc5;
  for (let at = 0; at < text.length; at++) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193) >>> 0;
  return hash.toString(16).padStart(8, '0');
}

export const stylePath = `/s/style.${fingerprint(styleText)}.css`;
