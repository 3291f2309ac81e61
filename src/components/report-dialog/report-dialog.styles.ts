import { css } from 'lit';

export const styles = css`
  :host {
    display: contents;
  }

  ul {
    display: grid;
    margin: 0;
    padding: 0;
    list-style: none;
  }

  li {
    display: flex;
    gap: 16px;
    align-items: center;
    justify-content: space-between;
    padding-block: 12px;
    border-block-start: 1px solid var(--_hairline);
  }

  .name {
    display: grid;
    min-inline-size: 0;
  }

  .line {
    display: flex;
    gap: 6px;
    align-items: center;
  }

  .mark {
    display: inline-flex;
    padding: 8px;
  }

  .positive {
    color: var(--_positive);
  }

  .negative {
    color: var(--_negative);
  }
`;
