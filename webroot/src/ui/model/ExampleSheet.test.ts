import { expect, test } from 'vitest';

import { plain } from '../../text/delta';
import type { Preview } from '../api';
import { ExampleSheet } from './ExampleSheet';

const shown: Preview = {
  board: 'board0000001',
  situation: 'situation001',
  people: { claire: { name: 'Claire K.', hue: 0 }, mehdi: { name: 'Mehdi R.', hue: 1 } },
  snapshot: {
    incarnation: 'i1',
    seq: 1,
    entities: [
      entity('classe', 'board0000001', 'board0000001', { year: 'premiere' }),
      entity('binome', 'binome000001', 'board0000001', { x: 'claire', y: 'mehdi' }),
      entity('situation', 'situation001', 'board0000001', {
        description: [{ insert: 'Les usagers se trompent de file, une réclamation arrive.\n' }],
      }),
    ],
  },
};

function entity(
  kind: string,
  id: string,
  parent: string,
  fields: Preview['snapshot']['entities'][number]['fields'],
): Preview['snapshot']['entities'][number] {
  return { kind, id, in: parent, rank: 'a', fields, written: {} };
}

test('V-70 the colleague is seen where the sentence comes, and writes it to the end', () => {
  const sheet = new ExampleSheet(shown, ', un interprète');
  const { model, situation } = sheet;
  const text = () => plain([...model.text(situation, 'description')]);
  expect(model.at(situation, 'description')).toMatchObject([{ person: 'mehdi', at: { index: 31 } }]);
  expect(sheet.write(4)).toBe(true);
  expect(text()).toBe('Les usagers se trompent de file, un, une réclamation arrive.\n');
  expect(model.at(situation, 'description')).toMatchObject([{ at: { index: 35 } }]);
  expect(sheet.write(Infinity)).toBe(false);
  expect(text()).toBe('Les usagers se trompent de file, un interprète, une réclamation arrive.\n');
});

test('without the words that it looks for, it writes at the end', () => {
  const other = structuredClone<Preview>(shown);
  const sheet = new ExampleSheet(
    {
      ...other,
      snapshot: {
        ...other.snapshot,
        entities: other.snapshot.entities.map((one) =>
          one.kind === 'situation' ? { ...one, fields: { description: [{ insert: 'Bref.\n' }] } } : one,
        ),
      },
    },
    ' Fin.',
  );
  sheet.write(Infinity);
  expect(plain([...sheet.model.text('situation001', 'description')])).toBe('Bref. Fin.\n');
});

test('V-70 the first page shows the class, its people and the sheet, and sends nothing', () => {
  const { model } = new ExampleSheet(shown, '');
  expect(model.children('board0000001', 'binome').map(({ id }) => id)).toEqual(['binome000001']);
  expect(model.person('mehdi')?.name).toBe('Mehdi R.');
  expect(model.writable).toBe(false);
});
