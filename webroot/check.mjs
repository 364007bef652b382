// Called by Maven in the test phase: format, lint, types, then the tests of the client.
import { browser } from './tools/browser.mjs';
import { npm, requireNode, stop } from './tools/npm.mjs';

requireNode();
process.chdir(import.meta.dirname);
// At the start: whoever has to install one is told before the checks have run.
try {
  browser();
} catch (error) {
  stop(error.message);
}
npm('run', '--silent', 'check');
npm('run', '--silent', 'test');
