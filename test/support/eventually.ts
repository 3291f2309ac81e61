import { waitUntil } from '@open-wc/testing';

/** Waits for something that a slow machine may take a while to do, such as loading a module for the first time. */
export function eventually(isSo: () => boolean, what = 'it comes true'): Promise<void> {
  return waitUntil(isSo, what, { timeout: 8000 });
}
