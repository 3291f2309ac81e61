import { warnOnce } from './warn.js';

/** The zone of this device. */
export function ownZone(): string {
  return Intl.DateTimeFormat().resolvedOptions().timeZone;
}

/** The zone asked for when this browser knows it; else the zone of this device, with one warning when something was asked for. */
export function usableZone(wish: string): string {
  if (wish === '') return ownZone();
  try {
    // What three letters mean differs from platform to platform; only these two are the same everywhere.
    if (/^[^/]{1,3}$/.test(wish) && !/^(utc|gmt)$/i.test(wish)) throw new RangeError();
    new Intl.DateTimeFormat('en', { timeZone: wish });
    return wish;
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    warnOnce(
      `Failed to use the time zone "${wish}": this browser does not know it. Give an IANA zone such as Europe/Berlin.`,
    );
    return ownZone();
  }
}
