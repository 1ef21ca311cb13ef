import { css } from 'lit';
import { lateStyles } from '../base/late.styles.ts';

/** A letter's pieces, wherever it is shown. */
export const letterStyles = css`
  ${lateStyles}
  .reply {
    padding: 4px 0;
    padding-inline-start: 20px;
    border-inline-start: 3px solid var(--done);
  }
  .reply.declined {
    border-color: var(--edge);
  }
  .reply > * + * {
    margin-block-start: 8px;
  }
  .answers > * + * {
    margin-block-start: 20px;
  }
  .attached {
    margin-block-start: 8px;
  }
  .attached li {
    gap: 0 12px;
  }
  .attached .plain {
    display: inline-flex;
    overflow-wrap: anywhere;
  }
  .timeline {
    margin-block-start: 12px;
  }
  .timeline li {
    position: relative;
    padding-block-end: 16px;
    padding-inline-start: 28px;
  }
  .timeline li::before {
    content: '';
    position: absolute;
    /* Chromium 86 knows the first line only; in right-to-left text the second wins. */
    left: 4px;
    inset-inline-start: 4px;
    top: 0.55em;
    width: 11px;
    height: 11px;
    border: 2px solid var(--accent);
    border-radius: 50%;
    background: var(--accent);
  }
  .timeline li::after {
    content: '';
    position: absolute;
    left: 9px;
    inset-inline-start: 9px;
    top: calc(0.55em + 15px);
    bottom: calc(-0.55em + 3px);
    border-inline-start: 1px solid var(--edge);
  }
  .timeline li:last-child::after {
    content: none;
  }
  .timeline .next::before {
    background: var(--paper);
  }
  .timeline .next::after {
    border-inline-start-style: dashed;
  }
  .timeline .done::before {
    border-color: var(--done);
    background: var(--done);
  }
  .timeline .late::before {
    border-color: var(--late);
    background: var(--late);
    border-radius: 0;
  }
  .timeline .next p:first-child {
    font-weight: 600;
  }
  .timeline .done .what {
    color: var(--ink);
  }
  .timeline .late .what {
    color: var(--late);
    font-weight: 600;
  }
  .timeline .said {
    margin-block-start: 4px;
    padding-inline-start: 12px;
    border-inline-start: 1px solid var(--edge);
    color: var(--muted);
  }
  details > summary {
    display: flex;
    align-items: center;
    min-height: var(--target);
    color: var(--accent);
    text-decoration: underline;
    text-underline-offset: 0.2em;
    cursor: pointer;
  }
`;
