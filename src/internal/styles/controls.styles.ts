import { css } from 'lit';

/** Buttons, fields and notes, alike in every element. */
export const controls = css`
  button,
  input,
  select,
  textarea {
    font: inherit;
    color: inherit;
    letter-spacing: inherit;
  }

  .button {
    display: inline-flex;
    align-items: center;
    justify-content: center;
    gap: 6px;
    min-block-size: 32px;
    padding: 4px 12px;
    border: 1px solid var(--_border);
    border-radius: var(--_radius);
    background: var(--_surface-raised);
    color: var(--_text);
    white-space: nowrap;
    cursor: pointer;
  }

  .button:not([aria-disabled='true']):hover {
    background: var(--_hover);
  }

  .button.primary {
    border-color: transparent;
    background: var(--_accent);
    color: var(--_on-accent);
    font-weight: var(--_weight-strong);
  }

  .button.primary:not([aria-disabled='true']):hover {
    background: color-mix(in oklab, var(--_accent) 88%, var(--_text));
  }

  .button.danger {
    border-color: transparent;
    background: var(--_negative);
    color: light-dark(#ffffff, #2b0a07);
    font-weight: var(--_weight-strong);
  }

  .button.danger:not([aria-disabled='true']):hover {
    background: color-mix(in oklab, var(--_negative) 88%, var(--_text));
  }

  .button.quiet {
    border-color: transparent;
    background: transparent;
  }

  .button.quiet:not([aria-disabled='true']):hover {
    background: var(--_hover);
  }

  .button.icon-only {
    padding: 4px;
    min-inline-size: 32px;
  }

  .button[aria-disabled='true'] {
    border-color: var(--_hairline);
    background: var(--_surface-sunken);
    color: var(--_text-quiet);
    font-weight: var(--_weight);
    cursor: not-allowed;
  }

  .button.quiet[aria-disabled='true'] {
    border-color: transparent;
    background: transparent;
  }

  .action {
    position: relative;
    display: inline-flex;
  }

  .why {
    position: absolute;
    z-index: 20;
    inset-block-start: calc(100% + 6px);
    inset-inline-start: 0;
    inline-size: max-content;
    max-inline-size: min(280px, 80vw);
    padding: 6px 10px;
    border-radius: var(--_radius);
    background: light-dark(#24282f, #e7eaef);
    color: light-dark(#ffffff, #1a1d23);
    font-size: var(--_font-size-small);
    font-weight: var(--_weight);
    text-align: start;
    white-space: normal;
    visibility: hidden;
    pointer-events: none;
  }

  .action.end .why {
    inset-inline: auto 0;
  }

  .action:hover > .why,
  .action:has(:focus-visible) > .why {
    visibility: visible;
  }

  .field {
    display: grid;
    gap: 4px;
    min-inline-size: 0;
  }

  .field > label,
  .label {
    font-weight: var(--_weight-strong);
  }

  .help {
    color: var(--_text-quiet);
    font-size: var(--_font-size-small);
  }

  .input,
  .select {
    min-block-size: 32px;
    inline-size: 100%;
    padding: 4px 8px;
    border: 1px solid var(--_border);
    border-radius: var(--_radius);
    background: var(--_surface-raised);
    color: var(--_text);
  }

  .input::placeholder {
    color: var(--_text-quiet);
    opacity: 1;
  }

  .input[aria-invalid='true'],
  .select[aria-invalid='true'] {
    border-color: var(--_negative);
  }

  .problem {
    display: flex;
    gap: 6px;
    align-items: start;
    color: var(--_negative);
    font-size: var(--_font-size-small);
  }

  .problem .icon {
    margin-block-start: 1px;
  }

  .note {
    display: flex;
    gap: 8px;
    align-items: start;
    padding: 8px 12px;
    border-radius: var(--_radius);
    background: var(--_info-surface);
  }

  .note.warning {
    background: var(--_warning-surface);
  }

  .note.failure {
    background: var(--_negative-surface);
  }

  .note > div {
    min-inline-size: 0;
  }

  .note .icon {
    margin-block-start: 2px;
  }

  .note.warning .icon {
    color: var(--_warning);
  }

  .note.failure .icon {
    color: var(--_negative);
  }

  input[type='checkbox'],
  input[type='radio'] {
    inline-size: 16px;
    block-size: 16px;
    margin: 0;
    accent-color: var(--_accent);
  }

  /*
   * Text from elsewhere keeps to its own lines: what is longer is cut off, what a font stacks on a letter paints over nobody else's
   * line, and its direction, set on a bdi inside, ends with it.
   */
  .clip {
    display: -webkit-box;
    -webkit-box-orient: vertical;
    -webkit-line-clamp: var(--_clip-lines, 3);
    min-inline-size: 0;
    max-block-size: calc(var(--_clip-lines, 3) * 1lh);
    overflow: hidden;
    overflow-wrap: anywhere;
  }

  .long {
    display: flex;
    gap: 6px;
    align-items: start;
    min-inline-size: 0;
    padding: 0;
    border: 0;
    border-radius: 3px;
    background: none;
    color: inherit;
    font: inherit;
    text-align: start;
    cursor: pointer;
  }

  .long .icon {
    margin-block-start: calc((1lh - 1rem) / 2);
  }

  .note.failure .long .icon {
    color: inherit;
  }

  .long[aria-expanded='true'] .icon {
    transform: scaleY(-1);
  }

  .long[aria-expanded='true'] .clip {
    display: block;
    max-block-size: none;
    overflow: clip;
  }

  .spinner {
    display: inline-block;
    flex: none;
    inline-size: 16px;
    block-size: 16px;
    border: 2px solid var(--_hairline);
    border-block-start-color: var(--_accent);
    border-radius: 50%;
    animation: turn 0.8s linear infinite;
  }

  @keyframes turn {
    to {
      transform: rotate(1turn);
    }
  }

  @media (forced-colors: active) {
    .button,
    .input,
    .select,
    .note {
      border: 1px solid ButtonBorder;
    }
  }
`;
