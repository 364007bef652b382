// Called by Maven in the test phase: format, lint, types, then the tests of the client.
import { npm, requireNode } from './tools/npm.mjs';

requireNode();
process.chdir(import.meta.dirname);
npm('run', '--silent', 'check');
npm('run', '--silent', 'test');
