import { css } from 'lit';

/** The note about other callbacks of the customer, and the line in the foot. */
export const duplicatesStyles = css`
  .duplicates ul {
    margin: 2px 0 0;
    padding-inline-start: 1.25em;
  }

  .one-more {
    display: flex;
    gap: 8px;
    align-items: center;
    margin: 0;
  }

  .one-more .icon {
    flex: none;
    color: var(--_warning);
  }
`;
