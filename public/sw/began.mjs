// Which version a page began with. Noted in a cache: the worker itself is ended and started at any time.
import { BEGAN, CACHE } from './site.mjs';

const key = (client) => `/${client}`;

/** `name`: the cache of its version; empty for a page that came from the host in another version. */
export async function note(client, name) {
  if (client) await (await caches.open(BEGAN)).put(key(client), new Response(name));
}

/** The cache of the page's version. Empty: none of ours. */
export async function cacheOf(client) {
  const noted = client && (await (await caches.open(BEGAN)).match(key(client)));
  return noted ? noted.text() : CACHE;
}

/** Forgets pages that are closed. */
export async function forget() {
  const open = new Set((await clients.matchAll({ includeUncontrolled: true })).map(({ id }) => key(id)));
  const cache = await caches.open(BEGAN);
  for (const request of await cache.keys()) if (!open.has(new URL(request.url).pathname)) await cache.delete(request);
}
