import { css } from 'lit';

export const styles = css`
  :host {
    display: contents;
  }

  section {
    display: grid;
    gap: 12px;
    min-inline-size: 0;
  }

  section + section,
  .field + section,
  section + .choices {
    padding-block-start: 16px;
    border-block-start: 1px solid var(--_hairline);
  }

  p {
    margin: 0;
  }

  .help {
    overflow-wrap: anywhere;
  }

  fieldset {
    min-inline-size: 0;
    margin: 0;
    border: 0;
  }

  legend {
    padding: 0;
  }

  .overlap + .help,
  .problem + .help {
    margin-block-start: -8px;
  }

  .rows {
    display: grid;
    gap: 8px;
  }

  .row {
    display: grid;
    grid-template-columns: minmax(0, 2fr) minmax(0, 3fr) 32px;
    gap: 4px 8px;
    align-items: center;
  }

  .row > label {
    overflow-wrap: anywhere;
  }

  .row > .problem {
    grid-column: 1 / -1;
  }

  .add {
    justify-self: start;
    margin-inline-start: -12px;
    color: var(--_accent);
  }

  .choices {
    display: grid;
    gap: 4px;
    padding: 0;
  }

  section + .choices {
    padding-block-start: 16px;
  }

  .choices > legend {
    float: inline-start;
    inline-size: 100%;
    margin-block-end: 4px;
  }

  .choice {
    display: flex;
    gap: 8px;
    align-items: center;
    min-block-size: 32px;
    cursor: pointer;
  }

  .choice:has(:disabled) {
    color: var(--_text-quiet);
    cursor: not-allowed;
  }

  .choice > input {
    flex: none;
  }

  .option > .help {
    margin-inline-start: 24px;
    margin-block-end: 4px;
  }

  .option > .fields {
    display: grid;
    gap: 12px;
    margin-inline-start: 24px;
    margin-block: 4px 12px;
  }

  .note {
    flex-wrap: wrap;
  }

  .note > .icon + * {
    flex: 1;
    min-inline-size: 0;
    overflow-wrap: anywhere;
  }

  .overlap {
    padding: 8px 12px;
    display: grid;
    gap: 0;
  }

  .overlap > legend {
    float: inline-start;
  }

  .messages {
    display: grid;
    flex: 1 1 100%;
    gap: 8px;
    min-inline-size: 0;
    max-block-size: 40dvh;
    overflow-y: auto;
  }

  .messages:not(:has(*)) {
    display: none;
  }
`;
