import { isReservedKey } from './keys.js';
import { mergeProperties } from './write-input.js';

/**
 * What becomes of a property when a completed callback is scheduled again. `kept`: as in the old record. `new`, `changed`: by the
 * person. `left-out`: the person took it away. `not-carried`: nobody may send it, so the new callback begins without it.
 */
export type MergeKind = 'kept' | 'new' | 'changed' | 'left-out' | 'not-carried';

/** One property of the old callback, of the new one, or of both. */
export interface MergeRow {
  readonly key: string;
  readonly kind: MergeKind;
  /** Value in the old record; undefined where it had none. */
  readonly before: string | undefined;
  /** Value in the new callback; undefined where it has none. */
  readonly after: string | undefined;
}

/** Properties by name. */
type Properties = Readonly<Record<string, string>>;

/**
 * Tells before it happens what a new callback gets from an old one: those of the new one in the order in which they are sent, then
 * those that stay behind. It asks {@link mergeProperties} itself, so the preview and what is sent never differ.
 * @param change properties to set, by name; null leaves one out
 */
export function mergePreview(old: Properties, change: Readonly<Record<string, string | null>>): readonly MergeRow[] {
  const merged = mergeProperties(old, change);
  const keys = new Set([...Object.keys(merged), ...Object.keys(old)]);
  return [...keys].map((key) => {
    const before = own(old, key);
    const after = own(merged, key);
    return { key, kind: kindOf(key, before, after), before, after };
  });
}

function kindOf(key: string, before: string | undefined, after: string | undefined): MergeKind {
  if (after === undefined) return isReservedKey(key) ? 'not-carried' : 'left-out';
  if (before === undefined) return 'new';
  return before === after ? 'kept' : 'changed';
}

function own(properties: Properties, key: string): string | undefined {
  return Object.hasOwn(properties, key) ? properties[key] : undefined;
}
