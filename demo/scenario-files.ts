import type { MockEngine, ScenarioFile } from '../mock-server/browser.js';
import { isCallbackError } from '../src/domain/errors.js';
import { find } from './find.js';

/** What connects the buttons with the rest of the page. */
interface ScenarioFileHooks {
  readonly tell: (note: string) => void;
  /** Everything the page shows is of another mock now. */
  readonly opened: () => void;
}

/** Lets a visitor save everything that was done to the mock as a file, and open such a file. */
export function connectScenarioFiles(
  strip: HTMLElement,
  engine: MockEngine,
  { tell, opened }: ScenarioFileHooks,
): void {
  const input = find<HTMLInputElement>(strip, '#file');
  find(strip, '#save').addEventListener('click', () => {
    attempt(tell, () => {
      const file = engine.saveScenario();
      const name = nameOf(file, engine);
      download(name, JSON.stringify(file, null, 2));
      tell(`Saved ${name}: ${counted(file)}. Play it with "npm run mock -- replay ${name}".`);
    });
  });
  find(strip, '#open').addEventListener('click', () => input.click());
  input.addEventListener('change', () => {
    const [file] = input.files ?? [];
    // The same file may be chosen again.
    input.value = '';
    if (file !== undefined) void open(file);
  });

  async function open(file: File): Promise<void> {
    const text = await file.text();
    attempt(tell, () => {
      const scenario = parsed(text);
      engine.openScenario(scenario);
      tell(`Opened ${file.name}: ${counted(scenario as ScenarioFile)}.`);
      opened();
    });
  }
}

/** What goes wrong for a reason that people can mend is told; anything else is a mistake of the page. */
function attempt(tell: (note: string) => void, run: () => void): void {
  try {
    run();
  } catch (error) {
    if (!isCallbackError(error)) throw error;
    tell(error.message);
  }
}

/** A text that is not JSON is no scenario file either, and the mock says so. */
function parsed(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined;
  }
}

function counted({ commands }: ScenarioFile): string {
  return commands.length === 1 ? '1 command' : `${commands.length} commands`;
}

function nameOf({ clock }: ScenarioFile, engine: MockEngine): string {
  return `${engine.state().scenario}-${clock.now.replace(/\.\d+Z$/, '').replaceAll(':', '-')}.json`;
}

function download(name: string, text: string): void {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(new Blob([text], { type: 'application/json' }));
  link.download = name;
  link.click();
  URL.revokeObjectURL(link.href);
}
