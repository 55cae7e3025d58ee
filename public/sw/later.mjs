// When the page is up and idle: the page itself comes under this version's care, and records are kept.
import { BASE, BUILD, CACHE, LATER } from './site.mjs';
import { keepFile, versions } from './store.mjs';

const RECORD = /^catalogue\/p\/[\w.]+\.json$/;

/** `opened`: addresses that the page has read before anybody kept them. `all`: the citizen does not mind the bytes. */
export async function later({ build, opened, all }) {
  // A page of another version keeps to what it has.
  if (build !== BUILD) return;
  await clients.claim();
  const cache = await caches.open(CACHE);
  for (const address of new Set([...(await once()), ...opened])) await keepOpened(cache, address).catch(() => {});
  if (!all) return;
  for (const [address, hash] of Object.entries(LATER)) await keepFile(cache, address, hash).catch(() => {});
}

async function keepOpened(cache, address) {
  if (!RECORD.test(address) || (await cache.match(BASE + address))) return;
  if (LATER[address]) return keepFile(cache, address, LATER[address]);
  const answer = await fetch(BASE + address, { cache: 'no-cache' });
  if (answer.ok) await cache.put(BASE + address, answer);
}

/** Records that the version before had kept. */
async function once() {
  const before = (await versions()).filter((name) => name !== CACHE).pop();
  if (!before) return [];
  const requests = await (await caches.open(before)).keys();
  return requests.map(({ url }) => new URL(url).pathname.slice(BASE.length));
}
