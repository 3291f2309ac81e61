import { expect } from '@open-wc/testing';
import type {
  CallbackCancelledEvent,
  CallbackCreatedEvent,
  CallbackFailureEvent,
  CallbackPanelElement,
  CallbackUpdatedEvent,
} from '../../../src/components/callback-panel/define.js';
import { fill, listen, press, words } from '../../support/find.js';
import { HandTime } from '../../support/hand-time.js';
import { turn } from '../../controllers/support.js';
import { part, partWords } from './open-panel.js';
import { enter, send, ServedMock } from './served-panel.js';
import type { Command } from './served-panel.js';

/** A write, up to the moment in which it is sent. */
interface Write {
  readonly command: Command;
  readonly enter: (mock: ServedMock, panel: CallbackPanelElement) => Promise<void>;
}

const WRITES: Readonly<Record<string, Write>> = {
  'a new callback': { command: 'create', enter: (_mock, panel) => enterNew(panel) },
  'a move': { command: 'update', enter: (mock, panel) => enter(panel, [idOf(mock, '5510'), 'move']) },
  'a change of properties': {
    command: 'update',
    enter: (mock, panel) => enter(panel, [idOf(mock, '5510'), 'change properties']),
  },
  'a cancellation': { command: 'cancel', enter: (mock, panel) => enter(panel, [idOf(mock, '5510'), 'cancel']) },
  'a completed callback, scheduled again': {
    command: 'create',
    enter: (mock, panel) => enter(panel, [idOf(mock, '5512'), 'schedule again']),
  },
};

describe('callback-panel: the answer to a write is lost', () => {
  const time = new HandTime();
  let mock: ServedMock;
  let panel: CallbackPanelElement;
  let last: number;

  beforeEach(async () => {
    time.install();
    mock = new ServedMock(time);
    mock.put('5510');
    mock.put('5512', 'CANCELLED');
    panel = await mock.openPanel();
    last = mock.last;
  });
  afterEach(() => time.uninstall());

  const isOpen = (): boolean => part(panel, 'callback-editor').open;
  const isBusy = (): boolean => part(panel, 'callback-editor').busy;
  const facts = (): readonly (readonly CustomEvent[])[] => [
    listen<CallbackCreatedEvent>(panel, 'callback-created'),
    listen<CallbackUpdatedEvent>(panel, 'callback-updated'),
    listen<CallbackCancelledEvent>(panel, 'callback-cancelled'),
  ];

  for (const [name, { command, enter: entering }] of Object.entries(WRITES)) {
    it(`${name}: what the server did is found, told and not sent again`, async () => {
      await entering(mock, panel);
      mock.loseNext({ when: 'after' });
      const failures = listen<CallbackFailureEvent>(panel, 'callback-failure');
      const confirmed = facts();
      await send(panel);
      await mock.until(() => !isOpen());
      await mock.until(() => partWords(panel, 'status').includes('No clear answer came, but the server did it.'));
      expect(mock.count(command, last)).to.equal(1);
      expect([confirmed.flat().length, failures.length]).to.deep.equal([1, 0]);
    });

    it(`${name}: what the server did not do is told, and can be sent again`, async () => {
      await entering(mock, panel);
      mock.loseNext();
      await send(panel);
      await mock.until(isBusy);
      await mock.until(() => !isBusy());
      const editor = part(panel, 'callback-editor');
      expect(editor).to.include({ open: true, outcome: 'not-done' });
      expect(words(editor.shadowRoot)).to.contain('Nothing was changed. You can send it again.');
      expect(mock.count(command, last)).to.equal(0);
      await send(panel);
      await mock.until(() => !isOpen());
      expect(mock.count(command, last)).to.equal(1);
    });
  }

  it('what a server said that failed and did nothing reaches the form', async () => {
    await enter(panel, [idOf(mock, '5510'), 'move']);
    mock.engine.setFaults([
      { id: 'full', method: ['PUT'], kind: 'status', status: 500, body: { message: 'The disk is full.' }, times: 1 },
    ]);
    await send(panel);
    await mock.until(isBusy);
    await mock.until(() => !isBusy());
    const { outcome, problem } = part(panel, 'callback-editor');
    expect([outcome, problem?.code, problem?.details]).to.deep.equal([
      'not-done',
      'server-error',
      { ...problem?.details, nothingDone: true, serverMessage: 'The disk is full.' },
    ]);
  });

  /** Lets seconds pass, and everything arrive that comes of it. */
  async function letPass(seconds: number): Promise<void> {
    for (let second = 0; second < seconds; second += 1) {
      time.pass(1000);
      await turn();
    }
    for (let step = 0; step < 50; step += 1) await turn();
  }

  it('while it is being found out nothing can be sent, and the form says why', async () => {
    await enter(panel, [idOf(mock, '5510'), 'cancel']);
    mock.loseNext();
    await send(panel);
    await mock.until(() => part(panel, 'callback-editor').outcome === 'looking');
    await send(panel);
    await part(panel, 'callback-editor').updateComplete;
    await mock.until(() => !isBusy());
    expect(
      mock.engine.log(last).filter((entry) => entry.type === 'request' && entry.method === 'DELETE'),
    ).to.have.lengthOf(1);
  });

  it('the connection may stay away for a minute and more', async () => {
    await enterNew(panel);
    mock.loseConnection(12);
    await send(panel);
    await mock.until(() => !isOpen());
    expect(mock.count('create', last)).to.equal(1);
  });

  it('what cannot be known is told as such, with the advice to look before sending again', async () => {
    await enterNew(panel);
    mock.engine.setFaults([
      { id: 'twice', method: ['POST'], kind: 'duplicate', times: 1 },
      { id: 'lost', method: ['POST'], kind: 'drop', when: 'after', times: 1 },
    ]);
    await send(panel);
    await mock.until(isBusy);
    await mock.until(() => !isBusy());
    const editor = part(panel, 'callback-editor');
    expect(editor.problem?.code).to.equal('offline');
    expect(words(editor.shadowRoot)).to.contain('look at the list before you send it again');
  });

  it('a form that is closed meanwhile lets the page tell', async () => {
    await enter(panel, [idOf(mock, '5510'), 'cancel']);
    mock.loseConnection(2);
    await send(panel);
    await mock.until(() => part(panel, 'callback-editor').outcome === 'looking');
    part(panel, 'callback-editor').dispatchEvent(new CustomEvent('editor-close'));
    await mock.until(() => partWords(panel, 'status').includes('No clear answer came, but the server did it.'));
    expect(mock.count('cancel', last)).to.equal(1);
  });

  it('a panel that is taken off the page looks no longer, and sends nothing', async () => {
    await enter(panel, [idOf(mock, '5510'), 'cancel']);
    mock.loseNext();
    await send(panel);
    await mock.until(() => readings(mock, last) >= 2);
    panel.remove();
    await turn();
    const { length } = mock.asked;
    await letPass(60);
    expect(mock.asked.slice(length)).not.to.include.members(['get']);
    expect(mock.asked.filter((name) => name === 'cancel')).to.have.lengthOf(1);
    expect(mock.count('cancel', last)).to.equal(0);
  });
});

/** Readings that were answered since the write was sent. */
function readings({ engine }: ServedMock, since: number): number {
  const requests = engine.log(since).filter((entry) => entry.type === 'request');
  const sent = requests.findIndex(({ method }) => method !== 'GET');
  return sent < 0 ? 0 : requests.slice(sent).filter(({ method, status }) => method === 'GET' && status === 200).length;
}

function idOf({ engine }: ServedMock, customerNumber: string): string {
  const found = [...engine.current.records.values()].find((record) => record.customerNumber === customerNumber);
  if (found === undefined) throw new Error(`Nobody has the number ${customerNumber}.`);
  return found.id;
}

async function enterNew(panel: CallbackPanelElement): Promise<void> {
  await press(panel, 'Create Callback');
  await turn();
  const editor = part(panel, 'callback-editor');
  await editor.updateComplete;
  await fill(editor, 'Service Name', 'callback-sales');
  await fill(editor, 'Customer Number', '5511');
}
