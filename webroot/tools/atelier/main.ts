import { mount } from 'svelte';

import App from '../../src/ui/App.svelte';
import { refused } from '../../src/ui/model/acts';
import { FakeBoard } from './FakeBoard';
import { plainEditor } from './plainEditor';
import { school } from './school';

const board = new FakeBoard('b1', 'claire', school());
board.model.introduce({
  claire: { name: 'Claire K.', hue: 0 },
  mehdi: { name: 'Mehdi R.', hue: 1 },
  sophie: { name: 'Sophie B.', hue: 2 },
});

// The hands of the test that drives this page.
Object.assign(window, { atelier: { board, refused } });

mount(App, {
  target: document.body,
  props: {
    boards: { show: (id: string | undefined) => (id === 'b1' ? board.model : undefined) },
    load: plainEditor,
  },
});
