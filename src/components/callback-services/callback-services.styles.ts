import { css } from 'lit';

/** A heading with its search, one note, and groups of services. */
export const servicesStyles = css`
  :host {
    display: block;
    min-inline-size: 0;
  }

  .page {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: 16px;
    container-type: inline-size;
  }

  .head {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 8px 16px;
  }

  h2 {
    display: flex;
    flex: 1;
    align-items: baseline;
    gap: 8px;
    margin: 0;
    font-size: 1.25rem;
    font-weight: var(--_weight-strong);
    line-height: 1.3;
    letter-spacing: -0.01em;
    white-space: nowrap;
  }

  .count {
    color: var(--_text-quiet);
    font-size: var(--_font-size);
    font-weight: var(--_weight);
    letter-spacing: 0;
  }

  .search {
    position: relative;
    flex: 0 1 280px;
    color: var(--_text-quiet);
  }

  .search .icon {
    position: absolute;
    inset-block-start: 8px;
    inset-inline-start: 10px;
    pointer-events: none;
  }

  .search .input {
    padding-inline-start: 32px;
  }

  .groups {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: 20px;
  }

  .group h3 {
    display: flex;
    align-items: baseline;
    gap: 8px;
    margin: 0;
    padding-block-end: 6px;
    border-block-end: 1px solid var(--_hairline);
    font-size: var(--_font-size);
    font-weight: var(--_weight-strong);

    --_clip-lines: 2;
  }

  .group h3 .count {
    flex: none;
    font-size: var(--_font-size-small);
  }

  .group ul {
    margin: 0;
    padding: 0;
    list-style: none;
  }

  .service {
    display: grid;
    grid-template-columns: minmax(160px, 1fr) minmax(0, 2fr);
    gap: 2px 16px;
    align-items: baseline;
    padding: 8px 0;
    border-block-end: 1px solid var(--_hairline);
  }

  .name {
    min-inline-size: 0;
  }

  .facts {
    display: flex;
    flex-wrap: wrap;
    gap: 2px 16px;
    color: var(--_text-quiet);
    font-size: var(--_font-size-small);
  }

  .fact {
    display: inline-flex;
    gap: 6px;
    align-items: start;
    min-inline-size: 0;
  }

  .fact .what {
    flex: none;
  }

  .fact.warning .icon {
    margin-block-start: 2px;
    color: var(--_warning);
  }

  .empty {
    margin: 0;
    padding: 32px 16px;
    color: var(--_text-quiet);
    text-align: center;
  }

  .note > .text {
    flex: 1;
  }

  @container (max-width: 560px) {
    .service {
      grid-template-columns: minmax(0, 1fr);
    }
  }
`;
