import { css } from 'lit';

/** The slots of the slot picker: chips by the hour, in a list that scrolls and keeps its height. */
export const slotStyles = css`
  .room {
    visibility: hidden;
  }

  .slots {
    --_chip-size: 72px;

    display: grid;
    align-content: start;
    gap: 8px;
    block-size: var(--_list-size);
    padding: 8px;
    border: 1px solid var(--_hairline);
    border-radius: var(--_radius);
    overflow-y: auto;
    overscroll-behavior: contain;
  }

  .slots[aria-invalid='true'] {
    border-color: var(--_negative);
  }

  .hour {
    display: grid;
    grid-template-columns: 24px minmax(0, 1fr);
    gap: 4px;
  }

  /* An hour that exists twice names its offset, for which its column has no room. */
  .hour:has(small) {
    grid-template-columns: minmax(0, 1fr);
  }

  .hour:has(small) > .chips {
    margin-inline-start: 28px;
  }

  .hour-name {
    display: flex;
    gap: 8px;
    align-items: baseline;
    align-self: start;
    padding-block-start: 2px;
    color: var(--_text-quiet);
    font-variant-numeric: tabular-nums;
  }

  .chips {
    display: grid;
    grid-template-columns: repeat(auto-fill, minmax(var(--_chip-size), 1fr));
    gap: 4px;
  }

  /* Where no hour has more than two slots, hours share lines: the slots say themselves which hour it is. */
  .slots.sparse {
    grid-template-columns: repeat(auto-fill, minmax(var(--_chip-size), 1fr));
    gap: 4px;
  }

  .sparse > .help,
  .sparse > .hour:has(small) {
    grid-column: 1 / -1;
  }

  .sparse > .hour:not(:has(small)),
  .sparse > .hour:not(:has(small)) > .chips {
    display: contents;
  }

  .sparse > .hour:not(:has(small)) > .hour-name {
    display: none;
  }

  .chip {
    position: relative;
    display: grid;
    justify-items: center;
    padding: 2px 4px;
    border: 1px solid var(--_border);
    border-radius: var(--_radius);
    background: var(--_surface-raised);
    font-variant-numeric: tabular-nums;
    cursor: pointer;
  }

  .chip > input {
    position: absolute;
    inset: 0;
    inline-size: 100%;
    block-size: 100%;
    opacity: 0;
    cursor: inherit;
  }

  .chip-places {
    color: var(--_text-quiet);
    font-size: var(--_font-size-small);
    line-height: 1.2;
    text-align: center;
  }

  .chip:hover {
    background: var(--_hover);
  }

  .chip:has(:checked) {
    border-color: var(--_accent);
    background: var(--_accent);
    color: var(--_on-accent);
    font-weight: var(--_weight-strong);
  }

  .chip:has(:checked) > .chip-places {
    color: inherit;
    font-weight: var(--_weight);
  }

  .chip:has(:disabled) {
    border-color: var(--_hairline);
    border-style: dashed;
    background: transparent;
    color: var(--_text-quiet);
    cursor: not-allowed;
  }

  .chip:has(:focus-visible) {
    outline: 2px solid var(--_focus);
    outline-offset: 1px;
  }

  /* What takes longer than a moment shows that something comes; the rest is never seen. */
  .slots.skeleton {
    grid-template-columns: repeat(auto-fill, minmax(var(--_chip-size), 1fr));
    gap: 4px;
    border-color: transparent;
    animation: appear 0s 200ms backwards;
  }

  .skeleton > span {
    block-size: 40px;
    border-radius: var(--_radius);
    background: var(--_hover);
  }

  @media (forced-colors: active) {
    .chip:has(:checked) {
      background: Highlight;
      color: HighlightText;
      forced-color-adjust: none;
    }

    .chip:has(:disabled) {
      color: GrayText;
    }
  }
`;
