import type { ReactiveController, ReactiveControllerHost } from 'lit';
import type { Later } from '../../internal/after-press.js';

/** The element whose fields are held to what is said about them. */
interface ValidityHost extends ReactiveControllerHost {
  readonly renderRoot: HTMLElement | DocumentFragment;
}

/** What people do with a form besides typing. */
export interface FormBehaviour {
  /** Somebody left the field of this name. */
  readonly leave: (name: string) => void;
  /** Somebody wants the form back as it opened. */
  readonly reset: () => void;
  /** What is said beside a field moves what stands below: this says when nothing is pressed there any more. */
  readonly later: Later;
}

type Field = HTMLInputElement | HTMLSelectElement | HTMLTextAreaElement;

const FIELDS = 'input, select, textarea';

const INVALID = '[aria-invalid="true"]';

/**
 * Makes a form in a shadow root behave as the platform's: a field about which something is said is invalid to the platform too, with
 * the very words; a field is left only once nothing can move under the pointer any more; and the form's own `reset` works.
 */
export class ValidityController implements ReactiveController {
  readonly #host: ValidityHost;
  readonly #behaviour: FormBehaviour;
  readonly #left = new Set<string>();
  #listens = false;

  constructor(host: ValidityHost, behaviour: FormBehaviour) {
    this.#host = host;
    this.#behaviour = behaviour;
    host.addController(this);
  }

  hostUpdated(): void {
    const root = this.#host.renderRoot;
    if (!this.#listens) this.#listen(root);
    for (const field of root.querySelectorAll<Field>(FIELDS)) {
      const words = wordsAbout(field);
      if (field.validationMessage !== words) field.setCustomValidity(words);
    }
  }

  /** Gives the focus to the first field, in the order in which people read, about which something is said. */
  focusFirst(): void {
    const first = this.#host.renderRoot.querySelector<HTMLElement>(INVALID);
    const inGroup = first?.querySelector<HTMLElement>(':is(input, select):not(:disabled)');
    (inGroup ?? first)?.focus();
  }

  /** Gives the focus to the field of a name. */
  focusField(name: string): void {
    const fields = [...this.#host.renderRoot.querySelectorAll<Field>(FIELDS)].filter((each) => each.name === name);
    const field = fields.find((each) => each.matches(INVALID)) ?? fields.find((each) => !each.disabled);
    field?.focus();
  }

  #listen(root: HTMLElement | DocumentFragment): void {
    this.#listens = true;
    root.addEventListener('focusout', this.#leave);
    root.addEventListener('reset', this.#reset);
  }

  readonly #leave = (event: Event): void => {
    const { target, relatedTarget } = event as FocusEvent;
    const name = nameOf(target);
    // Between fields of one name, such as radio buttons, nothing is left.
    if (name === '' || name === nameOf(relatedTarget)) return;
    this.#left.add(name);
    this.#behaviour.later(this.#tellLeft);
  };

  readonly #tellLeft = (): void => {
    for (const name of this.#left) this.#behaviour.leave(name);
    this.#left.clear();
  };

  readonly #reset = (event: Event): void => {
    event.preventDefault();
    this.#behaviour.reset();
  };
}

/** What stands beside a field about it; for a group of radio buttons the first one that is on speaks. */
function wordsAbout(field: Field): string {
  const group = field.type === 'radio' ? field.closest(`[role="radiogroup"]${INVALID}`) : null;
  if (group !== null) return group.querySelector('input:not(:disabled)') === field ? problemOf(group) : '';
  return field.matches(INVALID) ? problemOf(field) : '';
}

/** The problem among what describes something. */
function problemOf(described: Element): string {
  const ids = described.getAttribute('aria-describedby')?.split(' ') ?? [];
  const root = described.getRootNode() as ShadowRoot;
  const problem = ids.map((id) => root.getElementById(id)).find((each) => each?.matches('.problem'));
  return problem?.textContent.trim() ?? '';
}

function nameOf(target: EventTarget | null): string {
  return (target as Partial<Field> | null)?.name ?? '';
}
