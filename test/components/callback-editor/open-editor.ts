import { fixture, html } from '@open-wc/testing';
import type { CallbackEditorElement } from '../../../src/components/callback-editor/define.js';
import '../../../src/components/callback-editor/define.js';
import type { ServiceSummary } from '../../../src/domain/service.js';
import { NOW } from '../../support/records.js';

export const SERVICES: readonly ServiceSummary[] = [
  { name: 'Preview', groups: [] },
  { name: 'Confirmed', groups: [], waitsForUserConfirm: true, virtualQueue: 'VQ_confirmed' },
];

/** An open editor whose clock stands still. Its zone changes to summer time on 29 March and back on 25 October 2026. */
export async function openEditor(properties: Partial<CallbackEditorElement> = {}): Promise<CallbackEditorElement> {
  const editor = await fixture<CallbackEditorElement>(html`<callback-editor></callback-editor>`);
  Object.assign(editor, { timeZone: 'Europe/Berlin', now: NOW, services: SERVICES, open: true, ...properties });
  await editor.updateComplete;
  return editor;
}
