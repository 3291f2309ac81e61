/**
 * Fails a browser test that made the console warn or complain.
 * The runner loads this file in front of every test file; a test that wants a message takes it with `takeConsole`.
 */
const messages: string[] = [];

for (const level of ['warn', 'error'] as const) {
  const original = console[level].bind(console);
  console[level] = (...parts: unknown[]): void => {
    messages.push(`console.${level}: ${parts.map(String).join(' ')}`);
    original(...parts);
  };
}

/** Takes the messages of the running test, so that they do not fail it. */
export function takeConsole(): readonly string[] {
  return messages.splice(0);
}

afterEach(function (this: Mocha.Context) {
  const seen = takeConsole();
  if (seen.length > 0) {
    throw new Error(
      `The console must stay silent in "${this.currentTest?.fullTitle() ?? ''}", but said:\n${seen.join('\n')}`,
    );
  }
});
