import { css } from 'lit';
import { lateStyles } from '../base/late.styles.ts';

export const noticesStyles = css`
  ${lateStyles}
  .notices > li {
    border-block-end: 1px solid var(--line);
  }
  summary {
    display: flex;
    flex-wrap: wrap;
    gap: 0 16px;
    align-items: center;
    justify-content: space-between;
    min-height: var(--target);
    padding: 6px 0;
    cursor: pointer;
  }
  summary strong {
    flex: 1 1 14em;
    color: var(--accent);
  }
  .body {
    padding: 4px 0 16px;
  }
  .notices ~ .button {
    margin-block-start: 16px;
  }
`;
