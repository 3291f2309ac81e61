import { css } from 'lit';

/** The slot picker: month and slots side by side, on small screens one beneath the other. Neither grows when answers arrive. */
export const whenStyles = css`
  dialog:has(.when) {
    --_dialog-width: 640px;
  }

  .when {
    --_list-size: 304px;

    display: grid;
    grid-template-columns: minmax(0, 4fr) minmax(0, 5fr);
    gap: 12px 20px;
    align-items: start;
  }

  .when > :not(.when-day, .when-time) {
    grid-column: 1 / -1;
  }

  .when + section {
    padding-block-start: 16px;
    border-block-start: 1px solid var(--_hairline);
  }

  .when-day,
  .when-time {
    display: grid;
    gap: 8px;
    min-inline-size: 0;
  }

  #next-free {
    white-space: normal;
  }

  .free-time {
    display: grid;
    gap: 8px;
  }

  /* What is said of a chosen time has its room before. */
  .time-note {
    min-block-size: 1lh;
  }

  .free-time > .help {
    margin-block-start: 0;
  }

  .free-time > #time-help {
    margin-block-start: -4px;
  }

  .trouble {
    align-items: center;
  }

  .clocks {
    display: grid;
    grid-template-columns: minmax(0, 4fr) minmax(0, 5fr);
    gap: 8px 20px;
    align-items: start;
    padding-block-start: 12px;
    border-block-start: 1px solid var(--_hairline);
  }

  .clocks > .night {
    grid-column: 1 / -1;
  }

  .clock-fields,
  .clock-faces {
    display: grid;
    gap: 12px;
    min-inline-size: 0;
  }

  /* The customer's clock, and how it is known, have their room before. */
  .clocks dl {
    display: grid;
    align-content: start;
    gap: 4px;
    min-block-size: calc(3lh + 8px);
    margin: 0;
  }

  #customerZone-help {
    min-block-size: 1lh;
  }

  .clocks dl > div {
    display: grid;
    grid-template-columns: 88px minmax(0, 1fr);
    gap: 8px;
  }

  .clocks dt {
    color: var(--_text-quiet);
  }

  .clocks dd {
    display: flex;
    flex-wrap: wrap;
    gap: 0 8px;
    align-items: baseline;
    margin: 0;
    font-variant-numeric: tabular-nums;
    overflow-wrap: anywhere;
  }

  .proposals {
    display: grid;
    gap: 6px;
  }

  .proposals ul {
    display: flex;
    flex-wrap: wrap;
    gap: 6px;
    margin: 0;
    padding: 0;
    list-style: none;
    font-variant-numeric: tabular-nums;
  }

  @media (max-width: 600px) {
    .when,
    .clocks {
      grid-template-columns: minmax(0, 1fr);
    }

    .when {
      --_list-size: 240px;
    }
  }
`;
