import { css } from 'lit';

export const styles = css`
  :host {
    display: contents;
  }

  section {
    display: grid;
    gap: 8px;
  }

  section + section {
    padding-block-start: 16px;
    border-block-start: 1px solid var(--_hairline);
  }

  .filters {
    display: grid;
    grid-template-columns: repeat(auto-fit, minmax(180px, 1fr));
    gap: 16px;
  }

  fieldset {
    min-inline-size: 0;
    margin: 0;
    padding: 0;
    border: 0;
  }

  legend {
    padding: 0;
    margin-block-end: 4px;
    color: var(--_text-quiet);
  }

  .choices {
    display: grid;
    border: 1px solid var(--_hairline);
    border-radius: var(--_radius);
    padding: 4px;
  }

  .scroll {
    max-block-size: 196px;
    overflow-y: auto;
  }

  .choices label {
    padding: 5px 8px;
    border-radius: calc(var(--_radius) - 2px);
  }

  .choices label:hover {
    background: var(--_hover);
  }

  label:has(> input) {
    display: flex;
    gap: 8px;
    align-items: center;
    min-inline-size: 0;
    overflow-wrap: anywhere;
    cursor: pointer;
  }

  label > input {
    flex: none;
  }

  fieldset > .help {
    margin: 6px 0 0;
  }

  .input.number {
    inline-size: 9rem;
    font-variant-numeric: tabular-nums;
  }
`;
