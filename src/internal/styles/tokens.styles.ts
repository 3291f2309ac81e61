import { css } from 'lit';

/**
 * The tokens. `--callback-*` are the host page's to set; `--_*` are what our own rules read. The page's `color-scheme` decides light
 * or dark; font family comes from the page.
 */
export const tokens = css`
  :host {
    --_accent: var(--callback-accent, light-dark(#1b5cc8, #8ab4ff));
    --_on-accent: var(--callback-on-accent, light-dark(#ffffff, #0b1a33));
    --_surface: var(--callback-surface, light-dark(#ffffff, #15181d));
    --_surface-raised: var(--callback-surface-raised, light-dark(#ffffff, #1d2127));
    --_surface-sunken: var(--callback-surface-sunken, light-dark(#f5f6f8, #101318));
    --_text: var(--callback-text, light-dark(#1a1d23, #e7eaef));
    --_text-quiet: var(--callback-text-quiet, light-dark(#575e6b, #a3abb9));
    --_hairline: var(--callback-hairline, light-dark(#e2e5ea, #2b3038));
    --_border: var(--callback-border, light-dark(#848c9a, #6b7484));
    --_hover: var(--callback-hover, light-dark(#f1f4f9, #20252d));
    --_selected: var(--callback-selected, light-dark(#e6effd, #1c2b45));
    --_focus: var(--callback-focus, var(--_accent));
    --_positive: var(--callback-positive, light-dark(#1a7441, #6cd49a));
    --_negative: var(--callback-negative, light-dark(#b3261e, #ff9a90));
    --_negative-surface: var(--callback-negative-surface, light-dark(#fdf0ef, #3a1b19));
    --_warning: var(--callback-warning, light-dark(#8a5300, #f2bd6b));
    --_warning-surface: var(--callback-warning-surface, light-dark(#fff6e5, #33260f));
    --_info-surface: var(--callback-info-surface, light-dark(#eef4fe, #182540));
    --_glow: var(--callback-glow, light-dark(#fff3c4, #3d3412));
    --_radius: var(--callback-radius, 6px);
    --_font-size: var(--callback-font-size, 0.875rem);
    --_font-size-small: var(--callback-font-size-small, 0.8125rem);
    --_weight: 400;
    --_weight-strong: 600;
    --_shadow: var(--callback-shadow, 0 8px 28px light-dark(rgb(16 24 40 / 0.18), rgb(0 0 0 / 0.55)));

    color: var(--_text);
    font-size: var(--_font-size);
    line-height: 1.45;
  }

  :host([hidden]) {
    display: none !important;
  }

  *,
  *::before,
  *::after {
    box-sizing: border-box;
  }

  .icon {
    flex: none;
    inline-size: 1rem;
    block-size: 1rem;
  }

  :host(:dir(rtl)) .icon.directional,
  :host(:dir(rtl)) .directional > .icon {
    transform: scaleX(-1);
  }

  .visually-hidden {
    position: absolute;
    inline-size: 1px;
    block-size: 1px;
    margin: -1px;
    padding: 0;
    overflow: hidden;
    clip-path: inset(50%);
    white-space: nowrap;
    border: 0;
  }

  :focus-visible {
    outline: 2px solid var(--_focus);
    outline-offset: 2px;
  }

  @media (prefers-reduced-motion: reduce) {
    *,
    *::before,
    *::after {
      animation-duration: 0.01ms !important;
      transition: none !important;
    }
  }
`;
