/** Finds things in an element's shadow root the way people name them: by role and by the words they see or hear. */

function root(element: Element): ShadowRoot {
  if (element.shadowRoot === null) throw new Error(`<${element.localName}> has no shadow root.`);
  return element.shadowRoot;
}

/** The words of a node, spaces joined. */
export function words(node: Node | null | undefined): string {
  return (node?.textContent ?? '').replace(/\s+/g, ' ').trim();
}

function nameOf(control: Element): string {
  const label = control.getAttribute('aria-label');
  if (label !== null) return label;
  const labels = (control as HTMLInputElement).labels as NodeListOf<HTMLLabelElement> | null | undefined;
  return words(labels?.[0] ?? control);
}

function only<T extends Element>(element: Element, selector: string, name: string): T {
  const found = [...root(element).querySelectorAll<T>(selector)].filter((each) => nameOf(each) === name);
  if (found.length !== 1) throw new Error(`Expected one ${selector} named "${name}", found ${found.length}.`);
  return found[0] as T;
}

/** The button with this name. */
export function button(element: Element, name: string): HTMLButtonElement {
  return only(element, 'button', name);
}

/** Whether there is a button with this name. */
export function hasButton(element: Element, name: string): boolean {
  return [...root(element).querySelectorAll('button')].some((each) => nameOf(each) === name);
}

/** The text field, date field, radio button or check box with this name. */
export function input(element: Element, name: string): HTMLInputElement {
  return only(element, 'input', name);
}

/** The list of options with this name. */
export function select(element: Element, name: string): HTMLSelectElement {
  return only(element, 'select', name);
}

/** Types a value as a person's input does: the value, then the event. Real keys are for the keyboard tests. */
export async function fill(
  element: Element & { updateComplete: Promise<unknown> },
  name: string,
  value: string,
): Promise<void> {
  const control = only<HTMLInputElement | HTMLSelectElement>(element, 'input, select', name);
  control.value = value;
  control.dispatchEvent(new Event('input', { bubbles: true }));
  control.dispatchEvent(new Event('change', { bubbles: true }));
  await element.updateComplete;
}

/** Presses what has this name and waits until it shows. */
export async function press(element: Element & { updateComplete: Promise<unknown> }, name: string): Promise<void> {
  only<HTMLElement>(element, 'button, input', name).click();
  await element.updateComplete;
}

/** Words that describe a control besides its name. */
export function description(element: Element, control: Element): string {
  const ids = (control.getAttribute('aria-describedby') ?? '').split(' ').filter((id) => id !== '');
  return ids.map((id) => words(root(element).getElementById(id))).join(' ');
}

/** Name of what has the focus inside an element; empty when nothing has. */
export function focused(element: Element): string {
  const active = root(element).activeElement;
  return active === null ? '' : nameOf(active);
}

/** Collects the events of a name that an element fires. */
export function listen<E extends CustomEvent>(target: EventTarget, name: string): E[] {
  const events: E[] = [];
  target.addEventListener(name, (event) => events.push(event as E));
  return events;
}
