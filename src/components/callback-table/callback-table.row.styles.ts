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

  /* Centred and not stretched: a cell that is stretched is laid out twice. */
  .row {
    align-items: center;
    min-block-size: var(--_row);
    border-block-end: 1px solid var(--_hairline);
    contain: layout style;
    scroll-margin-block: calc(var(--callback-sticky-top, 0px) + var(--_row) + 2px)
      calc(var(--callback-sticky-bottom, 0px) + 48px);
  }

  /* All rows of the page are there: those out of sight cost nothing. */
  [role='table'] .row {
    content-visibility: auto;
    contain-intrinsic-block-size: auto var(--_row);
  }

  tbody > tr:last-child {
    border-block-end-color: transparent;
  }

  th,
  td {
    flex: 1 1 160px;
    min-inline-size: 0;
    padding: 3px var(--_pad);
    font-weight: var(--_weight);
    text-align: start;
    overflow-wrap: anywhere;
  }

  th {
    display: flex;
    align-items: center;
  }

  /* A block that centres its lines is laid out once; a flex container, twice. */
  .row > * {
    display: block;
    align-content: center;
    min-block-size: calc(var(--_row) - 1px);
  }

  .row > .pick-cell,
  .row > .action-cell {
    text-align: center;
    line-height: 1;
  }

  .row [hidden] {
    display: none;
  }

  /* Text that reads differently beside other text keeps its direction to itself; beside text of the other direction, all of it does. */
  .foreign,
  :host(:dir(rtl)) .row :is(span:not(.alias), time) {
    unicode-bidi: plaintext;
  }

  .row > .foreign,
  .row .clip {
    text-align: -webkit-match-parent;
    text-align: match-parent;
  }

  /* Its space stands at its other end there. */
  :host(:dir(rtl)) .row .reason {
    margin-inline-start: 0.3em;
  }

  :host(:dir(rtl)) .row .phone,
  .phone.foreign {
    direction: ltr;
    unicode-bidi: isolate;
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
    flex: 0.5 1 166px;
  }

  /* Where there is some room, other columns break before a number with its mark does. */
  @container callback-table (min-width: 760px) {
    .phone-cell {
      min-inline-size: calc(var(--_font-size) * 12.5);
    }
  }

  .service-cell {
    flex: 0.6 1 224px;
  }

  .custom-fields-cell {
    flex: 1.8 1 196px;
  }

  /* Rows are used again for other callbacks: were one the scroll anchor, the page would follow it instead of staying. */
  [role='grid'] tbody {
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
    background: var(--_glow);
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
  .phone:not(.clip) span {
    white-space: nowrap;
  }

  .phone span:not(:last-child) {
    margin-inline-end: 0.3em;
  }

  /* Takes no room, so that it never breaks a line: beside the longest number it stands in the space between two columns. */
  .several {
    display: inline-block;
    inline-size: 0;
    color: var(--_text-quiet);
    font-size: var(--_font-size-small);
    white-space: nowrap;
    cursor: default;
  }

  /* Drawn, so that neither a copy of the number nor a search in the page meets it. */
  .several::after {
    margin-inline-start: 0.4em;
    content: attr(data-count);
  }

  .id {
    font-variant-numeric: tabular-nums;
  }

  .row > .custom-fields-cell {
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

  .alias {
    --_clip-lines: 2;
  }

  /* The mark hangs: a second line begins under the first one's word. */
  .row > .state-cell {
    position: relative;
    padding-inline-start: calc(var(--_pad) + 24px);
    text-indent: -24px;
  }

  .mark {
    margin-inline-end: 8px;
    color: var(--_text-quiet);
    vertical-align: -0.2em;
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
    color: var(--_text-quiet);
    font-size: var(--_font-size-small);
  }

  .expand {
    margin-inline-start: 4px;
    padding: 0;
    border: 0;
    background: none;
    color: var(--_text-quiet);
    line-height: 1;
    text-indent: 0;
    vertical-align: -0.2em;
    cursor: pointer;
  }

  /* The whole cell is the button. */
  .expand::before {
    position: absolute;
    inset: 0;
    content: '';
  }

  .expand:hover {
    color: var(--_text);
  }

  .row .expand:focus-visible {
    outline: none;
  }

  .expand:focus-visible::before {
    outline: 2px solid var(--_focus);
    outline-offset: -2px;
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
    cursor: pointer;
  }

  /* Icons that nobody sees cost the most to draw. */
  .row:not(:hover, :focus-within) .row-action > .icon {
    display: none;
  }

  .row-action:hover {
    background: color-mix(in oklab, var(--_accent) 14%, transparent);
  }

  .busy {
    color: var(--_text-quiet);
  }

  @media (hover: none) {
    .row .row-action > .icon.icon {
      display: block;
    }
  }

  @media (forced-colors: active) {
    .row .row-action > .icon.icon {
      display: block;
    }

    .row.selected {
      outline: 2px solid Highlight;
      outline-offset: -2px;
    }
  }
`;
