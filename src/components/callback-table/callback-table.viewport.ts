/** A vertical extent on the screen, in pixels from its top. */
export interface Extent {
  readonly top: number;
  readonly bottom: number;
}

/**
 * What can be seen of an element: knows everything that scrolls around it, through slots and shadow roots, and tells of each scroll
 * before the next frame is drawn.
 */
export class Viewport {
  readonly #element: HTMLElement;
  readonly #scrolled: () => void;
  #around = new Set<EventTarget>();
  #roots: readonly (Document | ShadowRoot)[] = [];
  #frames: readonly Element[] | undefined;

  constructor(element: HTMLElement, scrolled: () => void) {
    this.#element = element;
    this.#scrolled = scrolled;
  }

  /** Takes up where the element stands now. */
  connect(): void {
    this.disconnect();
    this.#around = new Set(ancestors(this.#element));
    this.#roots = [...this.#around].filter((node) => node instanceof Document || node instanceof ShadowRoot);
    // Scrolling neither bubbles nor leaves a shadow root: every root around has to be listened to, on the way down.
    for (const root of this.#roots) root.addEventListener('scroll', this.#noticed, { capture: true, passive: true });
  }

  disconnect(): void {
    for (const root of this.#roots) root.removeEventListener('scroll', this.#noticed, { capture: true });
    this.#roots = [];
    this.#frames = undefined;
  }

  /** The part of the screen in which the element can be seen. To be asked where layout is settled. */
  get extent(): Extent {
    this.#frames ??= [...this.#around].filter((node) => node instanceof Element && isFrame(node)) as Element[];
    let top = 0;
    let bottom = window.innerHeight;
    for (const frame of this.#frames) {
      const box = frame.getBoundingClientRect();
      top = Math.max(top, box.top);
      bottom = Math.min(bottom, box.bottom);
    }
    return { top, bottom };
  }

  /** Scrolls whatever it is that the element scrolls in. */
  scrollBy(top: number): void {
    const scroller = this.#frames?.find((frame) => frame.scrollHeight > frame.clientHeight);
    (scroller ?? document.scrollingElement)?.scrollBy({ top, behavior: 'instant' });
  }

  readonly #noticed = ({ target }: Event): void => {
    if (target !== null && this.#around.has(target)) this.#scrolled();
  };
}

/** Everything around an element as it is drawn: through the slots that it and those around it are assigned to. */
function* ancestors(element: Element): Generator<Node> {
  let node: Node | null = element;
  for (;;) {
    if (node instanceof ShadowRoot) node = node.host;
    else node = (node instanceof Element ? node.assignedSlot : null) ?? node.parentNode;
    if (node === null) return;
    yield node;
  }
}

/** Whether an element cuts off what does not fit into it. Of the page itself, the window does that. */
function isFrame(element: Element): boolean {
  const { body, documentElement } = document;
  const clips = (one: Element): boolean => getComputedStyle(one).overflowY !== 'visible';
  if (element === documentElement) return false;
  return clips(element) && (element !== body || clips(documentElement));
}
