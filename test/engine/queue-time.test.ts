import { describe, expect, it } from 'vitest';
import { Bench, HOUR, MINUTE, NOW, SECOND } from './bench.js';

const STATISTIC = { _request_queue_time_stat: 'ExpectedWaitTime;Queue;8999@SIP_Server;Environment' };

/** A queue in which one more callback waits for so many minutes: each of those before takes one. */
function crowded(minutes: number, options = {}): Bench {
  const bench = new Bench(options);
  bench.do({ type: 'set-agents', agents: { loggedIn: 0, handleSeconds: 60, answerRate: 1 } });
  for (let index = 1; index < minutes; index += 1) bench.create();
  return bench;
}

/** When a callback was submitted, in milliseconds from the start. */
function submitted(bench: Bench, id: string, by = 2 * HOUR): number {
  bench.advance(by);
  return (bench.times('submitted', id)[0] ?? Number.NaN) - NOW;
}

/** The poll looks at full minutes, seven seconds after each of which the bench began. */
const tick = (minutes: number): number => minutes * MINUTE - 7 * SECOND;

describe('a scheduled callback', () => {
  it('is submitted as long before its time as it will wait, where its request names the statistic', () => {
    const bench = crowded(20);
    const id = bench.create({ desiredTime: NOW + 60 * MINUTE, properties: STATISTIC });
    expect(submitted(bench, id)).toBe(tick(41));
  });

  it('is so too where its service names the statistic or a service that knows the wait', () => {
    for (const options of [STATISTIC, { _request_ewt_service: 'ewt' }]) {
      const bench = crowded(20, options);
      expect(submitted(bench, bench.create({ desiredTime: NOW + 60 * MINUTE }))).toBe(tick(41));
    }
  });

  it('is not where nobody names one', () => {
    const bench = crowded(20);
    expect(submitted(bench, bench.create({ desiredTime: NOW + 60 * MINUTE }))).toBe(tick(59));
  });

  it('is never submitted later than at its buffer', () => {
    const bench = crowded(1);
    const id = bench.create({ desiredTime: NOW + 60 * MINUTE, properties: STATISTIC });
    expect(submitted(bench, id)).toBe(tick(59));
  });

  it('is not looked at before the poll period, however long the queue is', () => {
    const bench = crowded(200, { _queue_poll_period: '-120,30' });
    const id = bench.create({ desiredTime: NOW + 60 * MINUTE, properties: STATISTIC });
    expect(submitted(bench, id)).toBe(tick(31));
  });

  it('goes by the queue as it is: when that shortens, it waits for its time', () => {
    const bench = crowded(20);
    const id = bench.create({ desiredTime: NOW + 60 * MINUTE, properties: STATISTIC });
    bench.advance(30 * MINUTE);
    for (const { id: other, state } of bench.state.records.values()) {
      if (state === 'QUEUED') bench.do({ type: 'force', id: other, state: 'COMPLETED' });
    }
    expect(submitted(bench, id)).toBe(tick(59));
  });

  it('is submitted at the same tick in however many steps time is moved', () => {
    const [once, often] = [crowded(20), crowded(20)];
    const ids = [once, often].map((bench) => bench.create({ desiredTime: NOW + HOUR, properties: STATISTIC }));
    once.advance(HOUR);
    for (let step = 0; step < 3600; step += 7) often.advance(Math.min(7, 3600 - step) * SECOND);
    expect(often.times('submitted', ids[1] ?? '')).toEqual(once.times('submitted', ids[0] ?? ''));
    expect(often.times('submitted', ids[1] ?? '')).toHaveLength(1);
  });
});
