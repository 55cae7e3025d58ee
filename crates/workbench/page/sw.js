// The workbench without a network. `mot-cua build` writes `mcBench = {version, base, files}` before this. Its scope is the
// workbench's folder: the citizen's pages have a worker of their own.

const { version, base, files } = self.mcBench;
const PREFIX = `mot-cua-workbench ${base} `;
const CACHE = PREFIX + version;

addEventListener('install', (event) => event.waitUntil(fill()));
addEventListener('activate', (event) => event.waitUntil(tidy()));
addEventListener('fetch', (event) => {
  const { request } = event;
  if (request.method !== 'GET' || new URL(request.url).origin !== location.origin) return;
  // Pages ask the host first, so that a new version shows; what they load carries a name of its own.
  event.respondWith(request.mode === 'navigate' ? fetch(request).catch(() => kept(request)) : kept(request).then((found) => found || fetch(request)));
});

async function fill() {
  const cache = await caches.open(CACHE);
  await cache.addAll(files.map((file) => new Request(base + file, { cache: 'no-cache' })));
  await skipWaiting();
}

async function tidy() {
  for (const name of await caches.keys()) if (name.startsWith(PREFIX) && name !== CACHE) await caches.delete(name);
  await clients.claim();
}

async function kept(request) {
  return (await caches.open(CACHE)).match(request, { ignoreSearch: true, ignoreVary: true });
}
