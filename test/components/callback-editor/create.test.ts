import { expect } from '@open-wc/testing';
import { eventually } from '../../support/eventually.js';
import type { CallbackCreateRequestEvent } from '../../../src/components/callback-editor/callback-editor.js';
import { button, description, fill, focused, input, listen, press, select, words } from '../../support/find.js';
import { openEditor, SERVICES } from './open-editor.js';

describe('callback-editor: a new callback', () => {
  it('is called Add New Callback and begins with the type', async () => {
    const editor = await openEditor();
    expect(words(editor.shadowRoot?.querySelector('h2'))).to.equal('Add New Callback');
    expect(focused(editor)).to.equal('Callback type');
    expect([...select(editor, 'Callback type').options].map(words)).to.deep.equal(['Immediate', 'Scheduled']);
  });

  it('offers every service and, when there is only one, that one', async () => {
    const several = await openEditor();
    expect([...select(several, 'Service Name').options].map(words)).to.deep.equal([
      'Choose a service',
      'Preview',
      'Confirmed',
    ]);
    expect(select(several, 'Service Name').value).to.equal('');
    const single = await openEditor({ services: SERVICES.slice(0, 1) });
    expect(select(single, 'Service Name').value).to.equal('Preview');
  });

  it('has the placeholders of the parameters', async () => {
    const editor = await openEditor({ knownProperties: ['_email', 'foo', 'bar'] });
    expect(input(editor, 'Customer Number').placeholder).to.equal('Your Callback Number');
    expect(input(editor, 'Urs Virtual Queue').placeholder).to.equal('Optional');
    expect(input(editor, 'Request Queue Time Stat').placeholder).to.equal('Optional');
    for (const name of ['_email', 'foo', 'bar']) expect(input(editor, name).placeholder).to.equal('Parameter Value');
  });

  it('asks for date and time only when it is scheduled, and names their zone', async () => {
    const editor = await openEditor();
    expect(() => input(editor, 'Desired Date')).to.throw();
    await fill(editor, 'Callback type', 'scheduled');
    expect(input(editor, 'Desired Date').value).to.equal('2026-03-09');
    await fill(editor, 'Desired Date', '2026-07-01');
    await fill(editor, 'Available Time Slot', '14:30');
    const help = description(editor, input(editor, 'Available Time Slot'));
    expect(help).to.equal('Any time may be given. Time zone: Europe/Berlin (GMT+2).');
  });

  it('fires callback-create-request with everything but the number, which stands in request', async () => {
    const editor = await openEditor({ knownProperties: ['foo'] });
    const events = listen<CallbackCreateRequestEvent>(document, 'callback-create-request');
    await fill(editor, 'Callback type', 'scheduled');
    await fill(editor, 'Service Name', 'Preview');
    await fill(editor, 'Desired Date', '2026-07-01');
    await fill(editor, 'Available Time Slot', '14:30');
    await fill(editor, 'Customer Number', '5510');
    await fill(editor, 'foo', 'blue');
    await press(editor, 'Continue');
    const desiredTime = Date.UTC(2026, 6, 1, 12, 30);
    expect(events.map(({ detail }) => detail)).to.deep.equal([
      { stage: 'submit', serviceName: 'Preview', desiredTime },
    ]);
    expect(events[0]?.cancelable).to.equal(true);
    expect(editor.request).to.deep.equal({
      mode: 'create',
      request: { serviceName: 'Preview', customerNumber: '5510', desiredTime, properties: { foo: 'blue' } },
    });
    expect(editor.open).to.equal(true);
  });

  it('sends nothing a second time while it is busy', async () => {
    const editor = await openEditor();
    const events = listen(editor, 'callback-create-request');
    await fill(editor, 'Service Name', 'Preview');
    await fill(editor, 'Customer Number', '5510');
    editor.addEventListener('callback-create-request', () => (editor.busy = true));
    await press(editor, 'Continue');
    await press(editor, 'Continue');
    expect(events).to.have.lengthOf(1);
    expect(button(editor, 'Continue').getAttribute('aria-disabled')).to.equal('true');
  });

  it('warns of a service that waits for the customer to confirm', async () => {
    const editor = await openEditor();
    await fill(editor, 'Service Name', 'Preview');
    expect(description(editor, select(editor, 'Service Name'))).to.equal('');
    await fill(editor, 'Service Name', 'Confirmed');
    expect(description(editor, select(editor, 'Service Name'))).to.contain('_wait_for_user_confirm = false');
  });

  it('warns when the virtual queue is given in both places', async () => {
    const editor = await openEditor();
    await fill(editor, 'Service Name', 'Confirmed');
    expect(description(editor, input(editor, 'Urs Virtual Queue'))).to.equal('');
    await fill(editor, 'Urs Virtual Queue', 'VQ_mine');
    expect(description(editor, input(editor, 'Urs Virtual Queue'))).to.contain('VQ_confirmed');
  });

  it('lets people add and remove properties of their own', async () => {
    const editor = await openEditor();
    await press(editor, 'Add property');
    await eventually(() => focused(editor) === 'Parameter Name');
    await fill(editor, 'Parameter Name', 'mood');
    await fill(editor, 'Parameter Value of mood', 'good');
    await press(editor, 'Remove mood');
    expect(() => input(editor, 'Parameter Name')).to.throw();
    expect(focused(editor)).to.equal('Add property');
  });

  it('takes services that arrive after it opened, but never what was entered', async () => {
    const editor = await openEditor({ services: [] });
    editor.services = SERVICES;
    editor.knownProperties = ['foo'];
    await editor.updateComplete;
    expect(input(editor, 'foo').value).to.equal('');
    await fill(editor, 'Customer Number', '5510');
    editor.knownProperties = ['bar'];
    await editor.updateComplete;
    expect(input(editor, 'Customer Number').value).to.equal('5510');
  });

  it('keeps what is chosen and what is wrong when services arrive', async () => {
    const editor = await openEditor();
    await fill(editor, 'Callback type', 'scheduled');
    editor.services = [...SERVICES];
    await editor.updateComplete;
    expect(select(editor, 'Callback type').value).to.equal('scheduled');
    await press(editor, 'Continue');
    editor.services = [...SERVICES];
    await editor.updateComplete;
    expect(select(editor, 'Service Name').getAttribute('aria-invalid')).to.equal('true');
  });
});
