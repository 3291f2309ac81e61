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
  I9: { checked: 'A booking is refused exactly where its time bucket is full; recounted from the records.' },
  I10: {
    checked:
      'A booking is refused exactly while the office of its service is closed; read from a wall clock of its own.',
  },
  I11: { checked: 'One dial at a time, no more than allowed, the retry time between two.' },
  I12: { checked: 'An agent has one thing to do; who is reserved is logged in; a record on a call names its agent.' },
  I13: { checked: 'Places in a virtual queue are 1 to n among those who wait; the others have none.' },
  I14: { checked: 'The in-queue check lets as many callbacks of one number in as it allows, and refuses no others.' },
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
  I26: {
    checked:
      'A person of some services and groups lists, counts, finds, exports and cancels what is theirs, and all of it. Every shell: test/contract/transport-persons.',
  },
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

/**
 * Rules of GMS that no invariant speaks of, checked beside them. Those of a request for a callback are worked out a second time, from a
 * book of the requests that were accepted; whatever the engine refuses, and for which reason, must be what comes out there.
 */
export const RULES = {
  'known-service': 'A request names a callback service that is there, a change a callback of that service.',
  'reserved-keys': 'No request brings a key that would pass for a field.',
  'mandatory-keys': 'A request has a value for every key that its service demands, also after a change.',
  'premium-numbers': 'A number that costs the caller a premium is taken only where the service allows it.',
  'impossible-numbers': 'A number that cannot exist is taken only where the service allows it.',
  'number-country': 'Where numbers are checked and no country is set, every number is refused.',
  'readable-time': 'A desired time is an instant.',
  'past-limit': 'A desired time lies no further back than allowed.',
  'future-limit': 'A desired time lies no further ahead than allowed, by the calendar.',
  'rate-window-1': 'The first rate window lets as many requests in as it says, and refused ones take no place.',
  'rate-window-2': 'The second rate window does.',
  'daily-limit': 'A value is accepted so often a day as its service says; the day is that of the wall in its zone.',
  'queue-limit': 'Immediate requests are refused by the counter as it stood just before its last tick.',
  'named-services': 'Office hours and capacities that a service names are there, or nothing can be booked.',
  'state-words': 'A state that a request names is one of the life cycle.',
  'session-needed': 'What only a session can answer is refused while ORS is away or the session is gone.',
  'editable-states': 'What is completed stays as it is, and only what is scheduled moves.',
  'check-order': 'Of several reasons to refuse, the one that is looked for first is told.',
  redirects: 'A redirect leads where the options say, and never in a circle.',
  counters: 'A counter shows what stood just before its last tick, recounted from what was told.',
  'stored-values': 'What is stored under an id is there until it is forgotten or its owner is gone.',
  'access-numbers': 'A reserved number belongs to one caller, for as long as its service says.',
  settings: 'Services and persons are what they were set to, all of a provisioning or nothing.',
} as const satisfies Readonly<Record<string, string>>;

export type InvariantName = keyof typeof INVARIANTS;
export type RuleName = keyof typeof RULES;

/** What may be found not to hold. */
export type CheckName = InvariantName | RuleName;

/** Names of everything that a simulation checks. */
export const CHECKS: readonly CheckName[] = [
  ...(Object.keys(INVARIANTS) as InvariantName[]).filter((name) => 'checked' in INVARIANTS[name]),
  ...(Object.keys(RULES) as RuleName[]),
];

/** An invariant or a rule that does not hold, in words. */
export interface Violation {
  readonly check: CheckName;
  readonly words: string;
}

export function violation(check: CheckName, words: string): Violation {
  return { check, words };
}
