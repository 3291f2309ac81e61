import { css } from 'lit';
import { pendingStyles } from './callback-panel.pending.styles.js';

/** The page from top to bottom: range line, action line, notes, table, and what waits to be sent. */
export const panelStyles = css`
  ${pendingStyles}

  :host {
    display: block;
    min-inline-size: 0;
  }

  .panel {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: 12px;
  }

  .range-line,
  .toolbar {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 8px;
  }

  .range-line {
    column-gap: 12px;
    row-gap: 4px;
  }

  .spacer,
  .status {
    flex: 1;
  }

  .status {
    min-inline-size: 0;
    padding-inline: 4px;
    color: var(--_text-quiet);
  }

  .range {
    position: relative;
    display: inline-flex;
    max-inline-size: 100%;
    align-items: center;
  }

  .range select {
    appearance: none;
    field-sizing: content;
    min-block-size: 32px;
    min-inline-size: 0;
    margin-inline-start: -8px;
    padding-block: 2px;
    padding-inline: 8px 32px;
    border: 0;
    border-radius: var(--_radius);
    background: transparent;
    font-size: 1.25rem;
    font-weight: var(--_weight-strong);
    line-height: 1.3;
    letter-spacing: -0.01em;
    text-overflow: ellipsis;
    cursor: pointer;
  }

  .range select:hover {
    background: var(--_hover);
  }

  .range option,
  .range optgroup {
    background: var(--_surface-raised);
    color: var(--_text);
    font-size: 1rem;
    font-weight: var(--_weight);
  }

  .range .icon {
    position: absolute;
    inset-inline-end: 10px;
    pointer-events: none;
  }

  .bounds,
  .freshness {
    color: var(--_text-quiet);
    font-variant-numeric: tabular-nums;
  }

  .freshness {
    font-size: var(--_font-size-small);
  }

  .refresh .button {
    padding-inline: 0;
  }

  .refresh .button:not([aria-disabled]):hover {
    background: transparent;
    text-decoration: underline;
    text-underline-offset: 3px;
  }

  .freshness.stale {
    color: var(--_warning);
  }

  .refresh.turning .icon {
    animation: turn 0.8s linear infinite;
  }

  .narrow .refresh {
    order: 1;
  }

  .narrow .bounds,
  .narrow .freshness {
    order: 2;
  }

  .custom-range {
    display: flex;
    flex-wrap: wrap;
    align-items: end;
    gap: 8px;
  }

  .day {
    flex: 1 1 128px;
    grid-template-columns: minmax(0, 1fr);
    max-inline-size: 168px;
  }

  .day .input {
    padding-inline: 6px;
  }

  .custom-range .problem {
    align-items: center;
    min-block-size: 32px;
  }

  .reports {
    display: inline-flex;
    align-items: center;
    gap: 6px;
  }

  .mark {
    display: inline-flex;
  }

  .positive {
    color: var(--_positive);
  }

  .negative {
    color: var(--_negative);
  }

  .menu {
    position: relative;
  }

  .menu-list {
    position: absolute;
    z-index: 20;
    inset-block-start: calc(100% + 4px);
    inset-inline-end: 0;
    display: grid;
    min-inline-size: 220px;
    padding: 4px;
    border: 1px solid var(--_hairline);
    border-radius: calc(var(--_radius) + 2px);
    background: var(--_surface-raised);
    box-shadow: var(--_shadow);
  }

  .menu-list[hidden] {
    display: none;
  }

  .menu-list .action {
    display: grid;
  }

  .menu-list .reports {
    display: grid;
    grid-template-columns: minmax(0, 1fr) auto;
  }

  .menu-list .button {
    justify-content: start;
    inline-size: 100%;
    min-block-size: 40px;
    border-color: transparent;
    background: transparent;
  }

  .menu-list .why {
    position: static;
    inline-size: auto;
    max-inline-size: none;
    padding: 0 12px 8px 34px;
    background: transparent;
    color: var(--_text-quiet);
    visibility: visible;
  }

  .notes {
    display: grid;
    gap: 8px;
  }

  .note {
    align-items: center;
  }

  .note > .text {
    flex: 1;
    min-inline-size: 0;
    overflow-wrap: anywhere;
  }

  .note.failure .button .icon {
    margin: 0;
    color: inherit;
  }

  .note:has(.all) {
    align-items: start;
  }

  .all summary {
    inline-size: fit-content;
    cursor: pointer;
    text-decoration: underline;
    text-underline-offset: 3px;
  }

  .all ul {
    display: grid;
    grid-template-columns: repeat(auto-fill, minmax(min(220px, 100%), 1fr));
    gap: 2px 24px;
    max-block-size: 240px;
    margin: 4px 0 0;
    padding: 0;
    overflow-y: auto;
    list-style: none;
  }

  .all .clip {
    --_clip-lines: 8;
  }

  .note .detail {
    display: block;
    color: var(--_text-quiet);
    font-size: var(--_font-size-small);
  }

  .idle {
    padding: 48px 16px;
    color: var(--_text-quiet);
    text-align: center;
  }

  @media (forced-colors: active) {
    .range select,
    .menu-list {
      border: 1px solid ButtonBorder;
    }
  }
`;
