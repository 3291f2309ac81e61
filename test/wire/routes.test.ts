import { describe, expect, it } from 'vitest';
import { isCallbackError } from '../../src/domain/errors.js';
import { createRoutes, matchRoute } from '../../src/wire/routes.js';
import { fc } from './arbitraries.js';

const routes = createRoutes();

describe('addresses', () => {
  it.each([
    [routes.service('callback-support'), '/genesys/1/service/callback/callback-support'],
    [routes.record('s', '118-1'), '/genesys/1/service/callback/s/118-1'],
    [routes.callbacks(), '/genesys/1/service/callback'],
    [routes.queues(), '/genesys/1/admin/callback/queues'],
    [routes.watermarks(), '/genesys/1/admin/callback/watermarks'],
    [routes.cancelMany(), '/genesys/1/admin/callback/cancel'],
    [routes.reportCancelled(), '/genesys/1/admin/callback/reportcancelled'],
    [routes.checkPosition('118-1'), '/genesys/1/service/118-1/check-queue-position'],
    [routes.availability('s', 1), '/genesys/1/service/callback/s/availability'],
    [routes.availability('s', 2), '/genesys/2/service/callback/s/availability'],
  ])('%s', (built, expected) => {
    expect(built).toBe(expected);
  });

  it('may begin with another base, with or without a slash at its end', () => {
    expect(createRoutes('https://gms.example:8080/root/').queues()).toBe(
      'https://gms.example:8080/root/1/admin/callback/queues',
    );
  });

  it('encode names, so that none reaches another endpoint', () => {
    expect(routes.record('a/b?c#d', 'e%f')).toBe('/genesys/1/service/callback/a%2Fb%3Fc%23d/e%25f');
  });

  it.each(['', '.', '..'])('refuse %j as a name', (name) => {
    expect(() => routes.record('s', name)).toThrow(expect.toSatisfy(isCallbackError) as Error);
  });

  it('are recognised with the names they were built from', () => {
    const name = fc.string({ minLength: 1, unit: 'grapheme' }).filter((text) => text !== '.' && text !== '..');
    fc.assert(
      fc.property(name, name, (service, id) => {
        const url = new URL(createRoutes().record(service, id), 'http://mock.test');
        const match = matchRoute(url.pathname.slice('/genesys'.length));
        if (id === 'availability') expect(match?.name).toBe('availability-v1');
        else expect(match).toMatchObject({ name: 'record', parameters: { service, id } });
      }),
    );
  });
});

describe('an address that is none of them', () => {
  it.each(['/', '/1', '/1/service/callback/s/i/x', '/1/service/callback/%E0%A4%A', '/3/admin/callback/queues'])(
    '%s',
    (path) => {
      expect(matchRoute(path)).toBeUndefined();
    },
  );

  it('is never a reason to throw', () => {
    fc.assert(
      fc.property(fc.string(), (path) => {
        expect(() => matchRoute(path)).not.toThrow();
      }),
    );
  });
});
