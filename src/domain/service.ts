import type { Span } from './span.js';

/** What a portal knows of a callback service. */
export interface ServiceSummary {
  /** Name of the service, which is also its callback-execution-name. */
  readonly name: string;
  /** Virtual groups it belongs to; empty when none or unknown. */
  readonly groups: readonly string[];
  /**
   * Whether the strategy waits for the customer to confirm. A callback created by hand works only where this is false
   * (GMS reference, create or schedule a callback); undefined when the server does not tell.
   */
  readonly waitsForUserConfirm?: boolean;
  /** Virtual queue of the service's own configuration; then no request may name one too. */
  readonly virtualQueue?: string;
  /** Which numbers it takes; undefined when the server does not tell. */
  readonly numbers?: NumberPolicy;
  /** How far ahead of now a callback may be wished; undefined when the server does not tell (GMS reference, dates). */
  readonly reach?: Span;
}

/** Which numbers a service takes (GMS reference, premium and impossible numbers). */
export interface NumberPolicy {
  /** ISO 3166 alpha-2 code of the country in which a number without a country code is; absent = none is configured. */
  readonly country?: string;
  /** Numbers that cost the caller extra are refused. */
  readonly refusesPremium: boolean;
  /** Numbers that no exchange can reach are refused; where this is false, short ones such as 5510 are taken. */
  readonly refusesImpossible: boolean;
}

/** Options of a service or of an application section: GMS names to text. An absent option is not the same as an empty one. */
export type Options = Readonly<Record<string, string>>;

/** The text of an option without the blanks around it; undefined when nothing is left, which is as good as not set. */
export function filled(text: string | undefined): string | undefined {
  return text === undefined || text.trim() === '' ? undefined : text.trim();
}
