import { css } from 'lit';

/** Blocks, fields, buttons, notes: what forms and lists are made of. */
export const controlStyles = css`
  .figure {
    font-variant-numeric: tabular-nums;
  }
  .late {
    color: var(--late);
  }
  .hidden-visually {
    position: absolute;
    width: 1px;
    height: 1px;
    overflow: hidden;
    clip-path: inset(50%);
    white-space: nowrap;
  }
  .elder {
    --small: 0.9em;
    --target: 60px;
    font-size: 1.25em;
  }
  .root:not(.dark) .elder {
    --accent: var(--huixin-color-accent, #174a75);
  }
  .flush {
    padding-inline-start: 0;
    padding-inline-end: 0;
  }
  p,
  fieldset {
    margin: 0;
    padding: 0;
    border: 0;
    min-width: 0;
  }
  legend {
    padding: 0;
  }
  .stack > * + * {
    margin-block-start: var(--space);
  }
  .label {
    display: block;
    margin-block-end: 4px;
    font-weight: 600;
  }
  .label .hint {
    font-weight: 400;
  }
  input,
  select,
  textarea,
  button {
    font: inherit;
    color: inherit;
    letter-spacing: inherit;
  }
  .input {
    display: block;
    width: 100%;
    min-height: var(--target);
    margin: 0;
    padding: 7px 12px;
    background: var(--paper);
    border: 1px solid var(--edge);
    border-radius: var(--radius);
  }
  textarea.input {
    min-height: 9.5em;
    resize: vertical;
  }
  .bad .input {
    border-color: var(--late);
    border-width: 2px;
    padding: 6px 11px;
  }
  .error {
    color: var(--late);
    font-weight: 600;
  }
  .button,
  .plain {
    display: inline-flex;
    align-items: center;
    justify-content: center;
    min-height: var(--target);
    margin: 0;
    padding: 8px 20px;
    border: 1px solid var(--edge);
    border-radius: var(--radius);
    background: transparent;
    color: var(--accent);
    cursor: pointer;
    text-decoration: none;
    text-align: center;
  }
  .primary {
    padding-inline-start: 32px;
    padding-inline-end: 32px;
    border-color: var(--accent);
    background: var(--accent);
    color: var(--on-accent);
    font-weight: 600;
  }
  .primary[aria-disabled='true'] {
    cursor: progress;
  }
  .plain {
    padding: 4px 0;
    border: 0;
    text-decoration: underline;
    text-underline-offset: 0.2em;
    text-align: start;
  }
  .link,
  a {
    color: var(--accent);
    text-underline-offset: 0.2em;
  }
  ::slotted(a) {
    display: inline-flex;
    align-items: center;
    min-height: var(--target);
  }
  .row {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 8px 16px;
  }
  .note {
    padding: 12px 16px;
    border-inline-start: 4px solid var(--accent);
    background: var(--tint);
  }
  .note.wrong {
    border-color: var(--late);
  }
  .note p + p {
    margin-block-start: 4px;
  }
  .choice {
    display: inline-flex;
    align-items: center;
    gap: 8px;
    min-height: var(--target);
    padding: 4px 14px 4px 12px;
    border: 1px solid var(--edge);
    border-radius: var(--radius);
    cursor: pointer;
  }
  .choices {
    display: flex;
    flex-wrap: wrap;
    gap: 8px;
  }
  .choice input {
    flex: none;
    width: 1.125em;
    height: 1.125em;
    margin: 0;
    accent-color: var(--accent);
  }
  .choice.on {
    border-color: var(--accent);
    box-shadow: inset 0 0 0 1px var(--accent);
    background: var(--tint);
  }
  :focus {
    outline: none;
  }
  :focus-visible {
    outline: 3px solid var(--accent);
    outline-offset: 2px;
  }
  /* Holds the focus for a moment, or what was said: there is nothing in it to be seen. */
  .line:focus {
    outline: none;
  }
  .line:empty {
    margin: 0 !important;
  }
  .choice:focus-within {
    outline: 3px solid var(--accent);
    outline-offset: 2px;
  }
  .choice input:focus-visible {
    outline: none;
  }
  @media (forced-colors: active) {
    .choice.on,
    .primary {
      border-width: 3px;
    }
    :focus-visible {
      outline-color: Highlight;
    }
  }
`;
