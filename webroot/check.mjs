// Run by ClientFormTest and ClientTest: `form` is format, lint and types, `tests` the tests of the client.
import { browser } from './tools/browser.mjs';
import { npm, requireNode, scripts, stop } from './tools/npm.mjs';

requireNode();
process.chdir(import.meta.dirname);
if (process.argv[2] === 'form') {
  if (process.env.BINOME_LONG === undefined) process.env.BINOME_DAILY = '1';
  await scripts('lint', 'types');
} else {
  // At the start: whoever has to install one is told before the tests have run.
  try {
    browser();
  } catch (error) {
    stop(error.message);
  }
  process.env.BINOME_WHOLE = '1';
  npm('run', '--silent', 'test');
}
