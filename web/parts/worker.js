// The service worker of a program: it keeps the files of one release, so that every page of it opens without a network.
// It knows nothing of what is filed: answers of the server pass it by. The packer fills in what stands in braces.

const worker = /** @type {ServiceWorkerGlobalScope} */ (/** @type {unknown} */ (self));

const CACHES = '{{program}}-';
const CACHE = CACHES + '{{release}}';
/** The pages, by what is seen until the program has come. */
const HOME = '{{home}}';
const INSIDE = '{{inside}}';
/** All that the program consists of, each named by its content. */
const FILES = /** @type {string[]} */ (JSON.parse('{{files}}'));

/** Addresses in its scope that are no pages of the program. */
const ELSEWHERE = new RegExp('{{elsewhere}}');

worker.addEventListener('install', (event) => event.waitUntil(keep()));
worker.addEventListener('activate', (event) => event.waitUntil(takeOver()));
// A page that is in use goes on with its own release until its person wants the new one.
worker.addEventListener('message', (event) => {
  if (event.data === 'take-over') event.waitUntil(worker.skipWaiting());
});

worker.addEventListener('fetch', (event) => {
  const { request } = event;
  const { origin, pathname } = new URL(request.url);
  if (request.method !== 'GET' || origin !== location.origin) return;
  if (request.mode === 'navigate') {
    if (!ELSEWHERE.test(pathname)) event.respondWith(page(event, pathname === '/' ? HOME : INSIDE));
  } else if (pathname.startsWith('/assets/')) {
    event.respondWith(file(request));
  }
});

/** Keeps all files. One that an earlier release had too is not fetched again. */
async function keep() {
  const cache = await caches.open(CACHE);
  await Promise.all(
    FILES.map(async (name) => {
      const kept = await find(name);
      await (kept ? cache.put(name, kept) : cache.add(name));
    }),
  );
}

/** Forgets old releases. Pages of the one before may still be open in other tabs, so its files stay. */
async function takeOver() {
  const others = (await caches.keys()).filter((name) => name.startsWith(CACHES) && name !== CACHE);
  await Promise.all(others.slice(0, -1).map((name) => caches.delete(name)));
  await worker.clients.claim();
}

/**
 * @param {FetchEvent} event
 * @param {string} name
 */
async function page(event, name) {
  const kept = await find(name);
  if (!kept) return fetch(event.request);
  event.waitUntil(renew(name));
  return kept;
}

/** @param {Request} request */
async function file(request) {
  return (await find(request)) ?? fetch(request);
}

/**
 * The name of a page tells what it says, but not its headers: what the house lets it do may have changed.
 * @param {string} name
 */
async function renew(name) {
  try {
    const fresh = await fetch(name, { cache: 'reload' });
    if (fresh.ok) await (await caches.open(CACHE)).put(name, fresh);
  } catch {
    // There is no network, or no room; what is kept stays.
  }
}

/**
 * What is kept under a name. A browser whose storage fails keeps nothing.
 * @param {RequestInfo} name
 */
function find(name) {
  return caches.match(name).catch(() => undefined);
}
