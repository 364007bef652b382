import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';

import { ESLint } from 'eslint';
import { describe, expect, test } from 'vitest';

const root = fileURLToPath(new URL('..', import.meta.url));

describe('the checks themselves', () => {
  test('svelte-check reports a planted fault of each sort', { timeout: 60_000 }, () => {
    const run = spawnSync(
      'npx',
      [
        'svelte-check',
        '--tsconfig',
        'tools/planted/tsconfig.json',
        '--output',
        'machine',
        '--fail-on-warnings',
      ],
      { cwd: root, encoding: 'utf8' },
    );
    expect(run.status).not.toBe(0);
    expect(run.stdout).toMatch(/Fault\.svelte.*'number' is not assignable to type 'string'/);
    expect(run.stdout).toMatch(/Fault\.svelte.*'missing' does not exist/);
    expect(run.stdout).toMatch(/Fault\.svelte.*must be accompanied by a keyboard event handler/);
    expect(run.stdout).toMatch(/fault\.ts.*'undefined' is not assignable to type 'string'/);
  });

  test.each([
    [
      'src/text/planted.ts',
      "import { boards } from '../board/boards';\nexport default boards;",
      'no-restricted-imports',
    ],
    [
      'src/board/planted.ts',
      "import { rooms } from '../room/rooms';\nexport default rooms;",
      'no-restricted-imports',
    ],
    ['src/room/planted.ts', "import { fr } from '../ui/fr';\nexport default fr;", 'no-restricted-imports'],
    ['src/text/planted.ts', "import { openDB } from 'idb';\nexport default openDB;", 'no-restricted-imports'],
    ['src/text/planted.ts', 'export default () => document.body;', 'no-restricted-globals'],
    ['src/board/planted.ts', 'export default () => setTimeout(() => 1, 5);', 'no-restricted-globals'],
    ['src/room/planted.ts', "export default () => new WebSocket('ws://x');", 'no-restricted-globals'],
    ['src/room/planted.ts', 'export default () => Date.now();', 'no-restricted-globals'],
    ['src/room/planted.ts', 'export default () => Math.random();', 'no-restricted-properties'],
    ['src/ui/planted.ts', "export default (e: Element) => (e.innerHTML = '<b>');", 'no-restricted-syntax'],
    ['src/ui/Planted.svelte', '{@html "<b>"}', 'svelte/no-at-html-tags'],
    ['src/ui/Planted.svelte', '<p style="color: red">x</p>', 'no-restricted-syntax'],
  ])(
    'ESLint refuses in %s: %s',
    async (filePath, code, rule) => {
      // Types are not needed by these rules, and a file that does not exist has none.
      const eslint = new ESLint({
        cwd: root,
        overrideConfig: [{ languageOptions: { parserOptions: { project: null } } }],
        ruleFilter: ({ ruleId }) => ruleId === rule,
      });
      const [result] = await eslint.lintText(code, { filePath });
      expect(result?.messages.map((message) => message.ruleId)).toContain(rule);
    },
    60_000,
  );
});
