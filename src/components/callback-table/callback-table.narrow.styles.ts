import { css } from 'lit';

/** Below 600 pixels of its own width the table shows each callback in two lines: state and time, number and service. */
export const narrowStyles = css`
  @container callback-table (max-width: 599.98px) {
    .row {
      display: grid;
      grid-template:
        'pick state time action' auto
        'pick phone service action' auto
        / 36px minmax(0, 1fr) auto 36px;
      align-items: center;
      padding-block: 6px;
    }

    /* A reason takes the whole line, so that it need not break. */
    .row.reasoned {
      grid-template:
        'pick state state action' auto
        'pick phone time action' auto
        'pick service service action' auto
        / 36px minmax(0, 1fr) auto 36px;
    }

    [role='table'] .row {
      contain-intrinsic-block-size: auto 58px;
    }

    [role='table'] .row.reasoned {
      contain-intrinsic-block-size: auto 80px;
    }

    .row .row-action > .icon.icon {
      display: block;
    }

    .row > * {
      min-block-size: 0;
      padding: 1px 4px;
    }

    .pick-cell {
      grid-area: pick;
      flex-basis: 36px;
    }

    .state-cell {
      grid-area: state;
    }

    .row > .state-cell {
      padding-inline-start: 28px;
    }

    .time-cell {
      grid-area: time;
      min-inline-size: 0;
    }

    .phone-cell {
      grid-area: phone;
    }

    .service-cell {
      grid-area: service;
    }

    .action-cell {
      grid-area: action;
    }

    .service-id-cell,
    .property-cell,
    .custom-fields-cell {
      grid-column: 2 / 4;
      font-size: var(--_font-size-small);
    }

    .row .time-cell,
    .row .service-cell {
      justify-content: end;
      font-size: var(--_font-size-small);
      text-align: end;
    }

    .row .service-cell {
      max-inline-size: 46cqi;
    }

    .row.reasoned .service-cell {
      justify-content: start;
      max-inline-size: none;
      text-align: start;
    }

    .reason {
      font-size: var(--_font-size-small);
    }

    .row-action {
      block-size: 32px;
    }

    .head {
      flex-wrap: wrap;
      padding-block: 2px;
      padding-inline-start: 36px;
    }

    .head .hint {
      display: none;
    }

    .head > * {
      flex: 0 1 auto;
      padding: 0 4px;
    }

    .head > .pick-cell {
      flex: 0 0 36px;
      margin-inline-start: -36px;
      padding: 0;
    }

    .head > .action-cell {
      flex: 0 0 0px;
      padding: 0;
    }

    .head .sort {
      min-block-size: 28px;
      padding: 0 4px;
    }

    .facts-panel {
      padding-inline: 16px 44px;
    }

    .search {
      flex: 1 1 100%;
    }

    .selection {
      padding-inline-start: 0;
      border: 0;
    }

    .foot {
      gap: 4px 8px;
    }

    .range {
      padding-inline: 2px;
    }

    .page-size span,
    .back span {
      position: absolute;
      inline-size: 1px;
      overflow: hidden;
      clip-path: inset(50%);
      white-space: nowrap;
    }

    .banner {
      flex-wrap: wrap;
    }
  }
`;
