import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';

import { chromium } from 'playwright-core';

const places = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'];

/**
 * Where the browser of the tests is: the one that BINOME_CHROMIUM names, or the system's, installed where
 * that may be done, as root on Debian. Without one no test of a screen is passed over: this throws, with
 * what to install.
 *
 * @returns {string}
 */
export function browser() {
  const named = process.env.BINOME_CHROMIUM;
  const found = (named === undefined ? places : [named]).find((path) => existsSync(path));
  if (found !== undefined) return found;
  if (named !== undefined) throw new Error(`BINOME_CHROMIUM names ${named}, where there is nothing`);
  if (process.getuid?.() === 0 && existsSync('/usr/bin/apt-get') && installed()) return places[0];
  throw new Error('The tests need a browser: install Chromium, or name one in BINOME_CHROMIUM.');
}

/** A machine that is new has no list of packages yet. */
function installed() {
  const get = (...args) => spawnSync('/usr/bin/apt-get', args, { stdio: 'ignore' }).status === 0;
  const install = () => get('install', '-y', '--no-install-recommends', 'chromium');
  console.log('Installing Chromium for the tests…');
  return (install() || (get('update') && install())) && existsSync(places[0]);
}

/** Starts it. */
export function launch() {
  return chromium.launch({ executablePath: browser(), args: ['--no-sandbox'] });
}
