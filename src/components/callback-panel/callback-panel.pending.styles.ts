import { css } from 'lit';

/** The strip of pending changes: at the foot of what scrolls, under the table's own foot, which keeps clear of it. */
export const pendingStyles = css`
  :host {
    --_sticky-bottom: var(--callback-sticky-bottom, 0px);
  }

  callback-table {
    --callback-sticky-bottom: calc(var(--_sticky-bottom) + var(--_pending, 0px));
  }

  .pending {
    position: sticky;
    z-index: 4;
    inset-block-end: var(--_sticky-bottom);
    margin-block-start: 12px;
    border: 1px solid var(--_border);
    border-radius: var(--_radius);
    background: var(--_info-surface);
    box-shadow: var(--_shadow);
    overflow: hidden;
  }

  .pending ul {
    display: grid;
    max-block-size: 40vh;
    margin: 0;
    padding: 0;
    overflow-y: auto;
    list-style: none;
  }

  .pending li {
    position: relative;
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 4px 16px;
    padding: 8px 12px;
  }

  .pending li + li {
    border-block-start: 1px solid var(--_hairline);
  }

  .pending .what {
    flex: 1 1 240px;
  }

  .pending .left {
    display: inline-flex;
    align-items: center;
    gap: 6px;
    min-inline-size: 7ch;
    color: var(--_text-quiet);
    font-variant-numeric: tabular-nums;
  }

  .pending .ways {
    display: inline-flex;
    gap: 4px;
  }

  .run-out {
    position: absolute;
    inset-block-start: 0;
    inset-inline: 0;
    block-size: 2px;
    background: var(--_accent);
    transform-origin: left;
  }

  :host(:dir(rtl)) .run-out {
    transform-origin: right;
  }

  .pending .held .run-out {
    background: var(--_border);
  }

  @media (prefers-reduced-motion: reduce) {
    .run-out {
      display: none;
    }
  }

  @media (forced-colors: active) {
    .run-out {
      background: Highlight;
      forced-color-adjust: none;
    }
  }

  @media print {
    .pending {
      display: none;
    }
  }
`;
