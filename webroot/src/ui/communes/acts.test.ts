import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';

import { FakeBoard } from '../../../tools/atelier/FakeBoard';
import { newClasse } from '../../../tools/atelier/school';
import { official } from '../../../tools/official';
import type { Source } from '../../board/copy';
import { Catalogue } from '../../parcours/catalogue';
import { isOwnRepere, tableauOf } from '../../parcours/communes';
import { outsideOf } from '../../parcours/tableau';
import { formerCommune } from '../model/communes';
import { frameOf, type Plan } from '../reconduire/plan';
import { addLine, adopt, named, replace, restore } from './acts';
import type { Ligne } from './read';

const maps = { ma: ['ma-b1-flux'], 'mcv-a': [], 'mcv-b': [] };
const ligne = (label: string, repere?: string): Ligne => ({ label, maps, repere });

describe('the table of common competences of a class (D-55)', () => {
  let board: FakeBoard;
  const catalogue = () => Catalogue.ofClasse(official, board.model, '', 'Sans titre');
  const labels = () => tableauOf(board.model).map(({ label }) => label);

  beforeEach(() => {
    board = new FakeBoard('b2', 'claire', newClasse());
    board.colleague(
      'mehdi',
      { type: 'create', kind: 'situation', id: 'situation001', in: 'b2', fields: {} },
      {
        type: 'create',
        kind: 'competenceEnvisagee',
        id: 'situation001~competenceEnvisagee~sec-suivre',
        in: 'situation001',
        fields: {},
      },
    );
  });

  afterEach(() => vi.restoreAllMocks());

  test('V-150 the given table becomes the own one in one act, line for line, and goes in another', () => {
    adopt(board.model, catalogue());
    expect(board.acts).toHaveLength(1);
    expect(tableauOf(board.model).map(({ id, label, maps: prepared }) => [id, label, prepared])).toEqual(
      official.familleSeconde.competences.map(({ id, label, maps: prepared }) => [id, label, prepared]),
    );
    expect(catalogue().hasOwnTableau).toBe(true);

    restore(board.model);
    expect(board.acts).toHaveLength(2);
    expect(catalogue().hasOwnTableau).toBe(false);
  });

  test('V-151 an import replaces all lines in one act, and taking it back brings them back', () => {
    adopt(board.model, catalogue());
    const table = named([ligne('Accueillir'), ligne('Vendre')], board.model, catalogue());
    replace(board.model, table, '');
    expect(board.acts).toHaveLength(2);
    expect(board.acts[1]?.map(({ type }) => type)).toEqual([
      ...Array.from({ length: 11 }, () => 'remove'),
      'create',
      'create',
    ]);
    expect(labels()).toEqual(['Accueillir', 'Vendre']);
  });

  test('V-152 lines that read alike keep the id by which étapes name them; new ones get one of their own', () => {
    const read = [
      ligne('SUIVRE une commande, ou une prestation'),
      ligne('Vendre'),
      ligne('Autre', 'sec-propre-1000'),
    ];
    const ids = named(read, board.model, catalogue()).map(({ id }) => id);
    expect(ids[0]).toBe('sec-suivre');
    expect(isOwnRepere(ids[1] ?? '')).toBe(true);
    expect(ids[2]).toBe('sec-propre-1000');
    // What another line says for itself is not given twice.
    const twice = named(
      [ligne('Suivre une commande ou une prestation'), ligne('Vendre', 'sec-suivre')],
      board.model,
      catalogue(),
    );
    expect(twice.map(({ id }) => id === 'sec-suivre')).toEqual([false, true]);
  });

  test('V-151 a line that is added gets an id that nothing here has, not even in the bin', () => {
    vi.spyOn(Math, 'random').mockReturnValue(0);
    const seen = new Set<unknown>();
    for (let i = 0; i < 40; i++) {
      const id = addLine(board.model);
      const repere = board.model.entity(id)?.fields['repere'];
      expect(seen.has(repere)).toBe(false);
      seen.add(repere);
      if (i % 2 === 0) board.model.send({ type: 'remove', id });
    }
    expect(tableauOf(board.model)).toHaveLength(20);
  });

  test('V-151 a line without words is called so wherever it is chosen', () => {
    addLine(board.model);
    expect(catalogue().communes?.items.map(({ label }) => label)).toEqual(['Sans titre']);
    expect(labels()).toEqual(['']);
  });

  test('C-9 V-156 what a situation names and the table does not have is told by what it was called', () => {
    expect([...outsideOf(board.model, catalogue().tableau)]).toEqual([]);
    const id = addLine(board.model);
    board.model.send({ type: 'editText', id, field: 'label', delta: [{ insert: 'Accueillir' }] });
    const repere = tableauOf(board.model)[0]?.id ?? '';
    expect([...outsideOf(board.model, catalogue().tableau)]).toEqual([['sec-suivre', 1]]);
    const suivre = official.familleSeconde.competences.find((one) => one.id === 'sec-suivre');
    expect(formerCommune(board.model, catalogue(), 'sec-suivre')).toBe(suivre?.label);
    expect(formerCommune(board.model, catalogue(), repere)).toBeUndefined();
    expect(formerCommune(board.model, catalogue(), 'ma-b9-inconnue')).toBeUndefined();

    board.model.send({ type: 'remove', id });
    expect(formerCommune(board.model, catalogue(), repere)).toBe('Accueillir');
    expect(formerCommune(board.model, catalogue(), 'sec-propre-9999')).toBe('Compétence d’un ancien tableau');
  });

  test('V-107 V-155 the next class of seconde takes the table over, once, and another year does not', () => {
    adopt(board.model, catalogue());
    const source: Source = {
      find: (id) => board.model.find(id),
      children: (of, kind) => board.model.children(of, kind),
    };
    const plan: Plan = {
      source: 'b2',
      label: '2MRC',
      target: 'n2',
      situations: [],
      later: false,
      settings: {},
    };
    const next = following('seconde');
    next.model.send(...frameOf(next.model, source, plan));
    expect(tableauOf(next.model)).toEqual(tableauOf(board.model));
    expect(frameOf(next.model, source, plan)).toEqual([]);
    restore(next.model);
    expect(frameOf(next.model, source, plan)).toEqual([]);
    expect(frameOf(following('premiere').model, source, plan)).toEqual([]);
  });

  /** A class as it has just been made. */
  function following(year: string): FakeBoard {
    const { entities } = newClasse();
    const again = entities.map((one) => ({
      ...one,
      id: one.id.replace(/^b2/, 'n2'),
      ...(one.in === undefined ? {} : { in: 'n2' }),
      fields: { ...one.fields, ...(one.kind === 'classe' ? { year } : {}) },
    }));
    return new FakeBoard('n2', 'claire', { entities: again, texts: {} });
  }
});
