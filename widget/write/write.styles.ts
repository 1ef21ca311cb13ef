import { css } from 'lit';

export const writeStyles = css`
  .banners > :empty {
    margin: 0;
  }
  .write > .banners {
    margin-block-start: 0;
  }
  .to {
    display: flex;
    gap: 8px;
    align-items: baseline;
  }
  .to .hint {
    flex: none;
  }
  .write > * + * {
    margin-block-start: 20px;
  }
  .term {
    margin-block-start: 6px;
  }
  /* Its line is there before its words are, so that nothing moves when they come. */
  .term span {
    display: block;
    min-height: 1.75em;
  }
  .label + .hint,
  .head + .hint {
    margin-block-start: -4px;
    margin-block-end: 6px;
  }
  .error {
    margin-block-end: 6px;
  }
  .field.bad {
    padding-inline-start: 12px;
    border-inline-start: 4px solid var(--late);
  }
  .head {
    display: flex;
    gap: 12px;
    align-items: baseline;
    justify-content: space-between;
  }
  .columns {
    display: grid;
    grid-template-columns: repeat(auto-fit, minmax(min(100%, 12em), 1fr));
    gap: 8px 16px;
  }
  .columns .label {
    font-weight: 400;
  }
  .publish .hint {
    margin-block-start: 6px;
  }
  .send .note {
    margin-block-end: 16px;
  }
  .send .hint {
    margin-block-start: 8px;
  }
  .elder .choices {
    flex-direction: column;
  }
  .elder .choice {
    padding: 10px 16px;
  }
  .elder .label,
  .elder .step-title {
    font-size: 1.2em;
    line-height: 1.5;
  }
  .elder .step {
    margin-block-start: 12px;
  }
`;
