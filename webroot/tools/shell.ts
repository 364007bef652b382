import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';

import type { Plugin } from 'vite';

const worker = new URL('../worker/sw.js', import.meta.url);
const pub = new URL('../public/', import.meta.url);

/** Writes the service worker, with the names of all that the client is made of. */
export function shell(): Plugin {
  return {
    name: 'binome-shell',
    apply: 'build',
    enforce: 'post',
    generateBundle(_options, bundle) {
      const page = bundle['index.html'];
      if (page?.type !== 'asset') throw new Error('the page is not among what was built');
      const built = Object.keys(bundle).filter((name) => name !== 'index.html');
      const plain = readdirSync(pub).sort();
      const files = ['', ...built.sort(), ...plain].map((name) => `/${name}`);
      // The name of a built file says what is in it; those of the page and of the plain files do not.
      const hash = createHash('sha256').update(page.source).update(files.join(' '));
      for (const name of plain) hash.update(readFileSync(new URL(name, pub)));
      const source = readFileSync(worker, 'utf8')
        .replace('%VERSION%', hash.digest('hex').slice(0, 12))
        .replace('%FILES%', files.join(' '));
      this.emitFile({ type: 'asset', fileName: 'sw.js', source });
    },
  };
}
