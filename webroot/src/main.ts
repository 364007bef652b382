import { mount } from 'svelte';

import App from './ui/App.svelte';
import { LiveBoards } from './ui/live/LiveBoards';
import { version } from './ui/version.svelte';

mount(App, {
  target: document.body,
  props: {
    boards: new LiveBoards(),
    load: async () => (await import('./ui/editor/mount')).mountEditor,
  },
});

if (import.meta.env.PROD) void version.start();
