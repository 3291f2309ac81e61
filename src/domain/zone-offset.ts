/**
 * Offset of a zone from UTC at an instant, in the form of the column title: `GMT+2`, `GMT-4`, `GMT+5:30`, `GMT`. In a file of its own,
 * so that a table that only shows times needs no calendar arithmetic.
 * @param instant epoch milliseconds
 * @param zone IANA zone
 */
export function offsetText(instant: number, zone: string): string {
  const format = new Intl.DateTimeFormat('en-US', { timeZone: zone, timeZoneName: 'shortOffset' });
  const text = format.formatToParts(instant).find(({ type }) => type === 'timeZoneName')?.value ?? 'GMT';
  // Platforms disagree about Greenwich itself.
  return text === 'GMT+0' ? 'GMT' : text;
}
