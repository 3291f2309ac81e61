import { css } from 'lit';

/** The list of keys: what to press and what it does, side by side. */
export const shortcutStyles = css`
  dialog {
    inline-size: min(560px, 100vw);
    max-inline-size: 100vw;
    max-block-size: 100dvh;
    padding: 12px 20px 20px;
    border: 1px solid var(--_hairline);
    border-radius: calc(var(--_radius) + 4px);
    background: var(--_surface-raised);
    color: var(--_text);
    box-shadow: var(--_shadow);
  }

  dialog::backdrop {
    background: rgb(10 14 20 / 0.45);
  }

  .shortcuts-head {
    display: flex;
    align-items: center;
    justify-content: space-between;
    margin-block-end: 12px;
  }

  .shortcuts {
    grid-template-columns: fit-content(55%) minmax(0, 1fr);
    gap: 6px 20px;
  }

  .shortcuts dt {
    display: flex;
    flex-wrap: wrap;
    gap: 4px 8px;
  }

  .chord {
    white-space: nowrap;
  }

  kbd {
    display: inline-block;
    min-inline-size: 22px;
    padding: 0 5px;
    border: 1px solid var(--_hairline);
    border-radius: 4px;
    background: var(--_surface-sunken);
    color: var(--_text);
    font: inherit;
    font-size: var(--_font-size-small);
    text-align: center;
  }
`;
