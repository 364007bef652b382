import { spawn, spawnSync } from 'node:child_process';
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

const windows = process.platform === 'win32';
const program = windows ? 'npm.cmd' : 'npm';
const options = { stdio: 'inherit', shell: windows };

/** Runs npm and waits; ends this process if it fails. */
export function npm(...args) {
  const { error, status } = spawnSync(program, args, options);
  ended(args, error, status);
}

/** Runs scripts of package.json beside each other and waits; ends this process if one fails. */
export async function scripts(...names) {
  const run = (name) =>
    new Promise((done) => {
      const args = ['run', '--silent', name];
      spawn(program, args, options)
        .on('error', (error) => ended(args, error, null))
        .on('exit', (status) => {
          ended(args, undefined, status);
          done();
        });
    });
  await Promise.all(names.map(run));
}

function ended(args, error, status) {
  if (error?.code === 'ENOENT')
    stop('The web client needs npm, which is not on the PATH: install it beside Node.js.');
  if (status !== 0) stop(`npm ${args.join(' ')} failed.`);
}

/** Ends this process with a sentence for whoever started it. */
export function stop(sentence) {
  console.error(sentence);
  process.exit(1);
}
