// First on purpose: whichever language comes first would otherwise be the one that fills gaps.
import '../../src/translations/de.js';
import type { ReactiveControllerHost } from 'lit';
import { expect, it } from 'vitest';
import { LocalizeController } from '../../src/internal/localize.js';

function wordsIn(lang: string): LocalizeController {
  const host = { lang, addController: () => undefined };
  return new LocalizeController(host as unknown as ReactiveControllerHost & HTMLElement);
}

it('speaks English in a language it does not know, also when German was imported first', () => {
  expect(wordsIn('fr').term('notSpecified')).toBe('Not Specified');
});

it('speaks German in German', () => {
  expect(wordsIn('de').term('notSpecified')).not.toBe('Not Specified');
});
