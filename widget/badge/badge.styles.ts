import { css } from 'lit';
import { factsStyles } from '../base/facts.styles.ts';

export const badgeStyles = css`
  ${factsStyles}
  :host {
    display: inline-block;
    max-width: 100%;
    vertical-align: middle;
  }
  .root {
    display: inline-block;
    vertical-align: top;
    min-height: 2em;
    padding: 2px 12px;
    border: 1px solid var(--edge);
    border-radius: var(--radius);
    font-variant-numeric: tabular-nums;
  }
  strong {
    color: var(--accent);
  }
`;
