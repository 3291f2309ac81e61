import type { CallbackPanelElement } from '../../../src/components/callback-panel/define.js';
import { words } from '../../support/find.js';
import { openListed, settle } from './open-panel.js';
import type { HandServer } from './open-panel.js';
import { submitEdit } from './person.js';

/** Seconds that are not over before the test is. */
export const LONG = 3600;

/** What the strip says, line by line. */
export function lines(panel: CallbackPanelElement): readonly string[] {
  return [...(panel.shadowRoot?.querySelectorAll('[part=pending] li') ?? [])].map(words);
}

/** A panel in which a callback was cancelled, which waits to be sent. */
export async function cancelledOne(undoDelay = LONG): Promise<{ panel: CallbackPanelElement; server: HandServer }> {
  const opened = await openListed({ undoDelay });
  await submitEdit(opened.panel, 'scheduled', 'Cancel Callback');
  await settle(opened.panel);
  return opened;
}

/** Ids of the callbacks whose cancellation was sent. */
export const sent = (server: HandServer): readonly unknown[] => server.cancels.calls.map(({ arguments: [id] }) => id);
