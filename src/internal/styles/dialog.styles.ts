import { css } from 'lit';

/** A native dialog: head and foot stay, the middle scrolls; on small screens it fills the screen. */
export const dialogStyles = css`
  dialog {
    inline-size: min(var(--_dialog-width, 480px), 100vw);
    max-inline-size: 100vw;
    max-block-size: min(100dvh - 32px, 900px);
    margin: auto;
    padding: 0;
    border: 1px solid var(--_hairline);
    border-radius: calc(var(--_radius) + 4px);
    background: var(--_surface-raised);
    color: var(--_text);
    box-shadow: var(--_shadow);
    overflow: hidden;
  }

  dialog[open] {
    display: grid;
    grid-template-rows: auto minmax(0, 1fr) auto;
    animation: appear 120ms ease-out;
  }

  dialog::backdrop {
    background: rgb(10 14 20 / 0.45);
  }

  dialog > form {
    display: contents;
  }

  .dialog-head {
    display: flex;
    align-items: center;
    justify-content: space-between;
    gap: 16px;
    padding: 16px 20px 12px;
  }

  .dialog-head h2 {
    margin: 0;
    font-size: 1.0625rem;
    font-weight: var(--_weight-strong);
  }

  .dialog-body {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    align-content: start;
    gap: 16px;
    padding: 4px 20px 20px;
    overflow-y: auto;
    overscroll-behavior: contain;
  }

  .dialog-body h3 {
    margin: 0;
    font-size: var(--_font-size);
    font-weight: var(--_weight-strong);
  }

  .dialog-foot {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    justify-content: end;
    gap: 8px;
    padding: 12px 20px 16px;
    border-block-start: 1px solid var(--_hairline);
  }

  .dialog-foot > .note,
  .dialog-foot > .grow {
    flex: 1 1 100%;
    min-inline-size: 0;
  }

  .dialog-foot > .grow {
    display: flex;
    gap: 8px;
    align-items: center;
    flex-basis: 0;
    margin: 0;
  }

  .note p {
    margin: 0;
  }

  .action.up .why {
    inset-block: auto calc(100% + 6px);
  }

  .phone {
    font-variant-numeric: tabular-nums;
  }

  /* A number breaks between its groups only. */
  .phone > span {
    display: inline-block;
  }

  .phone > span:not(:last-child) {
    margin-inline-end: 0.25em;
  }

  .facts {
    display: grid;
    grid-template-columns: max-content minmax(0, 1fr);
    gap: 4px 16px;
    margin: 0;
  }

  .facts dt {
    color: var(--_text-quiet);
  }

  .facts dd {
    margin: 0;
    font-variant-numeric: tabular-nums;
    overflow-wrap: anywhere;
  }

  @keyframes appear {
    from {
      opacity: 0;
    }
  }

  /* Too low for a head and a foot that stay: everything scrolls. */
  @media (max-height: 480px) {
    dialog[open] {
      display: block;
      overflow-y: auto;
    }

    .dialog-body {
      overflow: visible;
    }
  }

  @media (max-width: 480px) {
    .dialog-foot > .grow {
      flex-basis: 100%;
    }
  }

  @media (max-width: 600px) {
    dialog {
      inline-size: 100vw;
      block-size: 100dvh;
      max-block-size: 100dvh;
      border: 0;
      border-radius: 0;
    }
  }
`;
