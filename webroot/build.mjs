// Called by Maven in generate-resources. Installs and builds only what changed since the last time:
// whoever compiles the server twice does not wait twice for the client.
import { existsSync, mkdirSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { createHash } from 'node:crypto';
import { join } from 'node:path';

import { npm, requireNode } from './tools/npm.mjs';

requireNode();
process.chdir(import.meta.dirname);
const target = '../target';
mkdirSync(target, { recursive: true });

// Beside what it describes, so that mvn clean does not cost an installation.
step('node_modules/.binome.stamp', 'node_modules', digest(['package-lock.json', '.npmrc']), () =>
  npm('ci', '--prefer-offline', '--no-audit', '--no-fund', '--loglevel=error'),
);
step(`${target}/client.stamp`, `${target}/classes/webroot/index.html`, digest(sources('.')), () =>
  npm('run', '--silent', 'build', '--', '--logLevel=warn'),
);

/** Runs the work if its product is missing or was made from something else, and remembers from what. */
function step(stamp, product, key, work) {
  if (existsSync(product) && existsSync(stamp) && readFileSync(stamp, 'utf8') === key) return;
  work();
  writeFileSync(stamp, key);
}

function sources(directory) {
  return readdirSync(directory, { withFileTypes: true })
    .filter((entry) => entry.name !== 'node_modules')
    .flatMap((entry) => {
      const path = join(directory, entry.name);
      return entry.isDirectory() ? sources(path) : path.endsWith('.test.ts') ? [] : [path];
    })
    .sort();
}

function digest(files) {
  const hash = createHash('sha256').update(process.version);
  for (const file of files) hash.update(`\0${file}\0`).update(readFileSync(file));
  return hash.digest('hex');
}
