import { css } from 'lit';

/**
 * Rows are flex lines in native table markup (roles are explicit): columns share the width by the same rules in every row, so nothing has
 * to be measured, and rows out of sight cost nothing.
 */
export const rowStyles = css`
  tr {
    display: flex;
    align-items: stretch;
  }

  .row {
    min-block-size: var(--_row);
    border-block-end: 1px solid var(--_hairline);
    content-visibility: auto;
    contain-intrinsic-block-size: auto var(--_row);
    scroll-margin-block: calc(var(--callback-sticky-top, 0px) + var(--_row) + 2px)
      calc(var(--callback-sticky-bottom, 0px) + 48px);
  }

  tbody > tr:last-child {
    border-block-end-color: transparent;
  }

  th,
  td {
    display: flex;
    flex: 1 1 160px;
    align-items: center;
    min-inline-size: 0;
    padding: 3px var(--_pad);
    font-weight: var(--_weight);
    text-align: start;
    overflow-wrap: anywhere;
  }

  .pick-cell,
  .action-cell {
    flex: 0 0 44px;
    justify-content: center;
    padding: 0;
  }

  /* Wide enough for the mark and COMPLETED (CANCELLED_BY_ADMIN) in one line. */
  .state-cell {
    flex: 0.4 4 300px;
    min-inline-size: 132px;
  }

  /* Wide enough for 12/31/2026 23:59:59 in one line; a longer one breaks, so that no part of a time is ever cut off. */
  .time-cell {
    flex: 0.4 1 192px;
    min-inline-size: calc(var(--_font-size) * 12.5);
  }

  .phone-cell {
    flex: 0.5 1 150px;
  }

  /* Where there is some room, other columns break before a number does. */
  @container callback-table (min-width: 760px) {
    .phone-cell {
      min-inline-size: calc(var(--_font-size) * 11);
    }
  }

  .service-cell {
    flex: 0.6 1 224px;
  }

  .custom-fields-cell {
    flex: 1.8 1 196px;
  }

  /* A gap gives way to rows: were it the scroll anchor, the page would follow it instead of staying. */
  .gap {
    overflow-anchor: none;
  }

  .gap > td {
    flex: 1;
    padding: 0;
  }

  /* titles */

  .head {
    min-block-size: var(--_row);
    color: var(--_text-quiet);
    font-size: var(--_font-size-small);
  }

  .head th {
    font-weight: var(--_weight-strong);
  }

  .head .sortable {
    padding: 0;
  }

  .sort {
    display: flex;
    flex: 1;
    align-items: center;
    gap: 4px;
    min-inline-size: 0;
    align-self: stretch;
    padding: 3px var(--_pad);
    border: 0;
    background: none;
    color: inherit;
    font-weight: inherit;
    text-align: start;
    cursor: pointer;
  }

  .sort:hover,
  [aria-sort] .sort {
    color: var(--_text);
  }

  .sort-mark {
    position: relative;
    display: flex;
  }

  .sort-mark .icon {
    inline-size: 0.875rem;
    block-size: 0.875rem;
  }

  .sort-mark.hint {
    visibility: hidden;
  }

  .sort:hover > .hint {
    visibility: visible;
  }

  .sort-place {
    position: absolute;
    inset-block-end: -4px;
    inset-inline-start: 100%;
    font-size: 0.75em;
    font-variant-numeric: tabular-nums;
  }

  /* cells */

  .row:hover {
    background: var(--_hover);
  }

  .row.selected {
    background: var(--_selected);
  }

  .row.changed {
    animation: glow 600ms ease-out;
  }

  td:focus-visible,
  th:focus-visible,
  tr button:focus-visible,
  tr input:focus-visible {
    outline-offset: -2px;
  }

  .pick-cell input:focus-visible {
    outline-offset: 1px;
  }

  .time-cell,
  .phone-cell {
    font-variant-numeric: tabular-nums;
  }

  /* A number breaks between its groups only. */
  .phone span {
    display: inline-block;
  }

  .phone span:not(:last-child) {
    margin-inline-end: 0.3em;
  }

  .id {
    font-variant-numeric: tabular-nums;
  }

  .custom {
    padding-block: 2px;
    font-size: var(--_font-size-small);
    line-height: 1.35;
  }

  /* Name and value share a line where both fit, and each has its own lines where one of them does not. */
  .pair .clip {
    display: -webkit-inline-box;
    max-inline-size: 100%;
    vertical-align: top;
  }

  .pair .alias {
    --_clip-lines: 2;
  }

  .state-text {
    min-inline-size: 0;
    max-block-size: 3lh;
    overflow: hidden;
  }

  .mark {
    display: inline-flex;
    margin-inline-end: 8px;
    color: var(--_text-quiet);
  }

  .mark.queued,
  .mark.routing {
    color: var(--_accent);
  }

  .mark.processing,
  .mark.connected {
    color: var(--_positive);
  }

  .mark.paused {
    color: var(--_warning);
  }

  .mark.failed {
    color: var(--_negative);
  }

  .reason {
    display: inline-block;
    color: var(--_text-quiet);
    font-size: var(--_font-size-small);
  }

  .expand {
    display: flex;
    flex: 1;
    align-items: center;
    align-self: stretch;
    min-inline-size: 0;
    margin: -3px calc(-1 * var(--_pad));
    padding: 3px var(--_pad);
    border: 0;
    background: none;
    text-align: start;
    cursor: pointer;
  }

  .expand > .icon {
    margin-inline-start: 6px;
    color: var(--_text-quiet);
  }

  .expand:hover > .icon {
    color: var(--_text);
  }

  .row-action {
    display: grid;
    place-items: center;
    inline-size: 32px;
    block-size: min(32px, calc(var(--_row) - 2px));
    padding: 0;
    border: 0;
    border-radius: var(--_radius);
    background: none;
    color: var(--_accent);
    opacity: 0;
    cursor: pointer;
  }

  .row:hover .row-action,
  .row:focus-within .row-action,
  .row.selected .row-action {
    opacity: 1;
  }

  .row-action:hover {
    background: color-mix(in oklab, var(--_accent) 14%, transparent);
  }

  .busy {
    color: var(--_text-quiet);
  }

  @keyframes glow {
    from {
      background: var(--_glow);
    }
  }

  @media (hover: none) {
    .row-action {
      opacity: 1;
    }
  }

  @media (forced-colors: active) {
    .row-action {
      opacity: 1;
    }

    .row.selected {
      outline: 2px solid Highlight;
      outline-offset: -2px;
    }
  }
`;
