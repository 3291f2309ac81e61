/** Where an invariant of the reference (reliability, the mock engine under deterministic simulation) is checked, or why it is not. */
export type Standing = { readonly checked: string } | { readonly elsewhere: string } | { readonly absent: string };

/**
 * Every invariant of the reference by its number. `checked`: what the witness looks at in every simulation. `elsewhere`: it speaks of
 * something beyond the engine and is tested where that is. `absent`: GMS has nothing it could speak of.
 */
export const INVARIANTS = {
  I1: {
    checked: 'Every record is in one of the six states and got there by steps of the published table, each one told.',
  },
  I2: { checked: 'What is completed stays as it is; no id is ever given twice.' },
  I3: { checked: 'A record and the event of its completion have one reason; nothing else has any.' },
  I4: { checked: 'A scheduled callback is submitted neither before its lead time nor later than one poll after it.' },
  I5: {
    checked: 'Nobody dials a paused callback; a pause begins and ends with the next poll and leads back to the queue.',
  },
  I6: { checked: 'Nobody is listed after the time to live, and nobody leaves before being completed.' },
  I7: {
    checked:
      'Events come in order of time within the step they belong to; time never goes back, even when it is told to.',
  },
  I8: { checked: 'Callbacks taken less callbacks expired are the callbacks listed, for every service.' },
  I9: { checked: 'No booking is taken in a time bucket that is full; recounted from the records.' },
  I10: { checked: 'No booking is taken while the office of its service is closed; read from a wall clock of its own.' },
  I11: { checked: 'One dial at a time, no more than allowed, the retry time between two.' },
  I12: { checked: 'An agent has one thing to do; who is reserved is logged in; a record on a call names its agent.' },
  I13: { checked: 'Places in a virtual queue are 1 to n among those who wait; the others have none.' },
  I14: { checked: 'The in-queue check lets no more callbacks of one number in than it allows.' },
  I15: { absent: 'GMS knows no idempotency keys: the same request twice is two requests.' },
  I16: { checked: 'A refused command leaves the very state of before and tells nothing.' },
  I17: { absent: 'GMS records carry no version: the last writer wins.' },
  I18: {
    checked: 'A bulk cancel accounts for every id, does what its account says, and does the same when rehearsed.',
  },
  I19: { checked: 'A bulk cancel that is interrupted, restored and repeated cancels each callback once.' },
  I20: { checked: 'A state that was left for another one is still the state it was.' },
  I21: { checked: 'A cancel is accepted exactly where the table allows it and never in a conversation.' },
  I22: {
    checked: 'No property passes for a field; properties after an edit are those of before with the edit merged in.',
  },
  I23: {
    checked: 'Lists of adjoining spans put together are the list of the whole span, in order, each callback once.',
  },
  I24: { checked: 'A search for both is what both searches find; states add up to the total.' },
  I25: { elsewhere: 'The engine streams no deltas. The list controller and the record index are tested for theirs.' },
  I26: { checked: 'A caller who names some services sees, counts and changes nothing of another one.' },
  I27: {
    checked:
      'The same commands in time of other steps give the same events and the same hash. Browsers: test/contract/hash.',
  },
  I28: { checked: 'A run that was written down, read again and continued ends like one that never stopped.' },
  I29: { elsewhere: 'The contract suite runs through every shell; transport-parity compares their answers.' },
  I30: { elsewhere: 'Scenario files are tested with the mock that writes them.' },
  L1: { checked: 'Once everything works again, who is due is completed, and in the end everybody has left.' },
  L2: { elsewhere: 'The transports are tested for requests that never settle.' },
  L3: { elsewhere: 'The panel is tested for it.' },
  L4: { elsewhere: 'The bulk cancel of the transport is tested for it.' },
} as const satisfies Readonly<Record<string, Standing>>;

export type InvariantName = keyof typeof INVARIANTS;

/** The numbers of those that a simulation checks. */
export const CHECKED_INVARIANTS: readonly InvariantName[] = (Object.keys(INVARIANTS) as InvariantName[]).filter(
  (name) => 'checked' in INVARIANTS[name],
);

/** An invariant that does not hold, in words. */
export interface Violation {
  readonly invariant: InvariantName;
  readonly words: string;
}

export function violation(invariant: InvariantName, words: string): Violation {
  return { invariant, words };
}
