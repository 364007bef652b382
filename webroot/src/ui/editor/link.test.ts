import { expect, test } from 'vitest';

import { addressOf } from './link';

test.each([
  ['eduscol.education.fr', 'https://eduscol.education.fr'],
  [' https://exemple.fr/a?b=1#c ', 'https://exemple.fr/a?b=1#c'],
  ['accueil@exemple.fr', 'mailto:accueil@exemple.fr'],
  ['mailto:accueil@exemple.fr', 'mailto:accueil@exemple.fr'],
  ['javascript:alert(1)', undefined],
  ['java script:alert(1)', undefined],
  ['data:text/html,x', undefined],
  ['exemple', undefined],
  ['', undefined],
  ['exemple.fr/"onclick=x', undefined],
  [`exemple.fr/${'a'.repeat(2_000)}`, undefined],
])('V-45 the address « %s » is %s', (typed, address) => {
  expect(addressOf(typed)).toBe(address);
});
