import { css } from 'lit';

export const styles = css`
  :host {
    --_dialog-width: 800px;

    display: contents;
  }

  .group {
    display: grid;
    gap: 6px;
    min-inline-size: 0;
  }

  .group > h4,
  .group > p {
    margin: 0;
  }

  .group > h4 {
    font-size: inherit;
    font-weight: var(--_weight);
  }

  .list {
    max-block-size: 320px;
    border: 1px solid var(--_hairline);
    border-radius: var(--_radius);
    overflow: auto;
  }

  ul[role='list'] {
    display: grid;
    grid-template-columns: max-content fit-content(220px) minmax(176px, 1fr) fit-content(240px);
    margin: 0;
    padding: 0;
    list-style: none;
  }

  ul[role='list'] > li {
    display: grid;
    grid-column: 1 / -1;
    grid-template-columns: subgrid;
    gap: 2px 24px;
    padding: 6px 12px;
    font-variant-numeric: tabular-nums;
    overflow-wrap: anywhere;
  }

  li + li {
    border-block-start: 1px solid var(--_hairline);
  }

  .quiet {
    color: var(--_text-quiet);
    text-align: end;
  }

  .progress {
    display: grid;
    gap: 6px;
    font-variant-numeric: tabular-nums;
  }

  progress {
    inline-size: 100%;
    block-size: 6px;
    border: 0;
    border-radius: 3px;
    background: var(--_hairline);
    appearance: none;
    overflow: hidden;
  }

  progress::-webkit-progress-bar {
    background: var(--_hairline);
  }

  progress::-webkit-progress-value {
    background: var(--_accent);
  }

  progress::-moz-progress-bar {
    background: var(--_accent);
  }

  @media (forced-colors: active) {
    progress {
      border: 1px solid CanvasText;
    }

    progress::-webkit-progress-value {
      background: Highlight;
      forced-color-adjust: none;
    }

    progress::-moz-progress-bar {
      background: Highlight;
      forced-color-adjust: none;
    }
  }

  .verdict,
  .counts > li {
    display: flex;
    gap: 8px;
    align-items: center;
  }

  .counts {
    display: flex;
    flex-wrap: wrap;
    gap: 4px 20px;
    margin: 0;
    padding: 0;
    list-style: none;
    font-variant-numeric: tabular-nums;
  }

  .positive .icon,
  .positive > .icon {
    color: var(--_positive);
  }

  .negative .icon,
  .negative > .icon {
    color: var(--_negative);
  }

  .counts > li + li {
    border: 0;
  }

  @media (max-width: 600px) {
    ul[role='list'] {
      grid-template-columns: minmax(0, 1fr) minmax(0, 1fr);
    }

    ul[role='list'] > li > :nth-child(even) {
      text-align: end;
    }
  }
`;
