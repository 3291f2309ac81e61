import { expect, fixture, html } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import type { CallbackServicesElement } from '../../../src/components/callback-services/define.js';
import '../../../src/components/callback-services/define.js';
import { groupServices } from '../../../src/components/callback-services/callback-services.groups.js';
import { CallbackError } from '../../../src/domain/errors.js';
import type { ServiceSummary } from '../../../src/domain/service.js';
import type { CallbackTransport, TransportDescription } from '../../../src/transport/callback-transport.js';
import { HandMethod, turn } from '../../controllers/support.js';
import { fill, hasButton, input, press, words } from '../../support/find.js';

const SERVICES: readonly ServiceSummary[] = [
  { name: 'callback-support', groups: ['Customer Care'], virtualQueue: 'VQ_Support' },
  { name: 'callback-premium', groups: ['Customer Care', 'Sales'], waitsForUserConfirm: true },
  { name: 'callback-alone', groups: [] },
];

class DescribedServer implements CallbackTransport {
  readonly descriptions = new HandMethod<TransportDescription>();
  readonly describe = this.descriptions.method;
  readonly list = () => Promise.resolve({ records: [], services: [], unreadable: [] });
}

function description(services = SERVICES): TransportDescription {
  const features = { bulkCancelAndExport: true, additionalColumns: true };
  return { services, features, unavailable: {}, columnAliases: {}, lookupKeys: [] };
}

async function settle(page: CallbackServicesElement): Promise<void> {
  await turn();
  await page.updateComplete;
}

async function openServices(): Promise<{ page: CallbackServicesElement; server: DescribedServer }> {
  const page = await fixture<CallbackServicesElement>(html`<callback-services></callback-services>`);
  const server = new DescribedServer();
  page.transport = server;
  await settle(page);
  return { page, server };
}

async function openDescribed(services = SERVICES): Promise<CallbackServicesElement> {
  const { page, server } = await openServices();
  server.descriptions.call(0).resolve(description(services));
  await settle(page);
  return page;
}

function groups(page: CallbackServicesElement): readonly (readonly [string, readonly string[]])[] {
  return [...(page.shadowRoot?.querySelectorAll('[part="group"]') ?? [])].map((group) => [
    words(group.querySelector('h3 bdi')),
    [...group.querySelectorAll('.name')].map(words),
  ]);
}

const text = (page: CallbackServicesElement): string => words(page.shadowRoot);

describe('callback-services', () => {
  it('is idle without a server', async () => {
    const page = await fixture<CallbackServicesElement>(html`<callback-services></callback-services>`);
    expect(text(page)).to.contain('No server is connected yet, so there are no services to show.');
  });

  it('shows the services by virtual group, those in none at the end, and why they are not changed here', async () => {
    const page = await openDescribed();
    expect(groups(page)).to.deep.equal([
      ['Customer Care', ['callback-premium', 'callback-support']],
      ['Sales', ['callback-premium']],
      ['In no group', ['callback-alone']],
    ]);
    expect(words(page.shadowRoot?.querySelector('h2'))).to.equal('Configured Services3 services');
    expect(text(page)).to.contain('This server offers no service administration');
    expect(text(page)).to.contain('Virtual queue VQ_Support');
    expect(text(page)).to.contain('Waits for the customer to confirm');
  });

  it('finds services and groups by a part of their name', async () => {
    const page = await openDescribed();
    expect(input(page, 'Search Items').placeholder).to.equal('Search Items');
    await fill(page, 'Search Items', 'SALES');
    expect(groups(page)).to.deep.equal([['Sales', ['callback-premium']]]);
    await fill(page, 'Search Items', 'nothing');
    expect(words(page.shadowRoot?.querySelector('[part="empty"]'))).to.equal('No services found');
  });

  it('says so when the server has none', async () => {
    expect(text(await openDescribed([]))).to.contain('No services found');
  });

  it('says so while it is loading', async () => {
    const { page } = await openServices();
    expect(text(page)).to.contain('Loading services');
  });

  it('tells a failure and asks again when it is pressed', async () => {
    const { page, server } = await openServices();
    server.descriptions.call(0).reject(new CallbackError('offline', 'Failed to describe the server: no connection.'));
    await settle(page);
    expect(text(page)).to.contain('The server cannot be reached.');
    await press(page, 'Try again');
    server.descriptions.call(1).resolve(description());
    await settle(page);
    expect(hasButton(page, 'Try again')).to.equal(false);
    expect(groups(page)).to.have.lengthOf(3);
  });

  it('says so when a transport does not describe its server', async () => {
    const { page } = await openServices();
    page.transport = { list: () => Promise.resolve({ records: [], services: [], unreadable: [] }) };
    await settle(page);
    expect(text(page)).to.contain('This server does not tell which services it has.');
  });

  it('drops what a server says that is no longer connected', async () => {
    const { page, server } = await openServices();
    page.transport = undefined;
    await settle(page);
    server.descriptions.call(0).resolve(description());
    await settle(page);
    expect(groups(page)).to.have.lengthOf(0);
  });

  for (const nothing of [undefined, null, '']) {
    it(`is idle with ${JSON.stringify(nothing)} as its base-url, and with no transport`, async () => {
      const { page } = await openServices();
      Object.assign(page, { transport: null, baseUrl: nothing });
      await settle(page);
      expect(text(page)).to.contain('No server is connected yet');
    });
  }

  it('shows hostile names as text', async () => {
    const name = '<img src=x onerror=alert(1)>';
    const page = await openDescribed([{ name, groups: ['"><script>'] }]);
    expect(groups(page)).to.deep.equal([['"><script>', [name]]]);
    expect(page.shadowRoot?.querySelector('img, script')).to.equal(null);
  });

  it('takes real keys in its search', async () => {
    const page = await openDescribed();
    input(page, 'Search Items').focus();
    await sendKeys({ type: 'alone' });
    await page.updateComplete;
    expect(groups(page)).to.deep.equal([['In no group', ['callback-alone']]]);
  });
});

for (const scheme of ['light', 'dark']) {
  describe(`callback-services: accessible, ${scheme}`, () => {
    before(() => {
      document.documentElement.style.colorScheme = scheme;
      document.documentElement.style.background = 'Canvas';
    });
    after(() => document.documentElement.removeAttribute('style'));

    it('services', async () => {
      await expect(await openDescribed()).to.be.accessible();
    });

    it('none found', async () => {
      await expect(await openDescribed([])).to.be.accessible();
    });

    it('a failure', async () => {
      const { page, server } = await openServices();
      server.descriptions.call(0).reject(new CallbackError('forbidden', 'Failed to describe the server: 403.'));
      await settle(page);
      await expect(page).to.be.accessible();
    });
  });
}

describe('groupServices', () => {
  it('puts a service into each of its groups and sorts both by name', () => {
    expect(groupServices(SERVICES, '').map(({ name }) => name)).to.deep.equal(['Customer Care', 'Sales', undefined]);
  });

  it('keeps every member of a group that is found by its own name', () => {
    expect(groupServices(SERVICES, 'care')[0]?.services).to.have.lengthOf(2);
  });
});
