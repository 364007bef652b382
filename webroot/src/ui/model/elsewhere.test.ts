import { beforeEach, expect, test } from 'vitest';

import { FakeBoard } from '../../../tools/atelier/FakeBoard';
import { newClasse, nextClasse, school } from '../../../tools/atelier/school';
import { official } from '../../../tools/official';
import { Catalogue } from '../../parcours/catalogue';
import { typesetLists } from '../french';
import { lineOf } from '../text/line';
import type { Boards } from './boards';
import { moveElsewhere } from './elsewhere';
import { toasts } from './toasts.svelte';

let here: FakeBoard;
let there: FakeBoard;
/** What happens on the boards until the server has said that all is there, and whether it says so. */
let settles: (() => boolean)[];
let open: number;

const lists = typesetLists(official);

function boards(): Boards {
  return {
    show: () => undefined,
    waiting: () => Promise.resolve(0),
    beside: (id) => {
      open++;
      const board = [here, there].find(({ model }) => model.id === id)?.model;
      if (!board) throw new Error(id);
      return {
        board,
        settled: () => Promise.resolve(id === here.model.id || (settles.shift()?.() ?? true)),
        release: () => {
          open--;
        },
      };
    },
  };
}

beforeEach(() => {
  here = new FakeBoard('b1', 'claire', school());
  there = new FakeBoard('b3', 'claire', nextClasse('b3'));
  settles = [];
  open = 0;
  toasts.dismiss();
});

function move(id = 's1') {
  const catalogue = new Catalogue(lists, ['ma'], false, '');
  return moveElsewhere(boards(), here.model, catalogue, id, { board: there.model.id, label: 'TMA' });
}

const moved = () => there.model.children(there.model.id, 'situation');
const stays = (id = 's1') => here.model.entity(id) !== undefined;
const said = () => toasts.current?.text ?? '';

test('V-126 a situation goes to another class in one act, with its texts and étapes, and into the bin here', async () => {
  const titles = here.model.children('s1', 'etape').map(({ id }) => lineOf(here.model.text(id, 'titre')));
  await move();
  expect(there.acts).toHaveLength(1);
  const [one] = moved();
  const id = one?.id ?? '';
  expect(lineOf(there.model.text(id, 'titre'))).toMatch(/guichet unique/);
  expect(
    there.model.children(id, 'etape').map((etape) => lineOf(there.model.text(etape.id, 'titre'))),
  ).toEqual(titles);
  expect(there.model.children(id, 'accord')).toEqual([]);
  expect(stays()).toBe(false);
  expect(here.acts).toEqual([[{ type: 'remove', id: 's1' }]]);
  expect(said()).toMatch(/est maintenant dans TMA/);
  expect(open).toBe(0);
});

test('V-126 what was agreed on begins as a draft there, and keeps its weeks in the same school year only', async () => {
  await move();
  expect(moved()[0]?.fields).toMatchObject({ status: 'brouillon' });
  expect(moved()[0]?.fields['weeks']).toBeUndefined();

  here = new FakeBoard('b1', 'claire', school());
  there = new FakeBoard('b2', 'claire', newClasse());
  await move();
  expect(moved()[0]?.fields['weeks']).toEqual(
    school().entities.find(({ id }) => id === 's1')?.fields['weeks'],
  );
  await move('s2');
  expect(moved()[1]?.fields).toMatchObject({ status: 'idee' });
});

test('V-126 « Annuler » brings it back here, then takes it away there', async () => {
  await move();
  toasts.current?.action?.run();
  await expect.poll(said).toMatch(/est revenue/);
  expect(stays()).toBe(true);
  expect(moved()).toEqual([]);
  await expect.poll(() => open).toBe(0);
});

test.each([
  ['the other class cannot be reached', [() => false], /n’a pas pu être ouverte/, 0],
  ['the answer does not come', [() => true, () => false], /Elle reste aussi ici/, 1],
  [
    'somebody writes in it meanwhile',
    [
      () => true,
      () => {
        here.colleague('mehdi', { type: 'editText', id: 's1', field: 'titre', delta: [{ insert: 'Bis ' }] });
        return true;
      },
    ],
    /quelqu’un vient d’y écrire/,
    1,
  ],
] as readonly (readonly [string, readonly (() => boolean)[], RegExp, number])[])(
  'V-126 it stays here when %s',
  async (_, happens, words, copies) => {
    settles = [...happens];
    await move();
    expect(said()).toMatch(words);
    expect(stays()).toBe(true);
    expect(moved()).toHaveLength(copies);
    expect(open).toBe(0);
  },
);

test('V-126 it stays here when the server refuses it there', async () => {
  settles = [
    () => true,
    () => {
      for (const { id } of moved()) there.colleague('claire', { type: 'remove', id });
      return true;
    },
  ];
  await move();
  expect(stays()).toBe(true);
});

test('V-126 it stays here when one may only read there', async () => {
  there.model.role = 'lecture';
  await move();
  expect(said()).toMatch(/ne pouvez pas écrire dans TMA/);
  expect(stays()).toBe(true);
  expect(there.acts).toEqual([]);
});
