import { describe, expect, it } from 'vitest';
import { zoneOfNumber } from '../../src/domain/number-zones.js';
import { zoneOf } from '../../src/domain/zones.js';

describe('the zone of a number', () => {
  it.each([
    ['+33604120405', 'Europe/Paris'],
    ['+4915112345678', 'Europe/Berlin'],
    ['+442079460958', 'Europe/London'],
    ['+919876543210', 'Asia/Kolkata'],
    ['+97798412345', 'Asia/Kathmandu'],
    ['+77172123456', 'Asia/Almaty'],
    ['+12125550177', 'America/New_York'],
    ['+13125550177', 'America/Chicago'],
    ['+13035550177', 'America/Denver'],
    ['+16025550177', 'America/Phoenix'],
    ['+14155550101', 'America/Los_Angeles'],
    ['+18085550177', 'Pacific/Honolulu'],
    ['+13065550177', 'America/Regina'],
    ['+18765550177', 'America/Jamaica'],
    ['+74951234567', 'Europe/Moscow'],
    ['+74232123456', 'Asia/Vladivostok'],
    ['+551134567890', 'America/Sao_Paulo'],
    ['+559234567890', 'America/Manaus'],
    ['+526641234567', 'America/Tijuana'],
    ['+525512345678', 'America/Mexico_City'],
    ['+61298765432', 'Australia/Sydney'],
    ['+61265632066', 'Australia/Lord_Howe'],
    ['+61892345678', 'Australia/Perth'],
    ['+61889345678', 'Australia/Darwin'],
    ['+34922123456', 'Atlantic/Canary'],
    ['+6233123456', 'Asia/Jakarta'],
    ['+6236112345', 'Asia/Makassar'],
    ['+6433051234', 'Pacific/Chatham'],
  ])('of %s is %s', (number, zone) => {
    expect(zoneOfNumber(number)).toEqual({ zone, isCertain: true });
  });

  it.each([
    ['an area code in two zones', '+18505550177', 'America/Chicago'],
    ['a mobile number without an area', '+61412345678', 'Australia/Sydney'],
    ['a mobile number in a large country', '+79161234567', 'Europe/Moscow'],
    ['an area code that is not known yet', '+12995550177', 'America/New_York'],
    ['a mobile number of a country with islands', '+34612345678', 'Europe/Madrid'],
  ])('is only likely for %s', (_, number, zone) => {
    expect(zoneOfNumber(number)).toEqual({ zone, isCertain: false });
  });

  it.each([
    ['a free number', '+18005550177'],
    ['a free number of another country', '+611800123456'],
    ['a satellite', '+881612345678'],
    ['a calling code that no country has', '+999123456789'],
    ['a national number', '0604120405'],
    ['a number within the house', '5510'],
    ['the beginning of a number', '+3360'],
    ['no number', '+33 call me'],
    ['nothing', ''],
  ])('is not known for %s', (_, number) => {
    expect(zoneOfNumber(number)).toBeUndefined();
  });

  it('is one that the platform knows, whatever the number begins with', () => {
    const zones = new Set<string>();
    for (let prefix = 1; prefix < 100_000; prefix += 1) {
      const zone = zoneOfNumber(`+${String(prefix).padEnd(11, '5')}`)?.zone;
      if (zone !== undefined) zones.add(zone);
    }
    expect(zones.size).toBeGreaterThan(250);
    expect([...zones].filter((zone) => zoneOf(zone) === undefined)).toEqual([]);
  });
});
