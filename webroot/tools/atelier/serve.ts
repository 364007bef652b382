import { createServer } from 'node:http';
import { readFile } from 'node:fs/promises';
import type { AddressInfo } from 'node:net';
import { extname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

import { official } from '../official.ts';
import { school } from './school.ts';

/** The policy that the server sends: no script or style that is not a file of ours. */
export const policy = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self' data:",
  "font-src 'self'",
  "connect-src 'self'",
  "manifest-src 'self'",
  "form-action 'self'",
  "base-uri 'none'",
  "frame-ancestors 'none'",
  "require-trusted-types-for 'script'",
  'trusted-types svelte-trusted-html binome-worker',
].join('; ');

const types: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript',
  '.css': 'text/css',
  '.svg': 'image/svg+xml',
};

const answers: Readonly<Record<string, unknown>> = {
  'GET /api/me': { person: 'claire', name: 'Claire K.', responsable: true },
  'GET /api/referentiels': official,
  'GET /api/classes': [
    {
      board: 'b1',
      label: '1MA',
      year: 'premiere',
      rentree: 2026,
      people: [
        { person: 'claire', name: 'Claire K.', role: 'responsable' },
        { person: 'mehdi', name: 'Mehdi R.', role: 'ecriture' },
      ],
      waiting: [
        {
          situation: 's1',
          titre: 'Le guichet unique de la mairie ouvre au public',
          accord: true,
          propositions: 2,
          mention: true,
          commentaires: 0,
        },
        { situation: 's3', titre: '', accord: false, propositions: 1, mention: false, commentaires: 2 },
      ],
    },
  ],
  'GET /api/boards/b1/changes': {
    head: 7,
    things: [
      {
        id: 's1',
        kind: 'situation',
        at: '2026-11-25T17:10:00Z',
        by: ['mehdi'],
        what: ['etape.minutes', 'situation.consigne', 'situation.status'],
      },
      { id: 's2', kind: 'situation', at: '2026-11-25T17:20:00Z', by: ['pgone'], what: ['situation.titre'] },
      { id: 'bi1', kind: 'binome', at: '2026-11-25T17:20:00Z', by: ['mehdi'], what: ['binome.y'] },
    ],
  },
  'GET /api/boards/b1/snapshot': snapshot(),
  'GET /api/modeles': [
    { year: 'seconde', specialites: ['ma', 'mcv-a', 'mcv-b'], situation: 's1', snapshot: snapshot() },
    { year: 'premiere', specialites: ['ma'], situation: 's1', snapshot: snapshot() },
    { year: 'premiere', specialites: ['mcv-a'], situation: 's1', snapshot: snapshot() },
    { year: 'terminale', specialites: ['ma'], situation: 's1', snapshot: snapshot() },
  ],
  'GET /api/boards/b2/changes': { head: 1, things: [] },
  'POST /api/classes': {},
  'POST /api/invitations': { token: 'k3J9sQ0aZx1' },
};

/** The class as a client takes it from the server. */
function snapshot() {
  const { entities, texts } = school();
  const written = (id: string) =>
    Object.fromEntries(
      Object.entries(texts).flatMap(([key, text]) => {
        const [of, field] = key.split('/');
        return of === id && field !== undefined ? [[field, text]] : [];
      }),
    );
  return {
    incarnation: 'i1',
    seq: 1,
    entities: entities.map((entity, at) => ({
      ...entity,
      in: entity.in ?? entity.id,
      rank: String(at).padStart(6, '0'),
      fields: { ...entity.fields, ...written(entity.id) },
      written: {},
    })),
  };
}

/** What one who is not signed in is shown where anybody may try. */
function tryable(): Readonly<Record<string, unknown>> {
  const preview = {
    board: 'b1',
    situation: 's1',
    people: { claire: { name: 'Claire K.', hue: 0 }, mehdi: { name: 'Mehdi R.', hue: 1 } },
    snapshot: snapshot(),
  };
  return { 'GET /api/essais': preview, 'GET /api/referentiels': answers['GET /api/referentiels'] };
}

/** What the server answers; cookies say to whom. */
function answersTo(cookies: string): Readonly<Record<string, unknown>> {
  if (cookies.includes('mayTry')) return tryable();
  if (cookies.includes('signedOut')) return {};
  if (cookies.includes('newcomer')) return { ...answers, 'GET /api/classes': [] };
  if (cookies.includes('trying')) {
    const essai = { until: '2026-11-26T13:05:00Z', board: 'b1', paused: false };
    return { ...answers, 'GET /api/me': { person: 'claire', name: 'Claire K.', essai } };
  }
  return answers;
}

/**
 * Builds the screens around a fake board.
 *
 * @returns the folder
 */
export async function buildScreens(name: string): Promise<string> {
  // In a run of all tests only one needs them, and they take long to load.
  const [{ svelte }, { build }] = await Promise.all([import('@sveltejs/vite-plugin-svelte'), import('vite')]);
  const outDir = fileURLToPath(new URL(`../../../target/atelier/${name}`, import.meta.url));
  await build({
    root: fileURLToPath(new URL('.', import.meta.url)),
    configFile: false,
    logLevel: 'warn',
    publicDir: fileURLToPath(new URL('../../public', import.meta.url)),
    plugins: [svelte({ configFile: fileURLToPath(new URL('../../svelte.config.js', import.meta.url)) })],
    build: {
      outDir,
      emptyOutDir: true,
      assetsInlineLimit: 0,
      modulePreload: { polyfill: false },
      target: 'es2024',
    },
  });
  return outDir;
}

/** Serves the screens as the real server would: those of this run of the tests, or built for it alone. */
export async function serve(name: string): Promise<{ origin: string; close: () => void }> {
  const outDir = process.env['BINOME_SCREENS'] ?? (await buildScreens(name));
  const server = createServer((request, response) => {
    const path = new URL(request.url ?? '/', 'http://localhost').pathname;
    const cookies = request.headers.cookie ?? '';
    response.setHeader('content-security-policy', policy);
    if (path.startsWith('/api/')) {
      const answer =
        answersTo(cookies)[
          // A class that was made a moment ago is as any other.
          `${request.method ?? ''} ${path.replace(/(?<=boards\/)\w[\w-]{11}(?=\/changes)/, 'b2')}`
        ];
      response.statusCode = answer === undefined ? 401 : 200;
      response.end(JSON.stringify(answer ?? { reason: 'signedOut' }));
      return;
    }
    const file = extname(path) === '' ? 'index.html' : path;
    response.setHeader('content-type', types[extname(file)] ?? 'application/octet-stream');
    readFile(join(outDir, file)).then(
      (content) => response.end(content),
      () => response.writeHead(404).end(),
    );
  });
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  const { port } = server.address() as AddressInfo;
  return { origin: `http://127.0.0.1:${port}`, close: () => server.close() };
}
