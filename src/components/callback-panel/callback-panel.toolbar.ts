import { html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import { actionButton } from '../../internal/action.js';
import type { ActionButton } from '../../internal/action.js';
import { icon } from '../../internal/icons.js';
import type { LocalizeController } from '../../internal/localize.js';
import type { Access } from './callback-panel.access.js';
import type { Menu } from './menu.js';

/** What the action line shows. */
export interface Toolbar {
  readonly localize: LocalizeController;
  readonly access: Access;
  readonly selected: number;
  /** What the person's last action came to; empty = nothing to tell. */
  readonly status: string;
  /** Whether the last cancellation in this page succeeded for every callback; undefined before there was one. */
  readonly lastCancelSucceeded: boolean | undefined;
  /** The line is too narrow for every button: all but the first are in a menu. */
  readonly folded: boolean;
  readonly menu: Menu;
}

/** What can be done on the action line. */
export interface ToolbarActions {
  readonly create: () => void;
  readonly configure: () => void;
  readonly cancel: () => void;
  readonly report: () => void;
}

/** Create Callback and Advanced Options; at the end Cancel Callbacks and Download Reports. */
export function toolbar(bar: Toolbar, actions: ToolbarActions): TemplateResult {
  const { localize, access } = bar;
  const create = actionButton({
    id: 'create',
    label: localize.term('createCallback'),
    icon: 'plus',
    kind: 'primary',
    part: 'create-button',
    reason: access.create,
    press: actions.create,
  });
  const configure: ActionButton = {
    id: 'configure',
    label: localize.term('advancedOptions'),
    icon: 'gear',
    press: actions.configure,
  };
  return html`
    <div class="toolbar" part="toolbar" role="group" aria-label=${localize.term('actions')}>
      ${create} ${bar.folded ? nothing : actionButton(configure)}
      <span class="status" part="status" role="status">${bar.status}</span>
      ${bar.folded ? bar.menu.render(localize.term('moreActions'), [actionButton(configure), ...bulkButtons(bar, actions)]) : bulkButtons(bar, actions)}
    </div>
  `;
}

function bulkButtons(bar: Toolbar, actions: ToolbarActions): readonly unknown[] {
  const { localize, access, selected, lastCancelSucceeded } = bar;
  const cancel = actionButton({
    id: 'cancel',
    label: localize.term('cancelCallbacks'),
    icon: 'cross',
    atEnd: true,
    reason: access.cancelMany ?? (selected === 0 ? localize.term('nothingSelected') : undefined),
    press: actions.cancel,
  });
  if (!access.bulk) return [cancel];
  const reports = actionButton({
    id: 'report',
    label: localize.term('downloadReports'),
    icon: 'download',
    atEnd: true,
    reason: lastCancelSucceeded === undefined ? access.export : undefined,
    press: actions.report,
  });
  return [cancel, html`<span class="reports">${reports}${lastCancelMark(bar)}</span>`];
}

/** Green check or red mark after a cancellation (GMS reference, bulk cancel). */
function lastCancelMark({ localize, lastCancelSucceeded }: Toolbar): unknown {
  if (lastCancelSucceeded === undefined) return nothing;
  const words = localize.term(lastCancelSucceeded ? 'everyCancelSucceeded' : 'someCancelsFailed');
  return html`
    <span
      class="mark ${lastCancelSucceeded ? 'positive' : 'negative'}"
      part="report-mark"
      role="img"
      aria-label=${words}
      title=${words}
    >
      ${icon(lastCancelSucceeded ? 'check' : 'crossOut')}
    </span>
  `;
}
