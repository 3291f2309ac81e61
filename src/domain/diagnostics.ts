/** ORS-level facts about a queued callback. Unknown ones are absent; keys this version does not know are kept in `other`. */
export interface QueueDiagnostics {
  /** Estimated wait in seconds. */
  readonly estimatedWaitTime?: number;
  /** Place in the queue, 1 = next; `null` when the strategy says that it is not in a queue. */
  readonly position?: number | null;
  readonly agentsLoggedIn?: number;
  readonly callbackType?: string;
  readonly callbackVersion?: string;
  readonly channel?: string;
  readonly dialAttempt?: number;
  readonly dialResult?: string;
  /** Estimated wait when the first outbound call was made, in seconds. */
  readonly waitAtFirstCall?: number;
  /** Estimated wait when the callback was offered, in seconds. */
  readonly waitAtOffer?: number;
  readonly snoozed?: boolean;
  readonly orsSessionId?: string;
  readonly positionAtFirstCall?: number;
  readonly positionAtOffer?: number;
  readonly priority?: number;
  readonly routingTarget?: string;
  /** Epoch milliseconds. */
  readonly firstCallTime?: number;
  /** Epoch milliseconds. */
  readonly acceptedTime?: number;
  /** Epoch milliseconds. */
  readonly nextCallTime?: number;
  /** Whatever else the server said, under its own keys. */
  readonly other: Readonly<Record<string, string>>;
}

/** The nineteen known facts, in the order of the GMS reference. */
export const DIAGNOSTIC_FIELDS = [
  'estimatedWaitTime',
  'position',
  'agentsLoggedIn',
  'callbackType',
  'callbackVersion',
  'channel',
  'dialAttempt',
  'dialResult',
  'waitAtFirstCall',
  'waitAtOffer',
  'snoozed',
  'orsSessionId',
  'positionAtFirstCall',
  'positionAtOffer',
  'priority',
  'routingTarget',
  'firstCallTime',
  'acceptedTime',
  'nextCallTime',
] as const satisfies readonly (keyof QueueDiagnostics)[];

export type DiagnosticField = (typeof DIAGNOSTIC_FIELDS)[number];
