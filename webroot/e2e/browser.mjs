import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import process from 'node:process';

import { chromium } from 'playwright-core';

/** The system's Chromium; put there where this may be done, else its absence says what to install. */
export function launch() {
  const executablePath = process.env.BINOME_CHROMIUM ?? '/usr/bin/chromium';
  if (!existsSync(executablePath)) {
    if (process.getuid?.() !== 0 || !existsSync('/usr/bin/apt-get'))
      throw new Error(`no browser at ${executablePath}: install Chromium, or name it in BINOME_CHROMIUM`);
    execFileSync('apt-get', ['install', '-y', '--no-install-recommends', 'chromium'], { stdio: 'ignore' });
  }
  return chromium.launch({ executablePath, args: ['--no-sandbox'] });
}
