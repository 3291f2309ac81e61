import { html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import type { PendingChange } from '../../controllers/pending-changes.js';
import { countdown } from '../../internal/countdown.directive.js';
import { icon } from '../../internal/icons.js';
import type { LocalizeController } from '../../internal/localize.js';
import { runOut } from './run-out.directive.js';

/** What the strip of pending changes shows. */
export interface PendingStripModel {
  readonly localize: LocalizeController;
  /** The oldest first. */
  readonly changes: readonly PendingChange[];
  /** What is said once to those who do not see it; empty = nothing. */
  readonly announcement: string;
}

/** What can be done on the strip, or happens to it. */
export interface PendingStripActions {
  readonly undo: (change: PendingChange) => void;
  readonly sendNow: (change: PendingChange) => void;
  readonly hovered: (event: PointerEvent) => void;
  readonly focused: () => void;
}

/** A line for every change that waits to be sent: what will happen, how long it can be undone, and both ways to end that. */
export function pendingStrip(model: PendingStripModel, actions: PendingStripActions): TemplateResult {
  const { localize, changes, announcement } = model;
  const newest = changes.at(-1);
  const line = (change: PendingChange): TemplateResult => pendingLine({ localize, change, newest }, actions);
  return html`
    <span class="visually-hidden" role="status">${announcement}</span>
    ${
      changes.length === 0
        ? nothing
        : html`<section
            class="pending"
            part="pending"
            aria-label=${localize.term('notSentYet')}
            @pointermove=${actions.hovered}
            @pointerleave=${actions.hovered}
            @focusin=${actions.focused}
            @focusout=${actions.focused}
          >
            <ul role="list">
              ${repeat(changes, ({ key }) => key, line)}
            </ul>
          </section>`
    }
  `;
}

function pendingLine(
  {
    localize,
    change,
    newest,
  }: { localize: LocalizeController; change: PendingChange; newest: PendingChange | undefined },
  { undo, sendNow }: PendingStripActions,
): TemplateResult {
  const id = `pending-${change.key}`;
  const left = (seconds: number): string => localize.term('secondsLeft', localize.number(seconds));
  const takeBack = (): void => undo(change);
  const hurry = (): void => sendNow(change);
  return html`<li class=${change.held ? 'held' : ''}>
    <span class="run-out" ${runOut(change)}></span>
    <span class="what clip" id=${id}><bdi>${change.words}</bdi></span>
    <span class="left">${icon(change.held ? 'bars' : 'clock')}<bdi>${countdown(change, left)}</bdi></span>
    <span class="ways">
      <button
        type="button"
        class="button"
        part="button"
        aria-describedby=${id}
        aria-keyshortcuts=${change === newest ? 'Control+Z Meta+Z' : nothing}
        @click=${takeBack}
      >
        ${localize.term('undo')}
      </button>
      <button type="button" class="button quiet" part="button" aria-describedby=${id} @click=${hurry}>
        ${localize.term('sendNow')}
      </button>
    </span>
  </li>`;
}
