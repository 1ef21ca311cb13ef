import { css } from 'lit';

export const letterboxStyles = css`
  .bar {
    display: flex;
    flex-wrap: wrap;
    justify-content: space-between;
    gap: 0 8px;
    margin-block-end: 20px;
    border-block-end: 1px solid var(--line);
  }
  .tabs {
    display: flex;
    flex-wrap: wrap;
    gap: 0 8px;
  }
  .tab {
    min-height: var(--target);
    margin: 0 0 -1px;
    padding: 4px 12px;
    border: 0;
    border-block-end: 3px solid transparent;
    background: transparent;
    color: var(--muted);
    cursor: pointer;
  }
  .tab[aria-selected='true'] {
    border-color: var(--accent);
    color: var(--ink);
    font-weight: 600;
  }
  .bar .plain {
    font-size: var(--small);
  }
  @media (forced-colors: active) {
    /* A transparent edge is seen here: it lies above the row's own line, in the colour of the ground. */
    .tab {
      margin-block-end: 0;
      border-color: Canvas;
    }
    .tab[aria-selected='true'] {
      border-color: Highlight;
    }
  }
`;
