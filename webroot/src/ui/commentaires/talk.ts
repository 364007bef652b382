export { default as Bulle } from './Bulle.svelte';
export { Desk } from './Desk.svelte';
export { commentsShown } from './shown';
export { default as Volets } from './Volets.svelte';
