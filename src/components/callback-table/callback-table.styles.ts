import { css } from 'lit';

/** The table as a whole: result line, titles, foot, and what stands in the place of rows. */
export const styles = css`
  /* What is only read out stands out of the flow: it must not make the page around a scrolling box as tall as the list. */
  :host {
    position: relative;
    display: block;
    scroll-margin-block-start: var(--callback-sticky-top, 0px);
  }

  .frame {
    --_row: 36px;
    --_pad: 10px;

    container: callback-table / inline-size;
  }

  .frame.compact {
    --_row: 28px;
    --_pad: 8px;
  }

  .frame.roomy {
    --_row: 44px;
    --_pad: 12px;
  }

  .result-line {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 8px 12px;
    min-block-size: 32px;
    margin-block-end: 8px;
  }

  h2 {
    margin: 0;
    font-size: 1rem;
    font-weight: var(--_weight-strong);
    font-variant-numeric: tabular-nums;
  }

  .partial,
  .selection {
    font-variant-numeric: tabular-nums;
  }

  .partial {
    padding: 1px 8px;
    border-radius: 999px;
    background: var(--_warning-surface);
    color: var(--_warning);
    font-size: var(--_font-size-small);
  }

  .selection {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 4px 12px;
    padding-inline-start: 12px;
    border-inline-start: 1px solid var(--_hairline);
  }

  .link {
    display: inline-flex;
    align-items: center;
    gap: 6px;
    min-block-size: 24px;
    padding: 0;
    border: 0;
    border-radius: 3px;
    background: none;
    color: var(--_accent);
    cursor: pointer;
  }

  .link:hover {
    text-decoration: underline;
  }

  .search {
    position: relative;
    display: flex;
    flex: 0 1 400px;
    min-inline-size: 0;
    margin-inline-start: auto;
  }

  .search > .icon {
    position: absolute;
    inset-block-start: 8px;
    inset-inline-start: 9px;
    color: var(--_text-quiet);
    pointer-events: none;
  }

  .search .input {
    flex: 1 1 140px;
    min-inline-size: 0;
    padding-inline-start: 32px;
    border-start-end-radius: 0;
    border-end-end-radius: 0;
  }

  .search .select {
    flex: 0 1 auto;
    inline-size: auto;
    min-inline-size: 0;
    max-inline-size: 50%;
    margin-inline-start: -1px;
    border-start-start-radius: 0;
    border-end-start-radius: 0;
    background: var(--_surface-sunken);
    text-overflow: ellipsis;
  }

  .search :focus-visible {
    z-index: 1;
    outline-offset: 0;
  }

  .banner {
    align-items: center;
    margin-block-end: 8px;
  }

  .banner .words {
    flex: 1;
  }

  table {
    display: block;
    border-block-end: 1px solid var(--_hairline);
  }

  thead,
  tbody {
    display: block;
  }

  thead {
    position: sticky;
    z-index: 2;
    inset-block-start: var(--callback-sticky-top, 0px);
    border-block: 1px solid var(--_hairline);
    background: var(--_surface-sunken);
  }

  table.loading thead::after {
    position: absolute;
    inset-block-end: -2px;
    inset-inline-start: 0;
    inline-size: 30%;
    block-size: 2px;
    background: var(--_accent);
    content: '';
    animation: progress 1.2s ease-in-out infinite alternate;
  }

  .foot {
    position: sticky;
    z-index: 2;
    inset-block-end: var(--callback-sticky-bottom, 0px);
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 4px 24px;
    padding-block: 6px;
    background: var(--_surface);
    font-variant-numeric: tabular-nums;
  }

  .pager,
  .page-size {
    display: flex;
    align-items: center;
    gap: 4px;
  }

  .page-size {
    gap: 8px;
    color: var(--_text-quiet);
  }

  .page-size .select {
    inline-size: auto;
  }

  .range {
    padding-inline: 8px;
    white-space: nowrap;
  }

  .back {
    margin-inline-start: auto;
  }

  .foot .why {
    inset-block: auto calc(100% + 6px);
  }

  :host(:dir(rtl)) .pager .icon {
    transform: scaleX(-1);
  }

  .state {
    display: grid;
    justify-items: center;
    gap: 12px;
    padding: 48px 16px;
    text-align: center;
  }

  .state p {
    max-inline-size: 48ch;
    margin: 0;
  }

  .state-mark {
    display: grid;
    place-items: center;
    inline-size: 40px;
    block-size: 40px;
    border-radius: 50%;
    background: var(--_surface-sunken);
    color: var(--_text-quiet);
  }

  .state-mark.failed {
    background: var(--_negative-surface);
    color: var(--_negative);
  }

  .quiet {
    color: var(--_text-quiet);
  }

  .server-words {
    display: block;
  }

  .state .server-words .long {
    justify-content: center;
  }

  .skeleton {
    animation: show 1ms 200ms both;
  }

  .skeleton-row {
    display: flex;
    align-items: center;
    gap: 40px;
    block-size: var(--_row);
    padding-inline: 44px 12px;
    border-block-end: 1px solid var(--_hairline);
    animation: breathe 1.4s ease-in-out infinite alternate;
  }

  .skeleton-row i {
    flex: 1 1 0;
    block-size: 10px;
    max-inline-size: 160px;
    border-radius: 5px;
    background: var(--_hairline);
  }

  /* Takes no place, so that nothing jumps when it comes and goes; stays in sight while the rows scroll. */
  .progress {
    position: sticky;
    z-index: 3;
    inset-block-end: calc(var(--callback-sticky-bottom, 0px) + 60px);
    display: grid;
    place-items: end center;
    block-size: 0;
    pointer-events: none;
    animation: show 1ms 500ms both;
  }

  .progress-card {
    display: grid;
    gap: 6px;
    block-size: max-content;
    max-inline-size: calc(100% - 16px);
    padding: 8px 14px 10px;
    border: 1px solid var(--_hairline);
    border-radius: var(--_radius);
    background: var(--_surface-raised);
    box-shadow: var(--_shadow);
    font-variant-numeric: tabular-nums;
  }

  progress {
    inline-size: 100%;
    block-size: 4px;
    overflow: hidden;
    border: 0;
    border-radius: 2px;
    appearance: none;
    background: var(--_border);
  }

  progress::-webkit-progress-bar {
    background: none;
  }

  progress::-webkit-progress-value {
    background: var(--_accent);
  }

  progress::-moz-progress-bar {
    background: var(--_accent);
  }

  progress:indeterminate {
    background: linear-gradient(90deg, var(--_border) 40%, var(--_accent) 40% 60%, var(--_border) 60%) 100% / 300% 100%;
    animation: pass 1.4s linear infinite;
  }

  @media (forced-colors: active) {
    progress {
      appearance: auto;
    }
  }

  @keyframes pass {
    to {
      background-position-x: 0;
    }
  }

  @keyframes show {
    from {
      visibility: hidden;
    }
  }

  @keyframes breathe {
    to {
      opacity: 0.5;
    }
  }

  @keyframes progress {
    to {
      inset-inline-start: 70%;
    }
  }
`;
