import { css } from 'lit';

/**
 * Tokens, and the few controls every view is made of. Written for Chromium 86: no `:is`, `:where`, `:has`, `inset`,
 * nesting, container queries or two-value logical shorthands.
 */
export const baseStyles = css`
  :host {
    display: block;
  }
  :host([hidden]) {
    display: none;
  }
  .probe {
    color: CanvasText;
    background-color: var(--huixin-color-accent, transparent);
  }
  .root {
    --ink: var(--huixin-color-text, #1c2733);
    --muted: var(--huixin-color-text, #4a5561);
    --paper: var(--huixin-color-surface, #fff);
    --tint: #f3f6f9;
    --accent: var(--huixin-color-accent, #1f5a8c);
    --on-accent: #fff;
    --line: var(--huixin-color-border, #d5dbe1);
    --edge: var(--huixin-color-border, #7d8894);
    --late: var(--huixin-color-error, #a01b14);
    --soon: #7a4d00;
    --done: #175c31;
    --radius: var(--huixin-radius, 6px);
    --space: var(--huixin-space, 24px);
    --target: 44px;
    --small: 0.875em;
    all: initial;
    /* The line above takes the language away, too; without one, Han glyphs are looked for in every font, and may be Japanese ones. */
    -webkit-locale: 'zh-CN';
    display: block;
    position: relative;
    box-sizing: border-box;
    padding: min(var(--space), 4%);
    font: var(--huixin-font-size, medium) / 1.75 sans-serif;
    font-family: var(--huixin-font-family, inherit);
    color: var(--ink);
    background: var(--paper);
    line-break: strict;
    overflow-wrap: anywhere;
    text-align: start;
    -webkit-text-size-adjust: 100%;
    text-size-adjust: 100%;
  }
  .root:lang(en) {
    line-height: 1.6;
  }
  .own-font {
    font-family: var(
      --huixin-font-family,
      system-ui,
      -apple-system,
      'PingFang SC',
      'HarmonyOS Sans SC',
      'Microsoft YaHei',
      'Noto Sans CJK SC',
      sans-serif
    );
  }
  .dark {
    --ink: var(--huixin-color-text, #e6eaee);
    --muted: var(--huixin-color-text, #b4bec8);
    --paper: var(--huixin-color-surface, #14191f);
    --tint: #1d242c;
    --accent: var(--huixin-color-accent, #8fc0ee);
    --on-accent: #0d1a26;
    --line: var(--huixin-color-border, #38424d);
    --edge: var(--huixin-color-border, #7a8592);
    --late: var(--huixin-color-error, #ff9d94);
    --soon: #f0c36d;
    --done: #7ed6a0;
    color-scheme: dark;
  }
  .light-accent {
    --on-accent: #0d1a26;
  }
  *,
  *::before,
  *::after {
    box-sizing: border-box;
  }
  [hidden] {
    display: none !important;
  }
  b,
  strong {
    font-weight: 600;
  }
  .hint,
  .meta {
    font-size: var(--small);
    color: var(--muted);
  }
`;
