/** The sheet's style, allowed by its hash: the page's policy forbids every other. Grey shades are for paper, colours for the screen too. */
export const sheetStyle = `:root { color-scheme: light; }
* { box-sizing: border-box; }
body { margin: 0 auto; max-width: 52rem; padding: 16px 20px 48px; color: #1c2733; background: #fff; font: 1rem/1.7 FangSong, 仿宋_GB2312, 仿宋, STFangsong, "Noto Serif CJK SC", serif; line-break: strict; overflow-wrap: break-word; }
body:lang(en) { font-family: system-ui, "Noto Sans CJK SC", sans-serif; line-height: 1.55; }
.hint { margin: 0 0 16px; padding: 10px 16px; border-left: 4px solid #1f5a8c; background: #f3f6f9; font: 0.9375rem/1.6 system-ui, "Noto Sans CJK SC", sans-serif; }
h1 { margin: 24px 0; text-align: center; font: 400 1.625rem/1.4 方正小标宋简体, FZXiaoBiaoSong-B05S, STZhongsong, SimSun, "Noto Serif CJK SC", serif; text-wrap: balance; }
table { width: 100%; border-collapse: collapse; table-layout: fixed; font-variant-numeric: tabular-nums; }
th, td { padding: 7px 10px; border: 1px solid #3d4752; text-align: left; vertical-align: top; }
th { width: 17%; font: 400 1rem/1.7 SimHei, 黑体, STHeiti, "Noto Sans CJK SC", sans-serif; text-align: center; vertical-align: middle; }
body:lang(en) th { font-size: 0.9375rem; }
p { margin: 0; }
.text { white-space: pre-wrap; }
.room td { height: 34mm; padding: 0; } .most td { height: 46mm; }
.room td { vertical-align: bottom; } .signed { padding: 0 10px 8px; text-align: right; color: #4a5561; white-space: pre-wrap; }
ol { margin: 0; padding: 0; list-style: none; } li + li { margin-top: 6px; }
.time { font-family: system-ui, "Noto Sans CJK SC", sans-serif; font-size: 0.875rem; color: #4a5561; }
.said { margin: 2px 0 0; padding-left: 12px; border-left: 2px solid #7d8894; }
.quiet { color: #4a5561; font-size: 0.9375rem; }
.late, .red, .demand { color: #a01b14; } .today, .soon, .yellow { color: #7a4d00; }
strong { display: inline-block; padding: 0 6px; border: 1.5px solid; font-weight: 600; }
footer { display: flex; flex-wrap: wrap; justify-content: space-between; gap: 4px 24px; margin-top: 8px; font-size: 0.875rem; color: #4a5561; }
@media print {
  @page { size: A4; margin: 18mm 18mm 16mm 22mm; @bottom-right { content: counter(page) " / " counter(pages); font: 9pt SimSun, "Noto Serif CJK SC", serif; } }
  body { max-width: none; padding: 0; font-size: 12pt; line-height: 1.6; }
  .hint { display: none; }
  h1 { margin: 0 0 12pt; font-size: 20pt; }
  th { font-size: 12pt; } table { width: calc(100% - 1px); }
  tr { break-inside: avoid; } .long { break-inside: auto; } li { break-inside: avoid; }
  .late, .red, .demand, .today, .soon, .yellow { color: #000; } .late, .red, .demand { font-weight: 700; }
}
`;
