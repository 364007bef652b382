// Run by ClientTest: format, lint, types, then the tests of the client.
import { browser } from './tools/browser.mjs';
import { npm, requireNode, scripts, stop } from './tools/npm.mjs';

requireNode();
process.chdir(import.meta.dirname);
// At the start: whoever has to install one is told before the checks have run.
try {
  browser();
} catch (error) {
  stop(error.message);
}
await scripts('lint', 'types');
process.env.BINOME_WHOLE = '1';
npm('run', '--silent', 'test');
