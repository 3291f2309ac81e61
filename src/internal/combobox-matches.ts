/** One of the things a combobox offers. */
export interface ComboboxOption {
  readonly value: string;
  /** What people see and type; without it, the value. */
  readonly label?: string;
  /** Quiet words behind the label; they are not searched. Read only for options that are shown. */
  readonly detail?: string;
}

/** The options to show, and how many more there would be. */
export interface Matches {
  readonly shown: readonly ComboboxOption[];
  readonly more: number;
}

/** Makes texts alike that a search takes for alike. */
export type Fold = (text: string) => string;

/** More than people read; who wants another one types. */
const MOST_SHOWN = 100;

/** What people see of an option. */
export function labelOf({ value, label }: ComboboxOption): string {
  return label ?? value;
}

/** Every option, in order; one that is chosen and far down stands in front. */
export function allOptions(options: readonly ComboboxOption[], value: string): Matches {
  const at = options.findIndex((option) => option.value === value);
  const chosen = options[at];
  if (chosen === undefined || at < MOST_SHOWN) return cut(options);
  return cut([chosen, ...options.slice(0, at), ...options.slice(at + 1)]);
}

/** Options whose label has the text in it: first those that begin with it, then those with a word that does, then the others. */
export function matchesOf(options: readonly ComboboxOption[], text: string, fold: Fold): Matches {
  const wanted = fold(text.trim());
  const ranks: [ComboboxOption[], ComboboxOption[], ComboboxOption[]] = [[], [], []];
  for (const option of options) {
    const label = fold(labelOf(option));
    const at = label.indexOf(wanted);
    if (at === -1) continue;
    ranks[at === 0 ? 0 : hasWordFrom(label, wanted, at) ? 1 : 2].push(option);
  }
  return cut(ranks.flat());
}

/** The only option whose label is the text but for case and accents. */
export function optionNamed(options: readonly ComboboxOption[], text: string, fold: Fold): ComboboxOption | undefined {
  const exact = options.find((option) => labelOf(option) === text);
  if (exact !== undefined) return exact;
  const wanted = fold(text.trim());
  const alike = options.filter((option) => fold(labelOf(option)) === wanted);
  return alike.length === 1 ? alike[0] : undefined;
}

function hasWordFrom(label: string, wanted: string, first: number): boolean {
  for (let at = first; at !== -1; at = label.indexOf(wanted, at + 1)) {
    if (!/[\p{L}\p{N}]/u.test(label[at - 1] ?? ' ')) return true;
  }
  return false;
}

function cut(options: readonly ComboboxOption[]): Matches {
  return { shown: options.slice(0, MOST_SHOWN), more: Math.max(0, options.length - MOST_SHOWN) };
}
