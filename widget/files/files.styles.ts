import { css } from 'lit';

export const fileStyles = css`
  .files {
    margin: 8px 0 0;
    padding: 0;
    list-style: none;
    border-block-start: 1px solid var(--line);
  }
  .files li {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 4px 12px;
    padding: 8px 0;
    border-block-end: 1px solid var(--line);
  }
  .files .about {
    flex: 1 1 10em;
    min-width: 0;
  }
  .files .name {
    overflow-wrap: anywhere;
    line-height: 1.4;
  }
  .files .state,
  .files .error {
    font-size: var(--small);
  }
  .files .size {
    margin-inline-start: 4px;
    font-weight: 400;
    white-space: nowrap;
  }
  .thumb {
    flex: none;
    display: flex;
    align-items: center;
    justify-content: center;
    width: 44px;
    height: 44px;
    overflow: hidden;
    border: 1px solid var(--line);
    border-radius: var(--radius);
    background: var(--tint);
    font-size: 12px;
    color: var(--muted);
  }
  .thumb canvas {
    width: 100%;
    height: 100%;
  }
  .files .acts {
    display: flex;
    flex-wrap: wrap;
    justify-content: flex-end;
    gap: 0 16px;
    margin-inline-start: auto;
  }
  progress {
    display: block;
    width: 100%;
    height: 8px;
    margin: 4px 0;
    accent-color: var(--accent);
  }
  .over {
    margin-block-start: 8px;
  }
`;
