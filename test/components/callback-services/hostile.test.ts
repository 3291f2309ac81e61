import { expect, fixture, html } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import type { CallbackServicesElement } from '../../../src/components/callback-services/define.js';
import '../../../src/components/callback-services/define.js';
import type { ServiceSummary } from '../../../src/domain/service.js';
import { turn } from '../../controllers/support.js';
import { areApart, isClipped, isInside, MANY_WORDS, STACKED, UNBROKEN } from '../../support/hostile.js';
import { words } from '../../support/find.js';

const LINES = 3;

async function openServices(service: ServiceSummary, inlineSize: string): Promise<CallbackServicesElement> {
  const frame = await fixture<HTMLElement>(html`<div><callback-services></callback-services></div>`);
  const page = frame.querySelector('callback-services')!;
  frame.style.inlineSize = inlineSize;
  page.transport = {
    list: () => Promise.resolve({ records: [], services: [], unreadable: [] }),
    describe: () =>
      Promise.resolve({
        services: [service],
        features: { bulkCancelAndExport: true, additionalColumns: true },
        unavailable: {},
        columnAliases: {},
        lookupKeys: [],
      }),
  };
  await turn();
  await page.updateComplete;
  return page;
}

function all(page: CallbackServicesElement, selector: string): readonly HTMLElement[] {
  return [...(page.shadowRoot?.querySelectorAll<HTMLElement>(selector) ?? [])];
}

function one(page: CallbackServicesElement, selector: string): HTMLElement {
  const found = all(page, selector)[0];
  if (found === undefined) throw new Error(`Failed to find ${selector}: the page has none.`);
  return found;
}

describe('callback-services: texts of any length', () => {
  for (const [kind, text] of Object.entries({ unbroken: UNBROKEN, words: MANY_WORDS })) {
    for (const inlineSize of ['1200px', '376px']) {
      it(`stays in its width and near its height (${kind}, ${inlineSize})`, async () => {
        const page = await openServices({ name: text, groups: [text], virtualQueue: text }, inlineSize);
        expect(page.scrollWidth).to.be.at.most(page.clientWidth);
        for (const each of all(page, '.head, h3, .service, .facts, .count'))
          expect(isInside(each, page)).to.equal(true);
        expect(page.getBoundingClientRect().height).to.be.below(400);
        for (const each of all(page, '.clip')) {
          const line = Number.parseFloat(getComputedStyle(each).lineHeight);
          expect(each.getBoundingClientRect().height).to.be.at.most(line * LINES + 1);
        }
      });
    }
  }

  it('shows the whole text at the press of a key, and its first lines again at the next', async () => {
    const page = await openServices({ name: 'sales', groups: [], virtualQueue: MANY_WORDS }, '600px');
    const button = one(page, '.fact .long');
    const text = one(page, '.fact .clip');
    const before = text.getBoundingClientRect().height;
    button.focus();
    await sendKeys({ press: 'Enter' });
    expect(button.ariaExpanded).to.equal('true');
    expect(text.getBoundingClientRect().height).to.be.at.least(text.scrollHeight - 1);
    expect(text.getBoundingClientRect().height).to.be.above(before * 5);
    expect(isInside(text, page)).to.equal(true);
    expect(words(text)).to.equal(MANY_WORDS.trim());
    await sendKeys({ press: 'Enter' });
    expect(text.getBoundingClientRect().height).to.equal(before);
  });

  it('needs no button for a text that fits', async () => {
    const page = await openServices({ name: 'sales', groups: ['Care'], virtualQueue: 'VQ_Sales' }, '600px');
    expect(all(page, '.long')).to.have.lengthOf(0);
  });

  it('paints stacked marks over nobody else’s line', async () => {
    const page = await openServices({ name: STACKED, groups: [STACKED], virtualQueue: STACKED }, '376px');
    const clips = all(page, '.clip');
    expect(clips).to.have.lengthOf(3);
    for (const clip of clips) expect(isClipped(clip)).to.equal(true);
    expect(areApart(clips[0]!, clips[1]!)).to.equal(true);
    expect(areApart(clips[1]!, clips[2]!)).to.equal(true);
  });
});
