import type { AdvancedOptions } from './advanced-options.types.js';

/** Wiring event: a person saved other options; the detail holds all of them. It neither bubbles nor leaves the shadow root. */
export const OPTIONS_CHANGE = 'options-change';

export interface OptionsChangeDetail {
  readonly options: AdvancedOptions;
}

export type OptionsChangeEvent = CustomEvent<OptionsChangeDetail>;

/** Wiring event: a person closed the dialog, with or without saving. */
export const OPTIONS_CLOSE = 'options-close';

export type OptionsCloseEvent = CustomEvent<Record<string, never>>;

/** Wiring events of `advanced-options`: known to whoever listens on this element, not to the page. */
export interface AdvancedOptionsEventMap {
  'options-change': OptionsChangeEvent;
  'options-close': OptionsCloseEvent;
}
