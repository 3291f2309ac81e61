/** The element of a page that is there by design. */
export function find<E extends HTMLElement>(root: HTMLElement, selector: string): E {
  const found = root.querySelector<E>(selector);
  if (found === null) throw new Error(`Failed to run the demo: the page has no ${selector}.`);
  return found;
}
