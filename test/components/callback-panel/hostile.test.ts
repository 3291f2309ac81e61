import { expect } from '@open-wc/testing';
import type { CallbackPanelElement } from '../../../src/components/callback-panel/define.js';
import '../../../src/translations/de.js';
import { CallbackError } from '../../../src/domain/errors.js';
import { isInside, MANY_WORDS, TURNED } from '../../support/hostile.js';
import { words } from '../../support/find.js';
import { makeRecord } from '../../support/records.js';
import { answerList, openListed, openPanel, partWords, settle } from './open-panel.js';

const TWENTY = Array.from({ length: 20 }, (_, index) => `callback-region-${String(index + 1).padStart(2, '0')}`);

async function openAtLimit(services: readonly string[], lang = 'en'): Promise<CallbackPanelElement> {
  const { panel, server } = await openPanel({ lang });
  panel.view = { ...panel.view, options: { ...panel.view.options, maximumPerService: 1 } };
  await settle(panel);
  const records = services.map((serviceName, index) => makeRecord({ id: String(index), serviceName }));
  await answerList(panel, server, records, { services });
  return panel;
}

function details(panel: CallbackPanelElement): HTMLDetailsElement | undefined {
  return panel.shadowRoot?.querySelector('details') ?? undefined;
}

describe('callback-panel: the note about the maximum', () => {
  it('names three services, counts the others, and lists all of them on demand', async () => {
    const panel = await openAtLimit(TWENTY);
    expect(partWords(panel, 'notes')).to.contain(
      'callback-region-01, callback-region-02, callback-region-03 and 17 more have reached the maximum of 1',
    );
    const list = details(panel)!;
    expect(words(list.querySelector('summary'))).to.equal('All 20 services');
    expect(list.querySelector('ul')!.checkVisibility()).to.equal(false);
    list.querySelector('summary')!.click();
    expect(list.querySelector('ul')!.checkVisibility()).to.equal(true);
    expect([...list.querySelectorAll('li')].map(words)).to.deep.equal(TWENTY);
  });

  it('does so in German', async () => {
    const panel = await openAtLimit(TWENTY, 'de');
    expect(partWords(panel, 'notes')).to.contain(
      'callback-region-01, callback-region-02, callback-region-03 und 17 weitere haben die Höchstzahl von 1',
    );
    expect(words(details(panel)!.querySelector('summary'))).to.equal('Alle 20 Services');
  });

  it('names three in full and has no list', async () => {
    const panel = await openAtLimit(TWENTY.slice(0, 3));
    expect(partWords(panel, 'notes')).to.contain('callback-region-01, callback-region-02, callback-region-03 have');
    expect(details(panel)).to.equal(undefined);
  });

  it('cuts a name that does not end, and keeps the direction of another to itself', async () => {
    const panel = await openAtLimit([MANY_WORDS.trim(), TURNED]);
    const note = partWords(panel, 'notes');
    expect(note).to.contain('many words many words many words many wo…');
    expect(note).to.contain('\u2068\u202Egnillib \u2067\u2069\u2069 have reached');
    expect(details(panel)!.querySelector('li')!.textContent).to.equal(MANY_WORDS.trim());
  });
});

describe('callback-panel: what the server says', () => {
  it('takes a few lines, however long it is', async () => {
    const { panel, server } = await openListed();
    void panel.refresh();
    await settle(panel);
    server.lists.call(1).reject(
      new CallbackError('server-error', 'Failed to list callbacks: it broke. Try again.', {
        serverMessage: MANY_WORDS,
      }),
    );
    await settle(panel);
    const table = panel.shadowRoot!.querySelector('callback-table')!;
    const banner = table.shadowRoot!.querySelector('[part="problem"]')!;
    expect(words(banner)).to.contain('many words many words');
    expect(banner.getBoundingClientRect().height).to.be.below(160);
    expect(isInside(banner.querySelector('.clip')!, banner)).to.equal(true);
  });
});
