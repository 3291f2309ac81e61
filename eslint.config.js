import { readdirSync } from 'node:fs';
import js from '@eslint/js';
import { defineConfig, globalIgnores } from 'eslint/config';
import lit from 'eslint-plugin-lit';
import litA11y from 'eslint-plugin-lit-a11y';
import wc from 'eslint-plugin-wc';
import tseslint from 'typescript-eslint';
import { importDirection } from './eslint-rules/import-direction.js';
import {
  clocks,
  dispatching,
  localeAndZone,
  localeGlobals,
  nodeGlobals,
  rawMarkup,
  sleeping,
  wireNames,
  worldGlobals,
} from './eslint-rules/restrictions.js';

/** @typedef {Partial<import('eslint').Linter.RulesRecord>} Rules */

/**
 * @param {...{ selector: string, message: string }[]} groups
 * @returns {Rules}
 */
const forbidSyntax = (...groups) => ({ 'no-restricted-syntax': ['error', ...groups.flat()] });

/**
 * @param {...{ name: string, message: string }[]} groups
 * @returns {Rules}
 */
const forbidGlobals = (...groups) => ({ 'no-restricted-globals': ['error', ...groups.flat()] });

/**
 * The rules a plugin recommends for flat configuration.
 * @param {{ configs?: Record<string, any> | undefined }} plugin
 * @returns {Rules}
 */
const recommended = (plugin) => plugin.configs?.['flat/recommended'].rules;

const tags = readdirSync(new URL('./src/components/', import.meta.url));

/** An element reads from what it is, through what it takes and does, to how. Accessors stand where they are understood. */
const readingOrder = [
  ['public-static-field', 'protected-static-field', 'private-static-field', '#private-static-field', 'static-method'],
  'public-decorated-field',
  'private-decorated-field',
  'instance-field',
  'constructor',
  'public-instance-method',
  'protected-instance-method',
  '#private-instance-method',
];

const typedFiles = ['{src,mock-server,test,stories,demo,bench}/**/*.ts', '.storybook/**/*.ts'];
const plainFiles = ['**/*.js', '*.config.ts', '**/vite*.config.ts', '.storybook/*.config.ts'];

export default defineConfig(
  globalIgnores(['dist/', 'storybook-static/', 'coverage/', 'shots/', '.cache/', 'demo/dist/']),
  { linterOptions: { reportUnusedDisableDirectives: 'error' } },
  js.configs.recommended,

  {
    files: [...typedFiles, ...plainFiles],
    extends: [tseslint.configs.strictTypeChecked, tseslint.configs.stylisticTypeChecked],
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    rules: {
      eqeqeq: 'error',
      'object-shorthand': 'error',
      'prefer-template': 'error',
      'no-console': 'error',
      'no-warning-comments': ['error', { terms: ['todo', 'fixme', 'xxx'] }],
      'max-lines': ['error', 400],
      '@typescript-eslint/max-params': ['error', { max: 4 }],
      '@typescript-eslint/consistent-type-imports': 'error',
      '@typescript-eslint/consistent-type-exports': 'error',
      '@typescript-eslint/no-import-type-side-effects': 'error',
      '@typescript-eslint/switch-exhaustiveness-check': ['error', { considerDefaultExhaustiveForUnions: true }],
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
      '@typescript-eslint/no-confusing-void-expression': [
        'error',
        { ignoreArrowShorthand: true, ignoreVoidReturningFunctions: true },
      ],
      '@typescript-eslint/no-unnecessary-condition': [
        'error',
        { allowConstantLoopConditions: 'only-allowed-literals' },
      ],
      '@typescript-eslint/ban-ts-comment': [
        'error',
        { 'ts-expect-error': 'allow-with-description', 'ts-ignore': true },
      ],
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', ignoreRestSiblings: true }],
      // `emit<SomeEvent>(…)` names its event by a type argument on purpose.
      '@typescript-eslint/no-unnecessary-type-parameters': 'off',
      // State of the engine and drafts of forms are plain records with open keys.
      '@typescript-eslint/no-dynamic-delete': 'off',
      // `as T` where an index is known to be good; `!` says less and is forbidden by another rule.
      '@typescript-eslint/non-nullable-type-assertion-style': 'off',
      // Getters of constants keep brands and tags off the instances.
      '@typescript-eslint/class-literal-property-style': 'off',
    },
  },

  {
    files: ['{src,mock-server}/**/*.ts'],
    plugins: { house: { rules: { 'import-direction': importDirection } } },
    rules: {
      'house/import-direction': 'error',
      'max-lines-per-function': ['error', { max: 60, skipComments: true }],
      '@typescript-eslint/explicit-module-boundary-types': 'error',
    },
  },

  {
    files: ['src/**/*.ts'],
    rules: { ...forbidSyntax(wireNames, rawMarkup, dispatching), ...forbidGlobals(nodeGlobals) },
  },
  {
    files: ['src/{domain,record-index}/**/*.ts'],
    rules: { ...forbidSyntax(wireNames, clocks), ...forbidGlobals(nodeGlobals, worldGlobals) },
  },
  {
    files: ['src/wire/**/*.ts', 'src/domain/keys.ts'],
    rules: { ...forbidSyntax(clocks), ...forbidGlobals(nodeGlobals, worldGlobals) },
  },
  { files: ['src/internal/emit.ts'], rules: forbidSyntax(wireNames, rawMarkup) },
  { files: ['src/internal/{define,warn}.ts'], rules: { 'no-console': 'off' } },
  { files: ['mock-server/**/*.ts'], rules: forbidSyntax(wireNames) },
  { files: ['mock-server/{scenarios,http}/**/*.ts'], rules: { 'no-restricted-syntax': 'off' } },
  {
    files: ['mock-server/engine/**/*.ts'],
    rules: {
      ...forbidSyntax(wireNames, clocks, localeAndZone),
      ...forbidGlobals(nodeGlobals, worldGlobals, localeGlobals),
    },
  },
  {
    files: ['mock-server/scenarios/**/*.ts'],
    rules: {
      ...forbidSyntax(clocks, localeAndZone),
      ...forbidGlobals(nodeGlobals, worldGlobals, localeGlobals),
    },
  },

  {
    files: ['{src,stories,demo}/**/*.ts'],
    plugins: { lit, 'lit-a11y': litA11y, wc },
    settings: { wc: { elementBaseClasses: ['LitElement', 'ReactiveElement'] } },
    rules: {
      ...recommended(wc),
      'wc/guard-define-call': 'error',
      'wc/max-elements-per-file': 'error',
      'wc/no-method-prefixed-with-on': 'error',
      'wc/require-listener-teardown': 'error',

      ...recommended(lit),
      'lit/lifecycle-super': 'error',
      'lit/no-classfield-shadowing': 'error',
      'lit/no-native-attributes': 'error',
      'lit/no-property-change-update': 'error',
      'lit/no-template-arrow': 'error',
      'lit/no-template-bind': 'error',
      'lit/no-this-assign-in-render': 'error',
      'lit/no-useless-template-literals': 'error',
      'lit/no-value-attribute': 'error',
      'lit/prefer-nothing': 'error',
      'lit/prefer-static-styles': 'error',
      'lit/quoted-expressions': ['error', 'never'],

      ...litA11y.configs.recommended.rules,
      // It cannot see text that comes from an expression; axe judges names on the rendered page.
      'lit-a11y/accessible-name': 'off',
      // A table that is laid out by `display` loses its roles in some browsers; they are written out.
      'lit-a11y/no-redundant-role': 'off',
    },
  },
  {
    files: ['src/components/**/*.ts'],
    plugins: { wc },
    rules: {
      'wc/file-name-matches-element': ['error', { transform: ['kebab'], suffix: ['Element'] }],
      'wc/no-exports-with-element': 'error',
    },
  },
  {
    files: tags.map((tag) => `src/components/${tag}/${tag}.ts`),
    rules: { '@typescript-eslint/member-ordering': ['error', { default: { memberTypes: readingOrder } }] },
  },

  {
    files: ['test/**/*.ts'],
    rules: {
      ...forbidGlobals(sleeping),
      'no-console': 'off',
      '@typescript-eslint/no-unused-expressions': 'off',
      // Elements under test are made by the document, and fakes hand methods about.
      '@typescript-eslint/no-unsafe-class-instance-assignment': 'off',
      '@typescript-eslint/unbound-method': 'off',
      '@typescript-eslint/no-non-null-assertion': 'off',
      '@typescript-eslint/no-floating-promises': 'error',
    },
  },
  {
    files: ['{stories,demo}/**/*.ts', '.storybook/**/*.ts'],
    rules: { 'lit/no-template-arrow': 'off' },
  },
  {
    files: plainFiles,
    extends: [tseslint.configs.disableTypeChecked],
    // `tsc -p scripts` knows Node's globals and reports what is undefined.
    rules: { 'no-console': 'off', 'no-undef': 'off' },
  },
);
