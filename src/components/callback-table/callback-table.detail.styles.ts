import { css } from 'lit';

/** Queue details under an open row. */
export const detailStyles = css`
  .detail {
    border-block-end: 1px solid var(--_hairline);
    background: var(--_surface-sunken);
  }

  .detail > td {
    flex: 1;
    padding: 0;
  }

  .facts-panel {
    position: relative;
    flex: 1;
    min-inline-size: 0;
    min-block-size: 48px;
    padding: 12px 48px 14px 44px;
  }

  :host(:dir(rtl)) .facts-panel {
    padding: 12px 44px 14px 48px;
  }

  .sentence {
    margin: 0 0 10px;
    font-weight: var(--_weight-strong);
  }

  .fact-groups {
    display: grid;
    grid-template-columns: repeat(auto-fill, minmax(min(280px, 100%), 1fr));
    gap: 14px 40px;
  }

  /* Wide enough for three: the session's two facts stand under the queue's, not in a line of their own. */
  @container (min-inline-size: 960px) {
    .fact-groups {
      grid-template: 'queue customer attempts' auto 'session customer attempts' 1fr / 1fr 1.1fr 1.2fr;
    }

    .fact-group.queue {
      grid-area: queue;
    }

    .fact-group.customer {
      grid-area: customer;
    }

    .fact-group.attempts {
      grid-area: attempts;
    }

    .fact-group.session {
      grid-area: session;
    }
  }

  .fact-group h3 {
    margin: 0 0 4px;
    color: var(--_text-quiet);
    font-size: var(--_font-size-small);
    font-weight: var(--_weight-strong);
  }

  dl {
    display: grid;
    gap: 2px;
    margin: 0;
  }

  .fact {
    display: grid;
    grid-template-columns: minmax(0, 1fr) minmax(0, 1.1fr);
    gap: 12px;
  }

  dt {
    color: var(--_text-quiet);
  }

  .fact > .clip {
    --_clip-lines: 6;
  }

  dd {
    margin: 0;
    font-variant-numeric: tabular-nums;
  }

  .refresh {
    position: absolute;
    inset-block-start: 8px;
    inset-inline-end: 6px;
  }

  .waiting {
    display: flex;
    align-items: center;
    gap: 8px;
    min-block-size: 22px;
    margin: 0;
  }
`;
