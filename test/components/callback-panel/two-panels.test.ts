import { expect } from '@open-wc/testing';
import type { CallbackPanelElement } from '../../../src/components/callback-panel/define.js';
import { press, words } from '../../support/find.js';
import { HandTime } from '../../support/hand-time.js';
import { part, partWords } from './open-panel.js';
import { enter, send, ServedMock } from './served-panel.js';
import type { Task } from './served-panel.js';

const TASKS: readonly Exclude<Task, 'schedule again'>[] = ['move', 'change properties', 'cancel'];

describe('callback-panel: two panels edit one callback', () => {
  const time = new HandTime();
  let mock: ServedMock;
  let first: CallbackPanelElement;
  let second: CallbackPanelElement;
  let id: string;

  beforeEach(async () => {
    time.install();
    mock = new ServedMock(time);
    id = mock.put('5510');
    [first, second] = [await mock.openPanel(), await mock.openPanel()];
  });
  afterEach(() => time.uninstall());

  const editorOf = (panel: CallbackPanelElement) => part(panel, 'callback-editor');
  const isDone = (panel: CallbackPanelElement) => (): boolean => !editorOf(panel).open;
  const hasConflict = (panel: CallbackPanelElement) => (): boolean => editorOf(panel).conflict !== undefined;
  const held = () => mock.engine.current.records.get(id);

  const isOn = (day: string): boolean => new Date(held()?.desiredTime ?? 0).toISOString().startsWith(day);

  /** Both have the form open; the first one sends, and is done. */
  async function outrun(theirs: Task, ours: Task): Promise<void> {
    await enter(second, [id, ours], { day: '2026-03-12', value: 'ours' });
    await enter(first, [id, theirs], { day: '2026-03-10', value: 'theirs' });
    await send(first);
    await mock.until(isDone(first));
  }

  for (const theirs of TASKS) {
    for (const ours of TASKS) {
      it(`a ${theirs} is not written over by a ${ours}`, async () => {
        await outrun(theirs, ours);
        const [kept, { last }] = [held(), mock];
        await send(second);
        await mock.until(hasConflict(second));
        await mock.until(() => !editorOf(second).busy);
        expect(held()).to.equal(kept);
        expect(mock.count('update', last) + mock.count('cancel', last)).to.equal(0);
        expect(editorOf(second).open).to.equal(true);
        expect(words(editorOf(second).shadowRoot)).to.contain('This callback was changed meanwhile');
      });
    }
  }

  it('the second writes over the first after the person has seen what changed', async () => {
    await outrun('change properties', 'move');
    await send(second);
    await mock.until(hasConflict(second));
    await mock.until(() => !editorOf(second).busy);
    await editorOf(second).updateComplete;
    await send(second);
    await mock.until(isDone(second));
    expect(held()?.properties.note).to.equal('theirs');
    expect(isOn('2026-03-12')).to.equal(true);
  });

  it('what changed while a wait could be undone is seen before it is sent', async () => {
    second.undoDelay = 8;
    await enter(second, [id, 'cancel']);
    await send(second);
    await mock.until(isDone(second));
    await enter(first, [id, 'move']);
    await send(first);
    await mock.until(isDone(first));
    const kept = held();
    await press(second, 'Send now');
    await mock.until(() => partWords(second, 'notes') !== '');
    expect(partWords(second, 'notes')).to.contain('Someone changed this callback meanwhile');
    expect(held()).to.equal(kept);
    expect(mock.count('cancel')).to.equal(0);
  });

  it('pressed at the same moment, the one whose change does not stand is told so', async () => {
    const panels = [first, second] as const;
    for (const panel of panels) panel.range = 'next-7-days';
    await enter(first, [id, 'move'], { day: '2026-03-10' });
    await enter(second, [id, 'move'], { day: '2026-03-12' });
    const hold = { kind: 'latency', milliseconds: 60_000, clock: 'engine' } as const;
    // Both have read the callback before either changes it, and load their lists once both have.
    mock.engine.setFaults([{ id: 'writes', method: ['PUT'], ...hold }]);
    for (const panel of panels) await send(panel);
    await mock.until(() => mock.asked.filter((name) => name === 'reschedule').length === 2);
    mock.engine.setFaults([{ id: 'lists', path: '**/queues', ...hold }]);
    await mock.until(() => mock.count('update') === 2);
    mock.engine.setFaults([]);
    const loser = isOn('2026-03-12') ? first : second;
    await mock.until(() => partWords(loser, 'status').includes('does not show it yet'));
    const winner = loser === first ? second : first;
    expect(partWords(winner, 'status')).to.equal('Callback rescheduled.');
  });
});
