import { css } from 'lit';

/** The month of the slot picker: a grid of days, each with a mark of what it offers. */
export const monthStyles = css`
  .month-head {
    display: flex;
    align-items: center;
    justify-content: space-between;
    font-weight: var(--_weight-strong);
  }

  /* As high in months of four weeks as in those of six. */
  .month {
    min-block-size: 258px;
  }

  .month:has(> p) {
    min-block-size: calc(258px + 2lh);
  }

  .month > table {
    inline-size: 100%;
    table-layout: fixed;
    border-collapse: collapse;
    text-align: center;
    font-variant-numeric: tabular-nums;
  }

  .month th {
    padding: 0;
    color: var(--_text-quiet);
    font-size: var(--_font-size-small);
    font-weight: var(--_weight);
  }

  .month td {
    position: relative;
    block-size: 34px;
    padding: 2px 0 10px;
    line-height: 1.25;
    border-radius: var(--_radius);
    cursor: pointer;
  }

  .month td:not([data-day]),
  .month td[aria-disabled='true'] {
    color: var(--_text-quiet);
    cursor: default;
  }

  .month td[data-day]:not([aria-disabled='true']):hover {
    background: var(--_hover);
  }

  .month td:focus-visible {
    outline-offset: -2px;
  }

  .month td[aria-current='date'] {
    text-decoration: underline;
    text-underline-offset: 3px;
  }

  .month td[data-status='open'] {
    font-weight: var(--_weight-strong);
  }

  .month td:is([data-status='busy'], [data-status='closed'], [data-status='taken']) {
    color: var(--_text-quiet);
  }

  .month td[aria-selected='true'],
  .month td[aria-selected='true']:hover {
    background: var(--_accent);
    color: var(--_on-accent);
  }

  /* Marks differ in shape: a dot for free places, a ring where all are taken, a dash where nobody is there. */
  .month td::after {
    position: absolute;
    inset-block-end: 4px;
    inset-inline: 0;
    margin-inline: auto;
  }

  .legend > span::before {
    display: inline-block;
    margin-inline-end: 6px;
    vertical-align: middle;
  }

  .month td:is([data-status='open'], [data-status='busy'], [data-status='taken'])::after,
  .legend > span::before {
    content: '';
    inline-size: 6px;
    block-size: 6px;
    border: 1px solid currentColor;
    border-radius: 50%;
  }

  .month td[data-status='open']::after,
  .legend > [data-status='open']::before {
    border-width: 3px;
  }

  .month td[data-status='closed']::after,
  .legend > [data-status='closed']::before {
    content: '';
    inline-size: 8px;
    block-size: 0;
    border: 0;
    border-block-start: 1px solid currentColor;
    border-radius: 0;
    translate: 0 -2px;
  }

  .legend {
    display: flex;
    flex-wrap: wrap;
    gap: 0 12px;
    margin-block-start: 4px;
  }

  @media (forced-colors: active) {
    .month td[aria-selected='true'] {
      background: Highlight;
      color: HighlightText;
      forced-color-adjust: none;
    }

    .month td[aria-disabled='true'] {
      color: GrayText;
    }
  }
`;
