import { expect, fixture, html } from '@open-wc/testing';
import { eventually } from '../../support/eventually.js';
import { getResponse } from 'msw';
import { createHandlers } from '../../../mock-server/http/handlers.js';
import { MockEngine } from '../../../mock-server/mock-engine.js';
import type { CallbackPanelElement } from '../../../src/components/callback-panel/define.js';
import '../../../src/components/callback-panel/define.js';
import { presetRange } from '../../../src/domain/time-range.js';
import { GmsTransport } from '../../../src/transport/gms-transport.js';
import { focused, press } from '../../support/find.js';
import { NOW } from '../../support/records.js';
import { answerList, HandServer, openListed, part, partWords, settle, table } from './open-panel.js';

const ORIGIN = 'http://mock.test';
const HALF_DAY = 43_200;
const ZONE = 'Europe/Berlin';

/** A mock at the time of this machine, over HTTP without a network. Its header `Date` is off by so many seconds. */
function skewedServer(seconds: number) {
  const engine = new MockEngine({ scenario: 'empty', now: Date.now() });
  engine.setService('callback-sales', { _type: 'ors', _service: 'callback' });
  const handlers = createHandlers(engine, { origin: ORIGIN });
  const starts: number[] = [];
  const send: typeof fetch = async (input, init) => {
    const request = new Request(input, init);
    const start = new URL(request.url).searchParams.get('start_time') ?? '';
    // The server is described by a window without width.
    if (Date.parse(start) > 0) starts.push(Date.parse(start));
    const response = await getResponse(handlers, request);
    if (response === undefined) throw new Error(`Nothing answered ${request.url}.`);
    return response;
  };
  const skew = (by: number, times?: number): void => {
    engine.setFaults([{ id: 'skew', kind: 'clock-skew', seconds: by, ...(times !== undefined && { times }) }]);
  };
  skew(seconds);
  return { engine, skew, starts, transport: new GmsTransport({ baseUrl: `${ORIGIN}/genesys`, fetch: send }) };
}

async function openSkewed(seconds: number) {
  const server = skewedServer(seconds);
  const panel = await fixture<CallbackPanelElement>(html`<callback-panel time-zone=${ZONE}></callback-panel>`);
  panel.transport = server.transport;
  await loaded(panel);
  return { ...server, panel };
}

async function loaded(panel: CallbackPanelElement): Promise<void> {
  await eventually(() => partWords(panel, 'freshness') === 'updated just now', 'the list is there');
  await panel.updateComplete;
}

async function refreshed(panel: CallbackPanelElement): Promise<void> {
  await panel.refresh();
  await settle(panel);
}

const noteOf = (panel: CallbackPanelElement): string =>
  (panel.renderRoot.querySelector('.note.clock')?.textContent ?? '').replace(/\s+/g, ' ').trim();

describe('callback-panel, when the server’s clock is another one', () => {
  for (const [seconds, words] of [
    [
      HALF_DAY,
      /^This device's clock is (12 h 0 min|11 h 59 min) behind the server's\. Times here follow the server\.$/,
    ],
    [
      -HALF_DAY,
      /^This device's clock is (12 h 0 min|11 h 59 min) ahead of the server's\. Times here follow the server\.$/,
    ],
    [32, /^This device's clock is 3[123] s behind the server's\./],
    [-32, /^This device's clock is 3[123] s ahead of the server's\./],
    [125, /^This device's clock is 2 min [456] s behind the server's\./],
    [10, /^$/],
    [-10, /^$/],
  ] as const) {
    it(`says so beyond half a minute: ${seconds} s`, async () => {
      const { panel } = await openSkewed(seconds);
      expect(noteOf(panel)).to.match(words);
    });
  }

  for (const seconds of [HALF_DAY, -HALF_DAY]) {
    it(`lists today, and counts what has passed, by the server: ${seconds} s`, async () => {
      const { panel } = await openSkewed(seconds);
      const there = Date.now() + seconds * 1000;
      expect(Math.abs((part(panel, 'callback-editor').now ?? 0) - there)).to.be.below(5000);
      expect(Math.abs((table(panel)?.now ?? 0) - there)).to.be.below(5000);
    });

    it(`asks for the range by the server: ${seconds} s`, async () => {
      const { starts } = await openSkewed(seconds);
      const { start } = presetRange('today', Date.now() + seconds * 1000, ZONE);
      expect(starts.at(-1)).to.equal(start);
    });
  }

  it('takes one wrong header among right ones for nothing', async () => {
    const { panel, skew } = await openSkewed(0);
    skew(HALF_DAY, 1);
    await refreshed(panel);
    await refreshed(panel);
    expect(noteOf(panel)).to.equal('');
  });

  it('keeps saying so until the difference is below twenty seconds', async () => {
    const { panel, skew } = await openSkewed(40);
    skew(25);
    await refreshed(panel);
    await eventually(() => /2[456] s/.test(noteOf(panel)), 'the note follows');
    skew(3);
    await refreshed(panel);
    await eventually(() => noteOf(panel) === '', 'the note goes');
  });

  it('follows a server whose clock was set with one load, and asks for its day', async () => {
    const { panel, skew, starts } = await openSkewed(0);
    skew(3 * 86_400);
    await refreshed(panel);
    const { start } = presetRange('today', Date.now() + 3 * 86_400_000, ZONE);
    await eventually(() => starts.at(-1) === start, 'the range follows');
    await eventually(() => noteOf(panel).includes('more than a day behind'), 'the note comes');
  });

  it('is content when the person has read it', async () => {
    const { panel } = await openSkewed(HALF_DAY);
    panel.renderRoot.querySelector<HTMLButtonElement>('.note.clock button')!.click();
    await panel.updateComplete;
    expect(noteOf(panel)).to.equal('');
    expect(focused(panel)).to.equal('Refresh');
    await refreshed(panel);
    expect(noteOf(panel)).to.equal('');
  });

  it('says so in the reader’s language, and to everybody', async () => {
    await import('../../../src/translations/de.js');
    const { panel } = await openSkewed(125);
    panel.lang = 'de';
    await panel.updateComplete;
    expect(noteOf(panel)).to.match(/geht gegenüber der des Servers 2 min [456] s nach\. Die Zeiten hier/);
    await expect(panel).to.be.accessible();
  });
});

describe('callback-panel, when the time of a form is compared with a clock', () => {
  it('compares with the server’s: what has passed there has passed', async () => {
    const { panel } = await openListed();
    await press(panel, 'Create Callback');
    expect(Math.abs((part(panel, 'callback-editor').now ?? 0) - NOW)).to.be.below(60_000);
  });
});

describe('callback-panel, when this device’s clock is set or it has slept', () => {
  const realNow = Date.now;
  afterEach(() => {
    Date.now = realNow;
  });

  it('loads again, and believes the new answer alone', async () => {
    const { panel, server } = await openListed({}, new HandServer({ serverTime: realNow() }));
    const before = server.lists.calls.length;
    Date.now = () => realNow() + 3_600_000;
    document.dispatchEvent(new Event('visibilitychange'));
    await settle(panel);
    expect(server.lists.calls.length).to.be.above(before);
    await answerList(panel, server, undefined, { serverTime: realNow() });
    expect(noteOf(panel)).to.match(/(1 h 0 min|60 min 0 s|59 min \d+ s) ahead of the server's/);
  });
});
