// Reading and keeping files whose bytes are known beforehand, and pages that say which version they are of.
import { BASE, BUILD, CACHE, PREFIX } from './site.mjs';

/** The caches of all versions of this site, oldest first. */
export async function versions() {
  return (await caches.keys()).filter((name) => name.startsWith(PREFIX));
}

async function isOf(answer, hash) {
  const sum = new Uint8Array(await crypto.subtle.digest('SHA-256', await answer.clone().arrayBuffer()));
  const hex = Array.from(sum.subarray(0, hash.length / 2), (byte) => byte.toString(16).padStart(2, '0'));
  return hex.join('') === hash;
}

/** Keeps one listed file: what an older version holds of the same bytes, else the host's. Throws unless they are those bytes. */
export async function keepFile(cache, address, hash) {
  const url = BASE + address;
  if (await cache.match(url, { ignoreVary: true })) return;
  for (const name of await versions()) {
    const old = name !== CACHE && (await (await caches.open(name)).match(url, { ignoreSearch: true, ignoreVary: true }));
    if (old && (await isOf(old, hash))) return cache.put(url, old);
  }
  const answer = await fetch(url, { cache: address.startsWith('assets/') ? 'default' : 'no-cache' });
  if (!answer.ok || !(await isOf(answer, hash))) throw new Error(`not of this version: ${url}`);
  await cache.put(url, answer);
}

/** The answer fit to be kept if it is a page of this version. `null`: it is something else. */
export async function ofThisVersion(answer) {
  if (!/^text\/html\b/.test(answer.headers.get('content-type') || '')) return null;
  const text = await answer.text();
  if (!text.includes(`data-build="${BUILD}"`)) return null;
  const headers = new Headers(answer.headers);
  for (const name of ['content-encoding', 'content-length']) headers.delete(name);
  return new Response(text, { headers });
}

/** Keeps the page at `key`; `false` where the host has another one there now. */
export async function keepPage(cache, key) {
  const page = await ofThisVersion(await fetch(key, { cache: 'no-cache' }));
  if (page) await cache.put(key, page);
  return Boolean(page);
}
