import { CallbackError, isCallbackError } from '../domain/errors.js';
import { VERSION } from './version.js';
import { warnOnce } from './warn.js';

const BRAND = Symbol.for('callback-elements.version');

/** A class that can be registered: it knows the tag it has when nobody chooses another. */
export interface DefinableElement extends CustomElementConstructor {
  readonly tag: string;
}

/**
 * Registers a class under a tag. Free: registered. Held by this class: nothing. Held by another copy of this library: nothing, and one
 * warning that names both versions. Held by a stranger: throws `tag-taken`. No registry (on a server): nothing.
 * Another tag than the class's own registers a subclass, since a class can be registered only once per registry.
 */
export function defineElement(
  element: DefinableElement,
  tag: string = element.tag,
  registry: CustomElementRegistry | undefined = 'customElements' in globalThis ? globalThis.customElements : undefined,
): void {
  if (registry === undefined) return;
  const holder = registry.get(tag);
  if (holder === undefined) {
    registry.define(tag, tag === element.tag ? brand(element) : brand(class extends element {}));
    return;
  }
  if (holder === element || holder.prototype instanceof element) return;
  const version = (holder as unknown as Record<symbol, unknown>)[BRAND];
  if (typeof version === 'string') {
    warnOnce(
      `Failed to define <${tag}> ${VERSION}: another copy of callback-elements, ${version}, has defined it. ` +
        `Load one copy, or give this one another name with ${element.name}.define('my-${tag}').`,
    );
    return;
  }
  throw new CallbackError(
    'tag-taken',
    `Failed to define <${tag}>: the tag is held by ${holder.name === '' ? 'an anonymous class' : holder.name}. ` +
      `Give ours another name with ${element.name}.define('my-${tag}').`,
  );
}

/** Does what an import of a `/define` module does: a taken tag is told on the console and does not take the page down. */
export function defineOnImport(element: { define(): void }): void {
  try {
    element.define();
  } catch (error) {
    if (!isCallbackError(error) || error.code !== 'tag-taken') throw error;
    console.error(error.message);
  }
}

/** Whether a tag resolves to the given class, a subclass of it, or the same element of another copy of this library. */
export function isOurs(
  element: DefinableElement,
  registry: CustomElementRegistry = globalThis.customElements,
): boolean {
  const holder = registry.get(element.tag);
  if (holder === undefined) return false;
  return holder === element || holder.prototype instanceof element || BRAND in holder;
}

function brand<T extends CustomElementConstructor>(element: T): T {
  if (!Object.hasOwn(element, BRAND)) Object.defineProperty(element, BRAND, { value: VERSION });
  return element;
}
