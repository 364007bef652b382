import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

/** Ends with a sentence that says what to install, unless this Node can build the client. */
export function requireNode() {
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
  const fits = (major === 20 && minor >= 19) || (major === 22 && minor >= 12) || major > 22;
  if (fits) return;
  const manifest = fileURLToPath(new URL('../package.json', import.meta.url));
  const wanted = JSON.parse(readFileSync(manifest, 'utf8')).engines.node;
  stop(`The web client needs Node.js ${wanted} and npm; this is Node.js ${process.versions.node}.`);
}

/** Runs npm and waits; ends this process if it fails. */
export function npm(...args) {
  const windows = process.platform === 'win32';
  const run = spawnSync(windows ? 'npm.cmd' : 'npm', args, { stdio: 'inherit', shell: windows });
  if (run.error?.code === 'ENOENT')
    stop('The web client needs npm, which is not on the PATH: install it beside Node.js.');
  if (run.status !== 0) stop(`npm ${args.join(' ')} failed.`);
}

/** Ends this process with a sentence for whoever started it. */
export function stop(sentence) {
  console.error(sentence);
  process.exit(1);
}
