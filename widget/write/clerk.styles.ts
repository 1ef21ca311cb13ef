import { css } from 'lit';

export const clerkStyles = css`
  h2 {
    margin: 0;
    font-size: 1.375em;
    line-height: 1.4;
    font-weight: 600;
    text-wrap: balance;
  }
  dl,
  dd {
    margin: 0;
  }
  .prose {
    max-width: 38em;
    white-space: pre-line;
  }
  .answers > div {
    display: grid;
    grid-template-columns: minmax(6em, 1fr) 3fr auto;
    gap: 0 16px;
    align-items: baseline;
    padding: 10px 0;
    border-block-end: 1px solid var(--line);
  }
  .answers dt {
    font-weight: 600;
  }
  @media (max-width: 480px) {
    .answers > div {
      grid-template-columns: 1fr auto;
    }
    .answers .prose {
      grid-column: 1 / -1;
      grid-row: 2;
    }
  }
`;
