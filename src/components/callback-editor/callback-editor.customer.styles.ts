import { css } from 'lit';

/** The notes beneath the customer's number and zone. */
export const customerStyles = css`
  /* One line has its room before: nothing moves when a number has been typed. A problem takes that room. */
  .number-note {
    display: flex;
    gap: 6px;
    align-items: start;
    min-block-size: 1lh;
    margin-block-start: 4px;
    font-variant-numeric: tabular-nums;
    overflow-wrap: anywhere;
  }

  .number:has(.problem) > .number-note:not(:has(span)) {
    min-block-size: 0;
    margin-block-start: 0;
  }

  .number > .duplicates {
    margin-block-start: 8px;
  }

  .number-note > .icon {
    margin-block-start: 1px;
    color: var(--_warning);
  }

  .guess {
    justify-self: start;
    margin-inline-start: -12px;
    color: var(--_accent);
    white-space: normal;
    text-align: start;
  }
`;
