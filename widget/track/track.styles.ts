import { css } from 'lit';
import { letterStyles } from '../letter/letter.styles.ts';

export const trackStyles = css`
  ${letterStyles}
  .track > :empty {
    display: none;
  }
  .track > :first-child,
  .track > :empty + *,
  .track > :empty:first-child + * {
    margin-block-start: 0;
  }
  .track > .failure ~ :not(:empty) {
    margin-block-start: var(--space);
  }
  .look-up .input {
    max-width: 24em;
  }
  .rated .figure {
    white-space: nowrap;
  }
  .letter header > * + * {
    margin-block-start: 4px;
  }
  .letter h2 {
    margin-block-start: 8px;
  }
  .more > * {
    border-block-start: 1px solid var(--line);
  }
  .more > :last-child {
    border-block-end: 1px solid var(--line);
  }
  .more details[open] {
    padding-block-end: 16px;
  }
  .question textarea.input {
    min-height: 6em;
  }
  form > .field + .field,
  form > .field + .note {
    margin-block-start: 16px;
  }
  .letter > .downloads:empty {
    margin: 0;
  }
  .rating {
    padding-block-start: 20px;
    border-block-start: 1px solid var(--line);
  }
  .rating .button {
    margin-block-start: 12px;
  }
  .scores {
    display: grid;
    grid-template-columns: repeat(auto-fit, minmax(9em, 1fr));
    gap: 8px 16px;
    max-width: 38em;
  }
  .rating textarea.input {
    min-height: 5em;
  }
  form > .field + .row,
  form > .field + .button,
  form > .note + .button {
    margin-block-start: 12px;
  }
  .erasing > .row {
    margin-block-start: 12px;
  }
  .row > form {
    flex: 1 1 100%;
  }
  .button.late {
    border-color: var(--late);
    color: var(--late);
  }
`;
