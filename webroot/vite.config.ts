import { svelte } from '@sveltejs/vite-plugin-svelte';
import { defineConfig } from 'vitest/config';

import { shell } from './tools/shell.ts';
import { weight } from './tools/weight.ts';

export default defineConfig(({ mode }) => ({
  plugins: [svelte(), weight({ entry: 130 * 1024, withEditor: 220 * 1024 }), shell()],
  // Svelte resolves to its server build in Node unless told that there is a document.
  ...(mode === 'test' ? { resolve: { conditions: ['browser'] } } : {}),
  build: {
    target: 'es2024',
    outDir: '../target/classes/webroot',
    emptyOutDir: true,
    // A data: address or an inline script would need a hole in the content security policy.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    reportCompressedSize: false,
  },
  server: {
    host: '127.0.0.1',
    proxy: {
      '/api': 'http://127.0.0.1:8080',
      '/ws': { target: 'ws://127.0.0.1:8080', ws: true },
    },
  },
  test: {
    projects: [
      {
        extends: true,
        test: {
          name: 'node',
          environment: 'node',
          globalSetup: process.env['BINOME_WHOLE'] === undefined ? [] : ['tools/atelier/once.ts'],
          include: [
            'src/{wire,text,board,room,parcours,evenement,etablissement}/**/*.test.ts',
            'tools/*.test.ts',
          ],
        },
      },
      {
        extends: true,
        test: {
          name: 'ui',
          environment: 'happy-dom',
          include: ['src/ui/**/*.test.ts'],
          // A document for each file took three quarters of their time.
          isolate: false,
        },
      },
    ],
  },
}));
