import { mount } from 'svelte';

import App from './ui/App.svelte';

mount(App, {
  target: document.body,
  props: {
    boards: { show: () => undefined },
    load: () => Promise.reject(new Error('no editor yet')),
  },
});
