import { css } from 'lit';

/** Facts in a row with a dot between. */
export const factsStyles = css`
  /* The clip takes away a dot that would begin a line. */
  .facts {
    margin-left: -16px;
    clip-path: inset(0 0 0 16px);
  }
  .facts > * {
    display: inline-block;
    padding-left: 16px;
  }
  .facts i {
    display: inline-block;
    width: 16px;
    margin-left: -16px;
    text-align: center;
    font-style: normal;
  }
`;
