import js from '@eslint/js';
import svelte from 'eslint-plugin-svelte';
import { defineConfig, globalIgnores } from 'eslint/config';
import globals from 'globals';
import ts from 'typescript-eslint';

import svelteConfig from './svelte.config.js';

/** Each directory of src knows only those that stand before it, as the packages of the server do. */
const layers = ['text', 'wire', 'board', 'room', 'parcours', 'ui'];

/** Trade directories know the engine and nothing of each other. */
const engine = ['text', 'wire', 'board', 'room'];

const knows = (dir) => layers.slice(0, layers.indexOf(dir));

function boundary(dir) {
  const later = layers.filter((other) => other !== dir && !knows(dir).includes(other));
  const patterns = [];
  if (later.length > 0)
    patterns.push({
      regex: `^(\\.\\./)+(${later.join('|')})/`,
      message: `src/${dir} knows only: ${knows(dir).join(', ') || 'nothing'}.`,
    });
  if (engine.includes(dir))
    patterns.push({ regex: '^[^.]', message: `src/${dir} is plain TypeScript: no package, no Node.` });
  return {
    files: [`src/${dir}/**`],
    ignores: ['**/*.test.ts'],
    rules: { 'no-restricted-imports': ['error', { patterns }] },
  };
}

const markup = [
  {
    selector: 'MemberExpression[property.name=/^(innerHTML|outerHTML|insertAdjacentHTML|setHTMLUnsafe)$/]',
    message: 'Text of people never becomes markup: build elements.',
  },
  {
    selector: 'MemberExpression[object.name="document"][property.name=/^write/]',
    message: 'Text of people never becomes markup: build elements.',
  },
  {
    selector: 'SvelteAttribute[key.name="style"]',
    message: 'The content security policy refuses a style attribute in markup; style: directives pass.',
  },
];

export default defineConfig(
  globalIgnores(['tools/planted']),
  js.configs.recommended,
  ts.configs.strictTypeChecked,
  ts.configs.stylisticTypeChecked,
  svelte.configs.recommended,
  {
    linterOptions: { reportUnusedDisableDirectives: 'error' },
    languageOptions: {
      globals: { ...globals.browser },
      parserOptions: { project: ['./tsconfig.tools.json'], extraFileExtensions: ['.svelte'] },
    },
    rules: {
      '@typescript-eslint/no-unused-vars': ['error', { ignoreRestSiblings: true }],
      eqeqeq: 'error',
      'no-console': 'error',
      '@typescript-eslint/consistent-type-imports': 'error',
      '@typescript-eslint/switch-exhaustiveness-check': [
        'error',
        { allowDefaultCaseForExhaustiveSwitch: false, requireDefaultForNonUnion: false },
      ],
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
      '@typescript-eslint/no-confusing-void-expression': ['error', { ignoreArrowShorthand: true }],
      '@typescript-eslint/no-misused-spread': ['error', { allow: ['string'] }],
      'no-restricted-syntax': ['error', ...markup],
    },
  },
  {
    files: ['**/*.svelte', '**/*.svelte.ts'],
    languageOptions: { parserOptions: { parser: ts.parser, svelteConfig } },
    rules: {
      'svelte/no-at-html-tags': 'error',
      'svelte/button-has-type': 'error',
      'svelte/no-target-blank': 'error',
      'svelte/require-each-key': 'error',
      // Addresses here are those of our own router, not SvelteKit's.
      'svelte/no-navigation-without-resolve': 'off',
      // What a component is given has no type for ESLint; svelte-check sees it.
      '@typescript-eslint/no-unsafe-argument': 'off',
      '@typescript-eslint/no-unsafe-assignment': 'off',
      '@typescript-eslint/no-unsafe-call': 'off',
      '@typescript-eslint/no-unsafe-member-access': 'off',
      '@typescript-eslint/no-unsafe-return': 'off',
    },
  },
  ...layers.map(boundary),
  {
    // What runs in the simulation must give the same twice: clock and chance are handed in.
    files: engine.map((dir) => `src/${dir}/**`),
    ignores: ['**/*.test.ts'],
    rules: {
      'no-restricted-globals': [
        'error',
        ...[
          'document',
          'window',
          'self',
          'globalThis',
          'navigator',
          'location',
          'fetch',
          'WebSocket',
          'Worker',
        ],
        ...['setTimeout', 'setInterval', 'clearTimeout', 'queueMicrotask', 'requestAnimationFrame'],
        ...['localStorage', 'indexedDB', 'crypto', 'performance', 'Date', 'process'],
      ],
      'no-restricted-properties': ['error', { object: 'Math', property: 'random' }],
    },
  },
  { files: ['worker/**'], languageOptions: { globals: { ...globals.serviceworker } } },
  {
    files: ['*.mjs', '*.js', 'tools/**', '**/*.test.ts'],
    languageOptions: { globals: { ...globals.node } },
    rules: { '@typescript-eslint/no-non-null-assertion': 'off' },
  },
  {
    files: ['**/*.mjs', '**/*.js'],
    extends: [ts.configs.disableTypeChecked],
    rules: { 'no-console': 'off' },
  },
  // With each part of a screen its types are worked out anew. The daily run of all tests leaves the rules that
  // need them there to svelte-check, `npm run check` and the long profile.
  process.env['BINOME_DAILY'] === undefined
    ? []
    : {
        files: ['**/*.svelte'],
        extends: [ts.configs.disableTypeChecked],
        linterOptions: { reportUnusedDisableDirectives: 'off' },
        rules: { 'svelte/require-store-reactive-access': 'off' },
      },
);
