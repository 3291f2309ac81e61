import '../src/components/callback-panel/define.js';
import '../src/components/callback-services/define.js';
import { CallbackPanelElement } from '../src/components/callback-panel/callback-panel.js';
import type { CallbackServicesElement } from '../src/components/callback-services/callback-services.js';
import '../src/translations/de.js';
import { connectClockStrip, tellInStrip } from './clock-strip.js';
import { startDemoMock } from './mock.js';
import type { DemoMock } from './mock.js';
import { addressOf, readParameters } from './parameters.js';
import type { Parameters } from './parameters.js';
import { connectScenarioChooser } from './scenario-chooser.js';
import { connectScenarioFiles } from './scenario-files.js';
import { connectSchemeSwitch } from './scheme.js';

const TITLES = { callbacks: 'Callback', services: 'Services' } as const;

const strip = document.querySelector<HTMLElement>('.mock');
const page = document.querySelector<HTMLElement>('#page');
const heading = document.querySelector<HTMLElement>('#heading');
const scheme = document.querySelector<HTMLSelectElement>('#scheme');
if (strip === null || page === null || heading === null || scheme === null) {
  throw new Error('Failed to run the demo: its page is not complete.');
}

const parameters = readParameters(location.search, CallbackPanelElement.observedAttributes);
connectSchemeSwitch(scheme);
const tell = (note: string): void => tellInStrip(strip, note);

const mock = await startDemoMock(parameters.mock, tell);
const { configuration, transport } = await portalOf(mock);
const panel = panelElement();
const services = servicesElement();
tell(noteAbout(parameters, mock));
connectClockStrip(strip, mock, () => void panel.refresh());
connectScenarioChooser(strip, mock.engine);
connectScenarioFiles(strip, mock.engine, { tell, opened: () => void connectAnew() });
show(parameters.panel);

for (const link of document.querySelectorAll<HTMLAnchorElement>('[data-panel]')) {
  link.addEventListener('click', (event) => {
    if (event.metaKey || event.ctrlKey || event.shiftKey) return;
    event.preventDefault();
    const chosen = link.dataset.panel === 'services' ? 'services' : 'callbacks';
    history.pushState(null, '', addressOf({ panel: chosen }, location.search));
    show(chosen);
  });
}
addEventListener('popstate', () => show(readParameters(location.search, []).panel));

/** What this portal gives our elements: a way to its server, and what it knows of its own callbacks. */
async function portalOf(server: DemoMock): Promise<Pick<CallbackPanelElement, 'configuration' | 'transport'>> {
  const own = await server.connect();
  const description = await own.describe?.();
  return {
    transport: parameters.attributes.has('base-url') ? undefined : own,
    configuration: { knownProperties: ['_email', ...Object.keys(description?.columnAliases ?? {})] },
  };
}

/** Another mock may have other services and other keys. */
async function connectAnew(): Promise<void> {
  const portal = await portalOf(mock);
  Object.assign(panel, portal);
  services.transport = portal.transport;
  await panel.refresh();
}

function panelElement(): CallbackPanelElement {
  const element = document.createElement('callback-panel');
  element.setAttribute('refresh-interval', '5');
  for (const [name, value] of parameters.attributes) element.setAttribute(name, value);
  element.configuration = configuration;
  element.transport = transport;
  return element;
}

function servicesElement(): CallbackServicesElement {
  const element = document.createElement('callback-services');
  const baseUrl = parameters.attributes.get('base-url');
  if (baseUrl !== undefined) element.setAttribute('base-url', baseUrl);
  element.transport = transport;
  return element;
}

function show(name: Parameters['panel']): void {
  const title = TITLES[name];
  page?.replaceChildren(name === 'services' ? services : panel);
  if (heading !== null) heading.textContent = title;
  document.title = `${title} · Meadowlark Contact Centre`;
  for (const link of document.querySelectorAll<HTMLAnchorElement>('[data-panel]')) {
    if (link.dataset.panel === name) link.setAttribute('aria-current', 'page');
    else link.removeAttribute('aria-current');
  }
}

function noteAbout({ attributes }: Parameters, { note }: DemoMock): string {
  const baseUrl = attributes.get('base-url');
  return baseUrl === undefined ? note : `This page talks to ${baseUrl}, not to the mock.`;
}
