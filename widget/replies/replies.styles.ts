import { css } from 'lit';
import { letterStyles } from '../letter/letter.styles.ts';

export const repliesStyles = css`
  ${letterStyles}
  .search {
    display: flex;
    flex-wrap: wrap;
    gap: 8px 12px;
    align-items: flex-end;
  }
  .search .field:first-child {
    flex: 3 1 14em;
  }
  .search .field {
    flex: 1 1 8em;
  }
  .counts {
    margin-block-start: 12px;
  }
  .replies .line > .note,
  .marks > p {
    margin-block-start: 12px;
  }
  .marks > p:empty {
    margin: 0;
  }
  .replies .empty {
    margin-block-start: 20px;
  }
  .letters {
    margin-block-start: 12px;
  }
  .letters > li {
    padding: 14px 0;
    border-block-start: 1px solid var(--line);
  }
  .letters h2 {
    font-size: 1.125em;
    line-height: 1.5;
    display: flex;
    gap: 12px;
    align-items: center;
    justify-content: space-between;
  }
  .letters .open {
    justify-content: flex-start;
    text-decoration-thickness: 1px;
  }
  .letters .status {
    flex: none;
  }
  .letters .prose {
    max-width: 38em;
  }
  .letters .meta {
    margin-block-start: 4px;
  }
  .opened {
    margin-block-start: 16px;
  }
  .marks .row + .row {
    margin-block-start: 8px;
  }
  mark {
    padding: 0 1px;
    background: #ffe9a8;
    color: #1c2733;
  }
`;
