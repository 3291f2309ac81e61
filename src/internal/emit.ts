/** How an event travels. Domain events bubble and are composed; wiring events between our own parts do neither. */
export interface EmitOptions {
  /** A wish that may be refused with `preventDefault()`. */
  readonly cancelable?: boolean;
  /** Stays between our own parts. */
  readonly internal?: boolean;
}

/**
 * The one way an event leaves an element.
 * @returns false when a listener refused a cancelable event.
 */
export function emit<E extends CustomEvent>(
  host: EventTarget,
  name: string,
  detail: E['detail'],
  { cancelable = false, internal = false }: EmitOptions = {},
): boolean {
  return host.dispatchEvent(new CustomEvent(name, { detail, cancelable, bubbles: !internal, composed: !internal }));
}
