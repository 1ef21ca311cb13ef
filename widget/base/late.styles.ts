import { css } from 'lit';
import { factsStyles } from './facts.styles.ts';

/** What views are made of that come later: nothing of it is in the form. */
export const lateStyles = css`
  ${factsStyles}
  .soon {
    color: var(--soon);
  }
  .done {
    color: var(--done);
  }
  h2,
  h3,
  ul,
  ol,
  dl,
  dd {
    margin: 0;
    padding: 0;
  }
  ul,
  ol {
    list-style: none;
  }
  h2 {
    font-size: 1.375em;
    line-height: 1.4;
    font-weight: 600;
    text-wrap: balance;
  }
  h3 {
    font-size: 1.125em;
    line-height: 1.5;
    font-weight: 600;
    text-wrap: balance;
  }
  .prose {
    max-width: 38em;
    white-space: pre-line;
    text-wrap: pretty;
  }
  .status {
    display: inline-block;
    padding: 0 10px;
    border: 1px solid;
    border-radius: 1em;
    font-size: var(--small);
    font-weight: 600;
    white-space: nowrap;
  }
`;
