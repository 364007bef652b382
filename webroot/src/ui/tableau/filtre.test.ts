import { expect, test } from 'vitest';

import { FakeBoard } from '../../../tools/atelier/FakeBoard';
import { school } from '../../../tools/atelier/school';
import { official } from '../../../tools/official';
import { Catalogue } from '../../parcours/catalogue';
import { typesetLists } from '../french';
import { member } from '../model/acts';
import { answers, filtreOf } from './filtre';

const catalogue = new Catalogue(typesetLists(official), ['ma'], false, '');

test.each([
  ['omnicanal', ['s2']],
  ['OMNICANALE', ['s2']],
  ['forum', ['s2']],
  ['mairie', ['s1', 's2']],
  ['l’impact', []],
])('V-91 the words « %s » find titles, organisations, publics and mutations', (texte, found) => {
  const { model } = new FakeBoard('b1', 'claire', school());
  model.send(member('s2', 'mutation', 'mut-omnicanal', true));
  const filtre = filtreOf(new URLSearchParams({ texte }));
  const fits = answers(model, catalogue, { x: 'claire', y: 'mehdi' }, 'claire', filtre);
  expect(
    model
      .children('b1', 'situation')
      .filter(fits)
      .map(({ id }) => id),
  ).toEqual(found);
});
