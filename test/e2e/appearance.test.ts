import { afterAll, afterEach, beforeAll, expect, it } from 'vitest';
import { Demo } from './demo-page.js';
import type { DemoPage } from './demo-page.js';

let demo: Demo;
let portal: DemoPage;

beforeAll(async () => {
  demo = await Demo.start();
});

afterEach(async () => {
  await portal.close();
});

afterAll(async () => {
  await demo.stop();
});

/** Lightness of the page's ground and of a row's text, 0 to 255. */
async function lightness(): Promise<{ ground: number; text: number }> {
  await portal.waitForRows();
  return portal.page.evaluate(() => {
    const canvas = new OffscreenCanvas(1, 1).getContext('2d')!;
    const of = (colour: string): number => {
      canvas.fillStyle = colour;
      canvas.fillRect(0, 0, 1, 1);
      const [red = 0, green = 0, blue = 0] = canvas.getImageData(0, 0, 1, 1).data;
      return (red + green + blue) / 3;
    };
    const row = document
      .querySelector('callback-panel')!
      .shadowRoot!.querySelector('callback-table')!
      .shadowRoot!.querySelector('td')!;
    return { ground: of(getComputedStyle(document.body).backgroundColor), text: of(getComputedStyle(row).color) };
  });
}

it.each([
  ['Light', 'dark'],
  ['Dark', 'light'],
] as const)('can be read in %s although the system is %s', async (choice, system) => {
  portal = await demo.open();
  await portal.page.emulateMedia({ colorScheme: system });
  await portal.page.getByLabel('Colour scheme').selectOption({ label: choice });
  const { ground, text } = await lightness();
  expect(choice === 'Light' ? ground - text : text - ground).toBeGreaterThan(150);
});
