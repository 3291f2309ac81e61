import type { Locator, Page } from 'playwright';

export type Role = Parameters<Page['getByRole']>[0];

/**
 * What a person can do with the editor and the list behind it. Mouse and keyboard are two ways to do the same, so that a task is written
 * once. Nothing here looks whether it worked.
 */
export interface Hands {
  /** Presses a button. */
  press(name: string | RegExp): Promise<void>;
  /** Chooses a radio button, in the group of a name where others have the same. */
  choose(name: string | RegExp, group?: RegExp): Promise<void>;
  /** Chooses from a native list. */
  select(label: string, option: string): Promise<void>;
  /** Puts a text in the place of what stands in a field. */
  write(label: string, text: string): Promise<void>;
  /** Types into a field for a date or a time, which takes digits in the order of en-US. */
  writeDigits(label: string, digits: string): Promise<void>;
  /** Looks something up in a field with a list, and takes it. */
  lookUp(label: string, text: string, option: string): Promise<void>;
  /** Takes a day of the month that is shown or of one that follows. */
  takeDay(name: RegExp): Promise<void>;
  /** Opens the form of the callback in the only row of the list. */
  openRow(): Promise<void>;
  /** Closes the dialog without sending: by the cross, or by Escape. */
  dismiss(): Promise<void>;
  /** Rejects when something was done in another way than these hands are made for. */
  isHonest(): Promise<void>;
}

/** A radio button, in the group of a name if one is given. */
export function radio(page: Page, name: string | RegExp, group?: RegExp): Locator {
  const place = group === undefined ? page : page.getByRole('radiogroup', { name: group });
  return place.getByRole('radio', { name, exact: true });
}
