import type { CallbackPanelElement } from '../../../src/components/callback-panel/define.js';
import { fill, press } from '../../support/find.js';
import { COMPLETED, part, QUEUED, SCHEDULED, settle, table } from './open-panel.js';

/** Opens the form of a callback, chooses what to do and sends it. */
export async function submitEdit(panel: CallbackPanelElement, id: string, choice: string): Promise<void> {
  await panel.editCallback(id);
  await settle(panel);
  const editor = part(panel, 'callback-editor');
  await editor.updateComplete;
  await press(editor, choice);
  if (choice === 'Reschedule') await fill(editor, 'Desired Date', '2026-03-10');
  await press(editor, 'Continue');
  await settle(panel);
}

/** Fills in the form for a new callback and sends it. */
export async function submitCreate(panel: CallbackPanelElement): Promise<void> {
  await press(panel, 'Create Callback');
  await settle(panel);
  const editor = part(panel, 'callback-editor');
  await editor.updateComplete;
  await fill(editor, 'Service Name', 'callback-sales');
  await fill(editor, 'Customer Number', '5511');
  await press(editor, 'Continue');
  await settle(panel);
}

/** Selects callbacks as a person does, by their check boxes. */
export async function selectRows(panel: CallbackPanelElement, ...ids: readonly string[]): Promise<void> {
  for (const id of ids) {
    table(panel)?.shadowRoot?.querySelector<HTMLElement>(`tr[data-id="${id}"] input[type="checkbox"]`)?.click();
    await settle(panel);
  }
}

/** Selects everything that is listed, opens the confirmation and confirms it. */
export async function confirmCancel(panel: CallbackPanelElement): Promise<void> {
  await selectRows(panel, SCHEDULED.id, QUEUED.id, COMPLETED.id);
  await press(panel, 'Cancel Callbacks');
  await settle(panel);
  await press(part(panel, 'callback-cancel-dialog'), 'Cancel 2 callbacks');
  await settle(panel);
}
