/**
 * Makes a property forgiving: null and undefined, which frameworks and removed attributes set, bring back what it begins with.
 * It stands before `@property`, on a property that is given a value in its declaration; the first value set is that one.
 */
export function forgiving(prototype: object, name: PropertyKey): void {
  const accessor = Object.getOwnPropertyDescriptor(prototype, name);
  const initial = new WeakMap<object, unknown>();
  Object.defineProperty(prototype, name, {
    ...accessor,
    set(this: object, value: unknown) {
      if (!initial.has(this)) initial.set(this, value);
      accessor?.set?.call(this, value ?? initial.get(this));
    },
  });
}
