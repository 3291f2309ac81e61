import { expect } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import type { CallbackEditorElement } from '../../../src/components/callback-editor/callback-editor.js';
import type { ServiceSummary } from '../../../src/domain/service.js';
import { description, fill, focused, input, listen, press, select, words } from '../../support/find.js';
import { openEditor } from './open-editor.js';

/** So many services that they are searched. */
const MANY: readonly ServiceSummary[] = Array.from({ length: 40 }, (_, at) => ({
  name: `Service ${at}`,
  groups: [],
  ...(at === 7 && { waitsForUserConfirm: true, virtualQueue: 'VQ_7' }),
}));

function listed(editor: Element): string[] {
  return [...editor.shadowRoot!.querySelectorAll('[role=option]')].map(words);
}

async function keys(editor: CallbackEditorElement, ...presses: readonly string[]): Promise<void> {
  for (const key of presses) {
    await sendKeys({ press: key });
    await editor.updateComplete;
  }
}

async function search(editor: CallbackEditorElement, text: string): Promise<void> {
  input(editor, 'Service Name').focus();
  await sendKeys({ type: text });
  await editor.updateComplete;
}

describe('callback-editor: many services', () => {
  it('are searched from the thirteenth on', async () => {
    expect(select(await openEditor({ services: MANY.slice(0, 12) }), 'Service Name').options).to.have.lengthOf(13);
    const searched = input(await openEditor({ services: MANY.slice(0, 13) }), 'Service Name');
    expect(searched.getAttribute('role')).to.equal('combobox');
  });

  it('are found by a part of the name, and chosen by keys alone', async () => {
    const editor = await openEditor({ services: MANY });
    await search(editor, '39');
    expect(listed(editor)).to.deep.equal(['Service 39']);
    await keys(editor, 'ArrowDown', 'Enter');
    await fill(editor, 'Customer Number', '5510');
    await press(editor, 'Continue');
    expect(editor.request).to.have.nested.property('request.serviceName', 'Service 39');
  });

  it('are listed until Esc, which leaves the dialog open', async () => {
    const editor = await openEditor({ services: MANY });
    await search(editor, 'Service');
    await keys(editor, 'Escape');
    expect(listed(editor)).to.deep.equal([]);
    expect(editor.open).to.equal(true);
    expect(focused(editor)).to.equal('Service Name');
  });

  it('do not send the form by the Enter that chooses one', async () => {
    const editor = await openEditor({ services: MANY });
    const events = listen(editor, 'callback-create-request');
    await fill(editor, 'Customer Number', '5510');
    await search(editor, 'service 3');
    await keys(editor, 'ArrowDown', 'Enter');
    expect(events).to.have.lengthOf(0);
    await keys(editor, 'Enter');
    expect(events).to.have.lengthOf(1);
  });

  it('are the only ones: another text is a problem', async () => {
    const editor = await openEditor({ services: MANY });
    await search(editor, 'Service 400');
    await keys(editor, 'Tab');
    await press(editor, 'Continue');
    expect(description(editor, input(editor, 'Service Name'))).to.contain('There is no such service');
    expect(editor.request).to.equal(undefined);
  });

  it('may be written without their capitals', async () => {
    const editor = await openEditor({ services: MANY });
    await search(editor, 'service 8');
    await keys(editor, 'Tab');
    expect(input(editor, 'Service Name').value).to.equal('Service 8');
  });

  it('have the same hints as few', async () => {
    const editor = await openEditor({ services: MANY });
    await fill(editor, 'Service Name', 'Service 7');
    expect(description(editor, input(editor, 'Service Name'))).to.contain('_wait_for_user_confirm = false');
    await fill(editor, 'Urs Virtual Queue', 'VQ');
    expect(description(editor, input(editor, 'Urs Virtual Queue'))).to.contain('VQ_7');
  });

  it('are accessible, open and closed', async () => {
    const editor = await openEditor({ services: MANY });
    await expect(editor).to.be.accessible();
    await search(editor, 'Service');
    await expect(editor).to.be.accessible();
  });
});
