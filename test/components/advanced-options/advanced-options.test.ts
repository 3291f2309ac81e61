import { expect, fixture, html } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import type { AdvancedOptionsElement, OptionsChangeEvent } from '../../../src/components/advanced-options/define.js';
import { defaultAdvancedOptions } from '../../../src/components/advanced-options/define.js';
import { description, fill, focused, input, listen, press, words } from '../../support/find.js';

const services = [
  { name: 'Preview', groups: [] },
  { name: 'BookedAdvisor', groups: [] },
];

async function openOptions(properties: Partial<AdvancedOptionsElement> = {}): Promise<AdvancedOptionsElement> {
  const element = await fixture<AdvancedOptionsElement>(html`<advanced-options></advanced-options>`);
  Object.assign(element, { services, open: true, ...properties });
  await element.updateComplete;
  return element;
}

function choices(element: Element, type: 'checkbox' | 'radio'): readonly string[] {
  const found = element.shadowRoot?.querySelectorAll<HTMLInputElement>(`fieldset input[type=${type}]`) ?? [];
  return [...found].map((each) => words(each.labels?.[0]));
}

describe('advanced-options', () => {
  it('has the sections and lists of the seed; PAUSED comes last', async () => {
    const element = await openOptions();
    expect(words(element.shadowRoot?.querySelector('h2'))).to.equal('Advanced Options');
    expect(words(element.shadowRoot?.querySelector('h3'))).to.equal('Filter Table by States and Service');
    expect(choices(element, 'checkbox')).to.deep.equal([
      'SCHEDULED',
      'QUEUED',
      'ROUTING',
      'PROCESSING',
      'COMPLETED',
      'PAUSED',
    ]);
    expect(choices(element, 'radio')).to.deep.equal(['All services', 'Preview', 'BookedAdvisor']);
    expect(input(element, 'Max # of Callbacks per Service').value).to.equal('500');
    expect(input(element, 'Include Service ID column').checked).to.equal(false);
  });

  it('shows the options it is given', async () => {
    const options = { states: ['QUEUED'], services: ['Preview'], maximumPerService: 9, serviceIdColumn: true } as const;
    const element = await openOptions({ options });
    expect(input(element, 'QUEUED').checked).to.equal(true);
    expect(input(element, 'SCHEDULED').checked).to.equal(false);
    expect(input(element, 'Preview').checked).to.equal(true);
    expect(input(element, 'Max # of Callbacks per Service').value).to.equal('9');
    expect(input(element, 'Include Service ID column').checked).to.equal(true);
  });

  it('keeps a chosen service choosable when the server does not name it now', async () => {
    const element = await openOptions({ options: { ...defaultAdvancedOptions, services: ['Gone'] } });
    expect(input(element, 'Gone').checked).to.equal(true);
  });

  it('keeps several services, which only the page can set, until the person chooses another', async () => {
    const options = { ...defaultAdvancedOptions, services: ['Preview', 'BookedAdvisor', 'Gone'] };
    const element = await openOptions({ options });
    expect(choices(element, 'radio')).to.deep.equal([
      'All services',
      '3 services (set by this page)',
      'Preview',
      'BookedAdvisor',
    ]);
    expect(input(element, '3 services (set by this page)').checked).to.equal(true);
    await press(element, 'PAUSED');
    await press(element, 'Save');
    expect(element.options.services).to.deep.equal(options.services);
    element.open = true;
    await element.updateComplete;
    await press(element, 'Preview');
    expect(input(element, '3 services (set by this page)').checked).to.equal(false);
    await press(element, 'Save');
    expect(element.options.services).to.deep.equal(['Preview']);
  });

  it('saves: sets options, tells its owner the complete value, closes', async () => {
    const element = await openOptions();
    const changes = listen<OptionsChangeEvent>(element, 'options-change');
    const closes = listen(element, 'options-close');
    await press(element, 'PAUSED');
    await press(element, 'QUEUED');
    await press(element, 'Preview');
    await press(element, 'BookedAdvisor');
    await press(element, 'Include Service ID column');
    await fill(element, 'Max # of Callbacks per Service', '1000');
    await press(element, 'Save');
    const options = {
      states: ['QUEUED', 'PAUSED'],
      services: ['BookedAdvisor'],
      maximumPerService: 1000,
      serviceIdColumn: true,
    };
    expect(changes.map(({ detail }) => detail)).to.deep.equal([{ options }]);
    expect(element.options).to.deep.equal(options);
    expect(element.open).to.equal(false);
    expect(closes).to.have.lengthOf(1);
  });

  it('means every state when none is checked', async () => {
    const element = await openOptions({ options: { ...defaultAdvancedOptions, states: ['QUEUED'] } });
    await press(element, 'QUEUED');
    await press(element, 'Save');
    expect(element.options.states).to.deep.equal([]);
  });

  it('keeps the options when it is closed without saving, and forgets what was chosen', async () => {
    const element = await openOptions();
    const changes = listen(element, 'options-change');
    await press(element, 'QUEUED');
    await sendKeys({ press: 'Escape' });
    await element.updateComplete;
    expect(element.open).to.equal(false);
    expect(element.options).to.equal(defaultAdvancedOptions);
    expect(changes).to.have.lengthOf(0);
    element.open = true;
    await element.updateComplete;
    expect(input(element, 'QUEUED').checked).to.equal(false);
  });

  it('refuses a maximum that cannot be, beside the field, which takes the focus', async () => {
    const element = await openOptions();
    const changes = listen(element, 'options-change');
    await fill(element, 'Max # of Callbacks per Service', '100001');
    await press(element, 'Save');
    await element.updateComplete;
    const field = input(element, 'Max # of Callbacks per Service');
    expect(field.getAttribute('aria-invalid')).to.equal('true');
    expect(description(element, field)).to.contain('Give a number up to 100,000.');
    expect(field.value).to.equal('100001');
    expect(focused(element)).to.equal('Max # of Callbacks per Service');
    expect(element.open).to.equal(true);
    expect(changes).to.have.lengthOf(0);
  });

  it('fires nothing when its properties are set', async () => {
    const element = await openOptions();
    const events = [listen(element, 'options-change'), listen(element, 'options-close')];
    element.options = { ...defaultAdvancedOptions, maximumPerService: 1 };
    element.open = false;
    await element.updateComplete;
    expect(events.flat()).to.have.lengthOf(0);
  });

  it('saves with Enter from the number, and services are chosen with the arrow keys', async () => {
    const element = await openOptions();
    input(element, 'All services').focus();
    await sendKeys({ press: 'ArrowDown' });
    input(element, 'Max # of Callbacks per Service').focus();
    await sendKeys({ press: 'Enter' });
    expect(element.options.services).to.deep.equal(['Preview']);
    expect(element.open).to.equal(false);
  });
});

for (const scheme of ['light', 'dark']) {
  describe(`advanced-options: accessible, ${scheme}`, () => {
    before(() => document.documentElement.style.setProperty('color-scheme', scheme));
    after(() => document.documentElement.style.removeProperty('color-scheme'));

    it('as it opens', async () => {
      await expect(await openOptions()).to.be.accessible();
    });

    it('with many services and a problem', async () => {
      const many = Array.from({ length: 40 }, (_, index) => ({ name: `Service ${index}`, groups: [] }));
      const element = await openOptions({ services: many });
      await fill(element, 'Max # of Callbacks per Service', '');
      await press(element, 'Save');
      await element.updateComplete;
      await expect(element).to.be.accessible();
    });
  });
}
