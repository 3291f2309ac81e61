import { expect } from '@open-wc/testing';
import '../../../src/translations/de.js';
import type { CallbackEditorElement } from '../../../src/components/callback-editor/callback-editor.js';
import { CallbackError } from '../../../src/domain/errors.js';
import { press } from '../../support/find.js';
import { makeRecord, NOW } from '../../support/records.js';
import { always, openNew, openPicker, settled, weekdays } from './open-picker.js';

const failed = new CallbackError('timeout', 'Failed to ask: no answer.');
const refused = new CallbackError('invalid', 'Failed to create: no slot.', {
  availability: new Map([[NOW + 3_600_000, 1]]),
});

const states: Readonly<Record<string, () => Promise<CallbackEditorElement>>> = {
  'slots, one of them chosen': async () => {
    const { editor } = await openNew(weekdays);
    await press(editor, '11:00 last place');
    return editor;
  },
  'a day on which every place is taken': async () => {
    const { editor } = await openNew((question) => {
      const { answer } = weekdays(question);
      return { answer: { ...answer, slots: answer.slots.map((slot) => ({ ...slot, free: 0 })) } };
    });
    return editor;
  },
  'no time chosen on Continue': async () => {
    const { editor } = await openNew(weekdays);
    await press(editor, 'Continue');
    return editor;
  },
  'slots to come': async () => (await openNew(() => ({ loading: true }))).editor,
  'slots that could not be had': async () => (await openNew(() => ({ problem: failed }))).editor,
  'a free time': async () => (await openNew(always)).editor,
  'a refusal with proposals': async () => {
    const { editor } = await openNew(weekdays);
    editor.problem = refused;
    await settled(editor);
    return editor;
  },
  'the slot that a callback has, at night for the customer': async () => {
    const record = makeRecord({ desiredTime: NOW + 3_600_000 });
    return (await openPicker(weekdays, { mode: 'edit', record, timeZone: 'Asia/Kolkata' })).editor;
  },
  'in German, from right to left': async () => {
    const { editor } = await openNew(weekdays);
    editor.lang = 'de';
    editor.dir = 'rtl';
    await settled(editor);
    return editor;
  },
};

for (const scheme of ['light', 'dark']) {
  describe(`callback-editor: the slot picker is accessible, ${scheme}`, () => {
    before(() => document.documentElement.style.setProperty('color-scheme', scheme));
    after(() => document.documentElement.style.removeProperty('color-scheme'));

    for (const [name, open] of Object.entries(states)) {
      it(name, async () => {
        await expect(await open()).to.be.accessible();
      });
    }
  });
}
