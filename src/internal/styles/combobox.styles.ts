import { css } from 'lit';

/** A combobox: its list hangs on the field, above a dialog that scrolls, on whichever side there is room. */
export const comboboxStyles = css`
  .combobox {
    position: relative;
    min-inline-size: 0;
    anchor-scope: --combobox;
  }

  /* The text has its own direction, the field that of the page: so the arrow keeps its room. */
  .combobox > .input {
    anchor-name: --combobox;
    unicode-bidi: plaintext;
  }

  .combobox:has(> .icon) > .input {
    padding-inline-end: 30px;
    text-overflow: ellipsis;
  }

  .combobox > .icon {
    position: absolute;
    inset-block-start: 8px;
    inset-inline-end: 8px;
    color: var(--_text-quiet);
    pointer-events: none;
  }

  .combobox-list {
    margin: 4px 0 0;
    padding: 4px;
    border: 1px solid var(--_border);
    border-radius: var(--_radius);
    background: var(--_surface-raised);
    color: var(--_text);
    box-shadow: var(--_shadow);
    overflow: hidden;
  }

  .combobox-list[popover] {
    position: fixed;
    inset: auto;
    margin: 4px 0;
    position-anchor: --combobox;
    position-area: block-end span-inline-end;
    position-try-fallbacks:
      flip-block,
      flip-inline,
      flip-block flip-inline;
    min-inline-size: anchor-size(inline);
    max-inline-size: min(440px, 92vw);
  }

  .combobox-list ul {
    max-block-size: min(280px, 40dvh);
    margin: 0;
    padding: 0;
    list-style: none;
    overflow-y: auto;
    overscroll-behavior: contain;
  }

  .combobox-list li {
    display: flex;
    gap: 16px;
    align-items: baseline;
    justify-content: space-between;
    min-block-size: 28px;
    padding: 4px 8px;
    border-radius: calc(var(--_radius) - 2px);
    cursor: pointer;
  }

  .combobox-list li:hover {
    background: var(--_hover);
  }

  .combobox-list li[aria-selected='true'] {
    background: var(--_selected);
    outline: 2px solid var(--_focus);
    outline-offset: -2px;
  }

  .combobox-list .chosen {
    font-weight: var(--_weight-strong);
  }

  .combobox-list .detail {
    flex: none;
    color: var(--_text-quiet);
    font-size: var(--_font-size-small);
    font-weight: var(--_weight);
    font-variant-numeric: tabular-nums;
  }

  /* As wide as the options ask for, and no wider. */
  .combobox-list p {
    inline-size: 0;
    min-inline-size: 100%;
    margin: 0;
    padding: 4px 8px;
  }
`;
