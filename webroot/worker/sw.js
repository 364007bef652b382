// Keeps the page and the files of one version, so that they open without a connection. It never answers for
// the server: what people wrote is none of its business. The build writes the version and its files here.
const VERSION = '%VERSION%';
const FILES = '%FILES%'.split(' ');

const OURS = 'binome-';
const CACHE = OURS + VERSION;
const SERVER = /^\/(api|ws|health)(\/|$)/;

self.addEventListener('install', (event) => {
  event.waitUntil(keep());
});

async function keep() {
  const cache = await caches.open(CACHE);
  try {
    await cache.addAll(FILES.map((file) => new Request(file, { cache: 'reload' })));
  } catch (error) {
    await caches.delete(CACHE);
    throw error;
  }
  // A version that waited, and that nobody took, will not be taken any more.
  if (self.registration.waiting) await forget((await others()).slice(-1));
}

self.addEventListener('activate', (event) => {
  event.waitUntil(take());
});

/** Tabs of the version before may still need what they have not loaded yet; older ones are gone. */
async function take() {
  await forget((await others()).slice(0, -1));
  await self.clients.claim();
}

/** The caches of other versions, the oldest first. */
async function others() {
  return (await caches.keys()).filter((name) => name.startsWith(OURS) && name !== CACHE);
}

function forget(names) {
  return Promise.all(names.map((name) => caches.delete(name)));
}

self.addEventListener('fetch', (event) => {
  const { request } = event;
  const { origin, pathname } = new URL(request.url);
  if (request.method !== 'GET' || origin !== self.location.origin || SERVER.test(pathname)) return;
  // Every address of a screen is the one page.
  event.respondWith(kept(request.mode === 'navigate' ? '/' : request));
});

async function kept(wanted) {
  const cache = await caches.open(CACHE);
  return (await cache.match(wanted)) ?? (await caches.match(wanted)) ?? fetch(wanted);
}

// A person has asked for this version.
self.addEventListener('message', ({ data }) => {
  if (data === 'take') void self.skipWaiting();
});
