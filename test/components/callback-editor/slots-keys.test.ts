import { expect } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import type { CallbackEditorElement } from '../../../src/components/callback-editor/callback-editor.js';
import { focused, input, press } from '../../support/find.js';
import { NOW } from '../../support/records.js';
import { openNew, openPicker, settled, weekdays } from './open-picker.js';
import { makeRecord } from '../../support/records.js';

async function key(editor: CallbackEditorElement, name: string): Promise<void> {
  await sendKeys({ press: name });
  await settled(editor);
}

describe('callback-editor: slots by keys', () => {
  it('are chosen by arrows, which leave out the full ones, by the ends and by the hour', async () => {
    const { editor } = await openNew(weekdays);
    await press(editor, '10:30 3 left');
    input(editor, '10:30 3 left').focus();
    const walk = [
      ['ArrowRight', '11:00 last place'],
      ['ArrowDown', '11:30 3 left'],
      ['ArrowDown', '12:30 3 left'],
      ['ArrowUp', '11:30 3 left'],
      ['End', '15:30 3 left'],
      ['Home', '10:30 3 left'],
      ['PageDown', '11:00 last place'],
      ['PageDown', '12:30 3 left'],
      ['PageDown', '13:00 3 left'],
      ['PageUp', '12:30 3 left'],
    ] as const;
    for (const [name, slot] of walk) {
      await key(editor, name);
      expect(focused(editor), name).to.equal(slot);
      expect(input(editor, slot).checked, name).to.equal(true);
    }
  });

  it('come after the month and its date, and lead on to the clocks', async () => {
    const { editor } = await openNew(weekdays);
    input(editor, 'Desired Date').focus();
    const stops = new Set<string>();
    while (!stops.has('Times shown in') && stops.size < 20) {
      await key(editor, 'Tab');
      stops.add(focused(editor).replace(/\s+/g, ' '));
    }
    expect([...stops].filter((stop) => /Next free|10:30|Next month|Monday|Times/.test(stop))).to.deep.equal([
      'Next month',
      'Monday, March 9, 2026: 28 places left',
      'Next free: Mon, Mar 9, 10:30',
      '10:30 3 left',
      'Times shown in',
    ]);
  });

  it('are in view when they are shown with one chosen, and the dialog does not scroll for it', async () => {
    const record = makeRecord({ desiredTime: NOW + 5.5 * 3_600_000 });
    const { editor } = await openPicker(weekdays, { mode: 'edit', record });
    const list = editor.shadowRoot?.querySelector('.slots')?.getBoundingClientRect();
    const chip = editor.shadowRoot?.querySelector('.chip:has(:checked)')?.getBoundingClientRect();
    expect(chip?.bottom).to.be.at.most(list?.bottom ?? 0);
    expect(editor.shadowRoot?.querySelector('.dialog-body')?.scrollTop).to.equal(0);
  });
});
