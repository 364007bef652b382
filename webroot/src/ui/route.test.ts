import { expect, test } from 'vitest';

import { parse, paths } from './route.svelte';

test.each([
  ['/', '', { page: 'home' }],
  ['/connexion', '', { page: 'signIn' }],
  ['/classe/b1', '', { page: 'classe', board: 'b1' }],
  ['/classe/b1/', '', { page: 'classe', board: 'b1' }],
  ['/classe/b1/situation/s1', '', { page: 'situation', board: 'b1', situation: 's1' }],
  ['/classe/b1/parcours', '', { page: 'parcours', board: 'b1' }],
  ['/classe/b1/calendrier', '', { page: 'annee', board: 'b1' }],
  ['/classe/b1/corbeille', '', { page: 'bin', board: 'b1' }],
  ['/classe/b1/corbeille/x', '', { page: 'notFound' }],
  ['/installation', '#abc', { page: 'setup', token: 'abc' }],
  ['/invitation', '#abc', { page: 'invitation', token: 'abc' }],
  ['/mot-de-passe', '', { page: 'reset', token: '' }],
  ['/demonstration', '#abc', { page: 'demonstration', token: 'abc' }],
  ['/classe', '', { page: 'notFound' }],
  ['/classe/b1/eleve/x', '', { page: 'notFound' }],
  ['/classe/b1/situation/s1/x', '', { page: 'notFound' }],
  ['/%E0%A4%A', '', { page: 'notFound' }],
])('%s%s', (path, fragment, route) => {
  expect(parse(path, fragment)).toEqual(route);
});

test('a path of ours leads where it says', () => {
  expect(parse(paths.situation('b 1', 's/1'), '')).toEqual({
    page: 'situation',
    board: 'b 1',
    situation: 's/1',
  });
});

test('a token stands in the fragment only', () => {
  const address = new URL(paths.invitation('abc'), 'https://binome.example');
  expect([address.pathname, address.search, address.hash]).toEqual(['/invitation', '', '#abc']);
});
