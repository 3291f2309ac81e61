import { expect } from '@open-wc/testing';
import { eventually } from '../../support/eventually.js';
import '../../../src/translations/de.js';
import { description, fill, input, press, select, words } from '../../support/find.js';
import { makeRecord, NOW } from '../../support/records.js';
import { openEditor } from './open-editor.js';
import { openNew, openPicker, settled, weekdays } from './open-picker.js';

const HOUR = 3_600_000;

function clocks(editor: Element): string {
  return words(editor.shadowRoot?.querySelector('.clocks dl'));
}

describe('callback-editor: clocks', () => {
  it('show the chosen time where the customer is, on this page, and in UTC', async () => {
    const record = makeRecord({ customerNumber: '+12125550177', desiredTime: NOW + 4 * HOUR });
    const { editor } = await openPicker(weekdays, { mode: 'edit', record });
    await eventually(() => clocks(editor).includes('New York'));
    expect(clocks(editor)).to.equal(
      'Customer 09:00 America/New York, GMT-4 This page 14:00 Europe/Berlin, GMT+1 UTC 13:00',
    );
    expect([...select(editor, 'Times shown in').options].map(words)).to.deep.equal([
      'Customer (America/New York)',
      'This page (Europe/Berlin)',
      'UTC',
    ]);
  });

  it('warn when it is night where the customer is', async () => {
    const record = makeRecord({ customerNumber: '+12125550177', desiredTime: NOW + 2 * HOUR });
    const { editor } = await openPicker(weekdays, { mode: 'edit', record });
    const night = (): string => words(editor.shadowRoot?.querySelector('.clocks .note'));
    await eventually(() => night() !== '');
    expect(night()).to.equal('It is 07:00 then where the customer is.');
    await press(editor, '13:00 3 left');
    expect(night()).to.equal('');
  });

  it('show nothing before a time is chosen', async () => {
    const { editor } = await openNew(weekdays);
    expect(clocks(editor)).to.equal('This page – Europe/Berlin UTC –');
  });

  it('name the day where it is another one than that of the chosen clock', async () => {
    const { editor } = await openNew(weekdays, { timeZone: 'Pacific/Auckland' });
    await fill(editor, 'Desired Date', '2026-03-10');
    await settled(editor);
    await press(editor, '01:30 3 left');
    expect(clocks(editor)).to.equal('This page 01:30 Pacific/Auckland, GMT+13 UTC Mon, Mar 9, 12:30');
  });

  for (const [name, day] of [
    ['exists twice', '2026-10-25'],
    ['is skipped', '2026-03-29'],
  ] as const) {
    it(`do not turn a typed time that ${name} into another one`, async () => {
      const { editor } = await openPicker(() => ({ unavailable: 'No slots here.' }));
      await fill(editor, 'Callback type', 'scheduled');
      await fill(editor, 'Service Name', 'Preview');
      await fill(editor, 'Desired Date', day);
      await fill(editor, 'Available Time Slot', '02:30');
      await fill(editor, 'Times shown in', 'UTC');
      await fill(editor, 'Times shown in', 'Europe/Berlin');
      await settled(editor);
      expect(input(editor, 'Available Time Slot').value).to.equal('');
      await fill(editor, 'Customer Number', '5510');
      await press(editor, 'Continue');
      expect(editor.request).to.equal(undefined);
    });
  }

  it('change by whose clock date and slots are shown; the instant stays', async () => {
    const { editor } = await openNew(weekdays);
    await press(editor, '13:00 3 left');
    await fill(editor, 'Times shown in', 'UTC');
    await settled(editor);
    expect(input(editor, '12:00 3 left').checked).to.equal(true);
    expect(select(editor, 'Times shown in').value).to.equal('UTC');
    await fill(editor, 'Customer Number', '5510');
    await press(editor, 'Continue');
    expect(editor.request).to.have.nested.property('request.desiredTime', NOW + 3 * HOUR);
  });

  it('are named alike wherever a zone is named', async () => {
    const editor = await openEditor({ timeZone: 'Asia/Calcutta' });
    await fill(editor, 'Callback type', 'scheduled');
    expect(clocks(editor)).to.contain('Asia/Kolkata');
    expect(select(editor, 'Times shown in').options[0]?.label).to.equal('This page (Asia/Kolkata)');
    expect(description(editor, input(editor, 'Available Time Slot'))).to.contain('Time zone: Asia/Kolkata');
  });

  it('say in German how long it is until then, with one full stop', async () => {
    const { editor } = await openNew(weekdays);
    await press(editor, '13:30 3 left');
    editor.lang = 'de';
    await settled(editor);
    expect(words(editor.shadowRoot?.querySelector('.clock-faces'))).to.match(/In 3 Std\. 30 Min\.$/);
  });

  it("say how long it is until then by the server's clock", async () => {
    const { editor } = await openNew(weekdays);
    await press(editor, '13:30 3 left');
    expect(words(editor.shadowRoot?.querySelector('.clock-faces'))).to.contain('In 3 hr 30 min.');
    editor.now = NOW + HOUR;
    await settled(editor);
    expect(words(editor.shadowRoot?.querySelector('.clock-faces'))).to.contain('In 2 hr 30 min.');
  });
});
