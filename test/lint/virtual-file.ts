import { fileURLToPath } from 'node:url';
import { ESLint } from 'eslint';
import type { Linter } from 'eslint';
import { parser } from 'typescript-eslint';

const cwd = fileURLToPath(new URL('../..', import.meta.url));
const project = new ESLint({ cwd });

/** The rules of the house that need no types, so that they can run on text that is in no file. */
const untyped = ['house/import-direction', 'no-restricted-syntax', 'no-restricted-globals', 'no-console', 'max-lines'];

/**
 * What the project's own configuration says about a file with this path and this text.
 * Only rules without type information run: a file that does not exist belongs to no program.
 */
export async function lint(filePath: string, code: string): Promise<string[]> {
  const config = (await project.calculateConfigForFile(filePath)) as Linter.Config;
  const rules = Object.fromEntries(Object.entries(config.rules ?? {}).filter(([name]) => untyped.includes(name)));
  const eslint = new ESLint({
    cwd,
    overrideConfigFile: true,
    overrideConfig: [
      {
        files: ['**/*.ts'],
        languageOptions: { parser },
        plugins: config.plugins ?? {},
        rules,
      },
    ],
  });
  const results = await eslint.lintText(code, { filePath });
  return results.flatMap(({ messages }) => messages.map(({ message }) => message));
}
