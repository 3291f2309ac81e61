import { css } from 'lit';

/** Rows of properties, what will be sent, what others changed, and what is wrong at a glance. */
export const reviewStyles = css`
  /* The word is for the eye: the field itself says that it is required. */
  [data-required]::after {
    content: attr(data-required);
    content: attr(data-required) / '';
    display: inline-block;
    margin-inline-start: 6px;
    color: var(--_text-quiet);
    font-size: var(--_font-size-small);
    font-weight: var(--_weight);
  }

  .note > .spinner + * {
    flex: 1;
    min-inline-size: 0;
  }

  .link {
    padding: 0;
    border: 0;
    border-radius: 3px;
    background: none;
    color: inherit;
    font: inherit;
    text-decoration: underline;
    text-underline-offset: 2px;
    overflow-wrap: anywhere;
    cursor: pointer;
  }

  .row > .name {
    display: grid;
    min-inline-size: 0;
  }

  .name > .help {
    line-height: 1.2;
  }

  .stays {
    grid-column: 2;
  }

  .removed del {
    color: var(--_text-quiet);
  }

  .gone {
    display: flex;
    grid-column: 2 / -1;
    gap: 8px;
    align-items: center;
    justify-content: space-between;
    min-inline-size: 0;
  }

  .merge > summary {
    inline-size: fit-content;
    cursor: pointer;
  }

  .review {
    inline-size: 100%;
    table-layout: fixed;
    border-collapse: collapse;
    font-size: var(--_font-size-small);
    font-variant-numeric: tabular-nums;
  }

  .merge > .review {
    margin-block-start: 8px;
  }

  .review th,
  .review td {
    padding: 6px 8px;
    border-block-end: 1px solid var(--_hairline);
    text-align: start;
    vertical-align: top;
    font-weight: var(--_weight);
    overflow-wrap: anywhere;
  }

  .review thead th {
    color: var(--_text-quiet);
  }

  .review th:first-child {
    padding-inline-start: 0;
  }

  .review th[scope='row'] > .help {
    display: block;
  }

  .review .changed > td:last-child,
  .review .new > td:last-child {
    font-weight: var(--_weight-strong);
  }

  .review .taken {
    font-weight: var(--_weight-strong);
  }

  .review del,
  .review .dropped {
    color: var(--_text-quiet);
  }

  .review .dropped {
    text-decoration: line-through;
  }

  dialog:has(.conflict) {
    --_dialog-width: 640px;
  }

  .conflict {
    padding: 12px 16px 4px;
    border: 1px solid var(--_warning);
    border-radius: var(--_radius);
  }

  .conflict > h3 {
    display: flex;
    gap: 8px;
    align-items: start;
    border-radius: 3px;
  }

  .conflict > h3 > .icon {
    margin-block-start: 2px;
    color: var(--_warning);
  }

  .conflict-help {
    display: grid;
    gap: 8px;
    justify-items: start;
  }

  .conflict tbody:last-child td,
  .conflict tbody:last-child th {
    border-block-end: 0;
  }

  .clash > tr:first-child > * {
    border-block-end: 0;
  }

  .clash > tr:last-child > td {
    padding-block-start: 0;
    padding-inline-start: 0;
  }

  @media (max-width: 600px) {
    .review th,
    .review td {
      padding-inline: 4px;
    }
  }

  /* Too narrow for a name beside its value. */
  @media (max-width: 480px) {
    .rows {
      gap: 12px;
    }

    .row {
      grid-template-columns: minmax(0, 1fr) 32px;
    }

    .row > :first-child,
    .row > .gone {
      grid-column: 1 / -1;
    }

    .stays {
      grid-column: 1;
    }
  }

  .decision {
    display: flex;
    flex-wrap: wrap;
    gap: 0 16px;
    padding: 0;
  }
`;
