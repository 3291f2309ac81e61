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
}

/** Options of a service or of an application section: GMS names to text. An absent option is not the same as an empty one. */
export type Options = Readonly<Record<string, string>>;

/** The text of an option without the blanks around it; undefined when nothing is left, which is as good as not set. */
export function filled(text: string | undefined): string | undefined {
  return text === undefined || text.trim() === '' ? undefined : text.trim();
}
