import { BenchPage } from './browser.js';

/** @typedef {import('playwright').Browser} Browser */
/** @typedef {Record<string, number[]>} Figures */
/** @typedef {{ browser: Browser, program: string, name: string, size: number }} Start */

/** From here on a step takes so long that fewer of a kind must do. */
const MANY = 1_000_000;

/** What is taken from the result of a step. */
const typing = { 'type a character': of('typed'), 'delete a character': of('deleted') };
const selecting = { 'select all': of('all'), 'select one': of('one'), 'select none': of('none') };
const scrolling = { 'frames dropped of 120': of('dropped'), 'longest frame': of('longest') };

/** @param {string} part of a result */
function of(part) {
  return (/** @type {any} */ result) => /** @type {number | number[]} */ (result[part]);
}

/** @param {number | number[]} result */
const whole = (result) => result;

/**
 * One life of a table: everything a person does with it, once. Figures by the name of the step, in milliseconds unless the name says
 * otherwise.
 * @param {{ free: Browser, steady: Browser, program: string, name: string, size: number }} life
 * @returns {Promise<Figures>}
 */
export async function live({ free, steady, program, name, size }) {
  return {
    ...(await act({ browser: free, program, name, size })),
    ...(await move({ browser: steady, program, name, size })),
  };
}

/**
 * Whatever is over as soon as it is painted, in a browser that does not wait for the screen.
 * @param {Start} start
 */
export async function act(start) {
  const life = await Life.begin(start);
  const { page, size } = life;
  const before = await page.memory();
  const more = async () => (await page.memory()) - before;
  await life.take({ 'a fixed loop': whole }, 'spin');
  await life.take({ 'first rows': whole }, 'show');
  life.figures['heap after load, MB'] = [await more()];
  await life.take({ elements: whole }, 'elements');

  await life.take(typing, 'type', size >= MANY ? 2 : 5);
  await life.take({ 'sort, first': whole }, 'sort', 'ascending');
  for (const direction of ['descending', 'ascending', 'descending']) {
    await life.take({ 'sort, flipped': whole }, 'sort', direction);
  }
  await life.take({ 'type, sorted': of('typed') }, 'type', 2, 'descending');
  await life.take({}, 'sort', undefined);
  for (let time = 0; time < 3; time += 1) await life.take(selecting, 'select');
  if (life.isPaged) await life.take({ 'turn the page': whole }, 'turnPages', 8);
  for (let time = 0; time < 3; time += 1) await life.take({ 'refresh 1 %': whole }, 'refresh', size / 100);
  for (let time = 0; time < 3; time += 1) await life.take({ 'refresh 100': whole }, 'refresh', 100);
  await life.take({ jump: whole }, 'jump', 12);

  await life.take({ 'longest task': whole }, 'longestTask');
  await page.do('forget');
  life.figures['heap at the end, MB'] = [await more()];
  return life.end();
}

/**
 * What takes place over many frames, in a browser that makes sixty a second.
 * @param {Start} start
 */
async function move(start) {
  const life = await Life.begin(start);
  await life.take({}, 'show');
  await life.take(scrolling, 'scroll');
  if (await life.page.do('focusSearchBox')) {
    const text = /** @type {string} */ (await life.page.do('searchText', 2));
    for (let length = 1; length <= text.length; length += 1) {
      await life.page.do('awaitKey', text.slice(0, length));
      await life.page.press(text.charAt(length - 1));
      await life.take({ 'real key': whole }, 'keyTime');
    }
  }
  return life.end();
}

/** A table in a page of its own, and what was measured of it. */
class Life {
  /** @type {Figures} */
  figures = {};
  page;
  size;
  #name;

  /**
   * @param {BenchPage} page
   * @param {Start} start
   */
  constructor(page, { name, size }) {
    this.page = page;
    this.size = size;
    this.#name = name;
  }

  /** @param {Start} start */
  static async begin(start) {
    const page = await BenchPage.open(start.browser, start.program, start.name);
    await page.do('make', start.size);
    return new Life(page, start);
  }

  get isPaged() {
    return !this.#name.endsWith('one list');
  }

  /**
   * Does a step and notes its figures. One that cannot be done is told, and leaves a dash.
   * @param {Record<string, (result: any) => number | number[]>} figures what is taken from the result
   * @param {string} step
   * @param {...unknown} values
   */
  async take(figures, step, ...values) {
    try {
      const result = await this.page.do(step, ...values);
      for (const [name, pick] of Object.entries(figures)) (this.figures[name] ??= []).push(...[pick(result)].flat());
    } catch (error) {
      const [reason] = String(error).split('\n', 1);
      console.log(`${this.#name}, ${this.size.toLocaleString('en')} callbacks, ${step} ${values.join(' ')}: ${reason}`);
    }
  }

  async end() {
    await this.page.close();
    return this.figures;
  }
}
