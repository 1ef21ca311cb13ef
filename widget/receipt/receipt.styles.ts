import { css } from 'lit';
import { lateStyles } from '../base/late.styles.ts';

/** The slip and the promise line; both are there the moment a letter has arrived, without another request. */
export const receiptStyles = css`
  ${lateStyles}
  .slip {
    padding: 16px 20px 8px;
    border: 1px solid var(--edge);
    border-block-start: 4px solid var(--accent);
    border-radius: var(--radius);
    max-width: 36em;
  }
  .slip h3 {
    margin-block-end: 8px;
    letter-spacing: 0.3em;
  }
  .slip h3:lang(en) {
    letter-spacing: 0;
  }
  .slip dl > div {
    display: flex;
    flex-wrap: wrap;
    gap: 0 16px;
    padding: 8px 0;
    border-block-start: 1px solid var(--line);
    align-items: baseline;
  }
  .slip dt {
    flex: none;
    width: 6em;
    font-size: var(--small);
    color: var(--muted);
  }
  .slip dd {
    flex: 1 1 11em;
  }
  .slip .key {
    font-family: ui-monospace, 'SF Mono', Consolas, 'Liberation Mono', monospace;
    font-size: 1.125em;
    font-weight: 600;
  }
  .promise {
    font-size: 1.125em;
    text-wrap: pretty;
  }
  .receipt .promise {
    margin-block-start: 8px;
  }
  .keep {
    padding-inline-start: 16px;
    border-inline-start: 4px solid var(--soon);
  }
`;
