import type { OptionValues } from './values.js';

/** What kind of service an option belongs to; `other` is any service that is none of the three, such as one of the basic services. */
export type ServiceKind = 'callback' | 'office-hours' | 'capacity' | 'other';

/** Headings under which the options of a service are shown. */
export type OptionCategory =
  | 'General'
  | 'No category'
  | 'Queue Management'
  | 'Scheduled Call'
  | 'URS Queueing'
  | 'Voice - User Terminated'
  | 'Voice - User Originated'
  | 'Agent Preview'
  | 'Treatments'
  | 'Plugin'
  | 'Reporting'
  | 'Notification'
  | 'Chat'
  | 'Office Hours'
  | 'Capacity';

/**
 * How an option is to be treated. A mandatory one can neither be renamed nor removed; an advanced one is hidden until somebody asks for
 * it; a request parameter normally comes with the request. One option can be several of these (GMS reference, service options catalogue).
 */
export type OptionClass = 'mandatory' | 'optional' | 'advanced' | 'request';

/** What is known of one option, whoever has it. */
export interface OptionDefinition {
  readonly name: string;
  /** What counts when nobody sets the option; absent = nothing does. */
  readonly defaultValue?: string;
  readonly values: OptionValues;
  /** One or two sentences with the unit. */
  readonly description: string;
  /** Version of GMS that introduced it; absent = not known, or there from the beginning. */
  readonly since?: string;
  /** Version of GMS that no longer has it. */
  readonly removedIn?: string;
}

/** One option of a service, as the Services page shows it. */
export interface ServiceOption extends OptionDefinition {
  readonly category: OptionCategory;
  readonly classes: ReadonlySet<OptionClass>;
  /** No page names the classes: they are our proposal. */
  readonly proposed?: true;
  /**
   * The option is a family, and `N` at the end of its name stands for a number from 1 to this one: `_holidayN` is `_holiday1`,
   * `_holiday2` and so on.
   */
  readonly numberedTo?: number;
}

/** One option of a section of the GMS application. */
export interface ApplicationOption extends OptionDefinition {
  readonly section: string;
}

/** A line of the catalogue: an option without what it shares with its neighbours. */
export type OptionLine = Omit<ServiceOption, 'category'>;

/** Puts options under one heading. */
export function inCategory(category: OptionCategory, lines: readonly OptionLine[]): readonly ServiceOption[] {
  return Object.freeze(lines.map((line) => Object.freeze({ category, ...line })));
}

/** Classes that a page of the vendor names. */
export function documented(...classes: OptionClass[]): Pick<ServiceOption, 'classes'> {
  return { classes: new Set(classes) };
}

/** Classes that we propose, because no page names any. */
export function proposed(...classes: OptionClass[]): Required<Pick<ServiceOption, 'classes' | 'proposed'>> {
  return { classes: new Set(classes), proposed: true };
}
