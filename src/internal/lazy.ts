import { warnOnce } from './warn.js';

/** How the engines say that a module could not be had, which is no fault of it. */
const NOT_HAD = /imported module|module script|module specifier|module name/i;

/**
 * A part of the program that is loaded when somebody first wants it. Until it is there, and where it cannot be loaded, there is no value;
 * a later wish tries again.
 */
export class Lazy<T> {
  readonly #load: () => Promise<T>;
  readonly #loaded: () => void;
  #value: T | undefined;
  #isLoading = false;

  /** @param loaded called once, when there is a value */
  constructor(load: () => Promise<T>, loaded: () => void) {
    this.#load = load;
    this.#loaded = loaded;
  }

  get value(): T | undefined {
    return this.#value;
  }

  /**
   * Begins to load it, unless it is there or under way. Never rejects: whoever wants it can do without. A developer is told once when it
   * was there and threw.
   */
  async want(): Promise<void> {
    if (this.#value !== undefined || this.#isLoading) return;
    this.#isLoading = true;
    try {
      this.#value = await this.#load();
    } catch (error) {
      // Offline, or a bundle that leaves it out.
      if (!isNotHad(error)) warnOnce(brokenWords(error));
      return;
    } finally {
      this.#isLoading = false;
    }
    this.#loaded();
  }
}

/** Bundlers have a name of their own for it. */
function isNotHad(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  return error.name === 'ChunkLoadError' || (error instanceof TypeError && NOT_HAD.test(error.message));
}

function brokenWords(error: unknown): string {
  return (
    `Failed to load a part of callback-elements: its module threw while it was evaluated (${String(error)}). ` +
    'The page does without it; check how the module is bundled or served.'
  );
}
