import { mount } from 'svelte';

import { Catalogue } from '../../src/parcours/catalogue';
import type { Referentiels } from '../../src/parcours/referentiel';
import '../../src/ui/tokens.css';
import '../../src/ui/base.css';
import { api } from '../../src/ui/api';
import App from '../../src/ui/App.svelte';
import type { Draft } from '../../src/room/kept';
import { drafts } from '../../src/ui/model/drafts.svelte';
import { tellRefused } from '../../src/ui/model/refusals';
import { appearance } from '../../src/ui/theme.svelte';
import Atelier from './Atelier.svelte';
import { FakeBoard } from './FakeBoard';
import { ofPremiere, ofSalesClasse, ofSeconde, salesClasse } from './insights';
import { plainEditor } from './plainEditor';
import { sheetInsights } from './insightsSheet';
import { insightsYear } from './insightsYear';
import { newClasse, nextClasse, school } from './school';
import { schoolYear } from './schoolYear';

// Its year has more in it than its sheets need.
const isYear = location.pathname.endsWith('/calendrier');
const board = new FakeBoard('b1', 'claire', isYear ? schoolYear() : school());
const fresh = new FakeBoard('b2', 'claire', newClasse());
const sales = new FakeBoard('b3', 'claire', salesClasse());
for (const { model } of [board, fresh, sales])
  model.introduce({
    claire: { name: 'Claire K.', hue: 0 },
    mehdi: { name: 'Mehdi R.', hue: 1 },
    sophie: { name: 'Sophie B.', hue: 2 },
  });

board.insight(ofPremiere());
fresh.insight(ofSeconde());
sales.insight(ofSalesClasse());
board.insight({ ...sheetInsights, ...insightsYear() });

/** The server says no to what was written last. */
function refused(reason: string): void {
  const draft: Draft = {
    id: `draft${drafts.all.length}`,
    board: 'b1',
    at: Date.UTC(2026, 10, 25, 9),
    reason,
    details: {},
    merged: false,
    commands: [{ type: 'editText', id: 's1', field: 'consigne', delta: [{ insert: 'Souriez. ' }] }],
    texts: [
      {
        id: 's1',
        field: 'consigne',
        base: [{ insert: 'Tenez le guichet.\n' }],
        delta: [{ insert: 'Souriez. ' }],
      },
    ],
  };
  drafts.add(draft);
  tellRefused(draft);
}

/** Whether the server answers for a board that is not shown. */
const reach = { beside: true };

const made: FakeBoard[] = [];

function known(id: string): FakeBoard | undefined {
  return [board, fresh, sales, ...made].find(({ model }) => model.id === id);
}

/** A class that was made on the screen is there when it is gone to. */
function make(id: string): FakeBoard {
  const one = new FakeBoard(id, 'claire', nextClasse(id));
  made.push(one);
  return one;
}

// The hands of the test that drives this page.
Object.assign(window, { atelier: { board, fresh, sales, made, refused, appearance, reach } });

if (location.pathname === '/atelier') {
  const { value } = (await api.referentiels()) as { value: Referentiels };
  const catalogue = new Catalogue(value, ['ma', 'mcv-a'], false, '');
  mount(Atelier, { target: document.body, props: { board: board.model, catalogue } });
} else {
  mount(App, {
    target: document.body,
    props: {
      boards: {
        show: (id: string | undefined) => (id === undefined ? undefined : (known(id) ?? make(id)).model),
        beside: (id: string) => ({
          board: (known(id) ?? make(id)).model,
          settled: () => Promise.resolve(reach.beside),
          release: () => undefined,
        }),
        waiting: () => Promise.resolve(0),
      },
      // Most tests want the screens around an editor and not its behaviour: they get a plain one.
      load:
        location.search === '?editeur'
          ? async () => (await import('../../src/ui/editor/mount')).mountEditor
          : plainEditor,
    },
  });
}
