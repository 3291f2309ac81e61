/**
 * No list is drawn higher than about this, in pixels: engines cut elements off at 17.8 million (Gecko) or 33.5 million (Blink, WebKit).
 */
const HIGHEST = 12_000_000;
/** Within this distance of either end, in pixels, what the list is ahead of the scroll bar is made good. */
const ZONE = 100_000;

const within = (value: number, least: number, most: number): number => Math.max(least, Math.min(value, most));

/**
 * Where a list stands for each position of the scroll bar. Up to twelve million pixels they are the same; a longer list is drawn no
 * higher than that, and is then further along than the scroll bar by the shift:
 *
 * - A small scroll keeps the shift: rows move with it pixel by pixel.
 * - A jump, as by the scroll bar, sets it in proportion. Within a hundred thousand pixels of either end, that is what brings the list
 *   to that end pixel by pixel; only between the two do pixels of the scroll bar stand for more than one of the list.
 * - Who scrolls into one of those zones from far off arrives with another shift than that. It is brought in line little by little on the
 *   way to the end, so that both ends are always reached, and the speed rises smoothly instead of in a leap.
 *
 * The same takes in what rows above the screen turn out higher or lower than they were taken to be: the shift grows by it and the rows
 * in sight stay, without anything being scrolled.
 */
export class ScrollMap {
  #length = 0;
  #screen = 0;
  #surplus = 0;
  #shift = 0;

  /** Height to draw the list at. */
  get height(): number {
    return this.#length - this.#surplus;
  }

  /** What the list is further along than the scroll bar. */
  get shift(): number {
    return this.#shift;
  }

  /** Sets the height of all rows and of what can be seen of them at once. */
  resize(length: number, screen: number): void {
    this.#length = length;
    this.#screen = screen;
    // Heights found out on the way may change the height drawn a little: taking the surplus anew would move what is at the end.
    const isNear = this.#surplus > 0 && Math.abs(this.height - HIGHEST) < HIGHEST / 10;
    if (!isNear) this.#surplus = Math.max(0, length - HIGHEST);
  }

  /** Puts the list where the position of the scroll bar says, whatever was before. */
  jump(to: number): void {
    const zone = this.#zone;
    this.#shift = this.#surplus === 0 ? 0 : this.#surplus * within((to - zone) / (this.#range - 2 * zone), 0, 1);
  }

  /** Follows a small scroll. */
  move(from: number, to: number): void {
    const before = within(from, 0, this.#range);
    const after = within(to, 0, this.#range);
    const lacking = this.#surplus - this.#shift;
    if (after === 0) this.#shift = 0;
    else if (after < before) this.#shift *= this.#share(after) / this.#share(before);
    // Who is further along than needed comes to the last row before the scroll bar ends, and there the list ends too.
    else if (after > before && lacking > 0) {
      this.#shift = this.#surplus - (lacking * this.#share(this.#range - after)) / this.#share(this.#range - before);
    }
  }

  /** Keeps what is in sight where it is when rows above it turn out so much higher. */
  hold(by: number): void {
    this.#shift += by;
  }

  /** The position of the scroll bar from which a jump shows this distance from the first row's top. */
  positionOf(offset: number): number {
    const zone = this.#zone;
    const far = this.#range + this.#surplus;
    if (this.#surplus === 0 || offset <= zone) return offset;
    if (offset >= far - zone) return offset - this.#surplus;
    return zone + ((offset - zone) * (this.#range - 2 * zone)) / (far - 2 * zone);
  }

  /** How far the scroll bar moves from one end to the other. */
  get #range(): number {
    return Math.max(0, this.height - this.#screen);
  }

  get #zone(): number {
    return Math.min(ZONE, this.#range / 4);
  }

  /** Part of the shift that is left at a distance from the end at which none must be. */
  #share(distance: number): number {
    const part = Math.min(1, distance / this.#zone);
    return part * (2 - part);
  }
}
