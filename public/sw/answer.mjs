// Who is answered from the phone: a page, and what it reads. Everything else passes as if nobody were here.
import { ANYWHERE, BASE, CACHE, LATER } from './site.mjs';
import { cacheOf, note } from './began.mjs';
import { keepFile, ofThisVersion } from './store.mjs';
import { pageKey } from './page-key.mjs';

const FOLDER = /^(assets|locales|surveys|catalogue)\//;
/** Without a version in their address. */
const DATA = /^(catalogue\/(?!index\.json$)|surveys\/(?!.*\.json$))/;

export function answered(event) {
  const { request } = event;
  const { origin, pathname } = new URL(request.url);
  if (request.method !== 'GET' || origin !== location.origin || !pathname.startsWith(BASE)) return;
  const address = pathname.slice(BASE.length);
  const key = pageKey(pathname);
  if (key !== null) event.respondWith(page(event, key));
  else if (DATA.test(address)) event.respondWith(data(event, address));
  else if (FOLDER.test(address)) event.respondWith(file(request));
}

async function page(event, key) {
  const cache = await caches.open(CACHE);
  const began = (name) => note(event.resultingClientId, name);
  const kept = await cache.match(key);
  if (kept) return began(CACHE).then(() => kept);
  let answer;
  try {
    answer = await fetch(event.request);
  } catch (error) {
    // Any place can be read from its address by that page.
    const anywhere = await cache.match(ANYWHERE);
    if (!anywhere) throw error;
    return began(CACHE).then(() => anywhere);
  }
  const mine = answer.ok ? await ofThisVersion(answer.clone()) : null;
  if (mine && !answer.redirected) await cache.put(key, mine).catch(() => {});
  await began(mine ? CACHE : '');
  return answer;
}

/** The address names the bytes: whichever version has them. */
async function file(request) {
  return (await caches.match(request, { ignoreVary: true })) || fetch(request);
}

/** Records, and what a ward says: of the version that the page began with, else as the host has it. */
async function data(event, address) {
  const name = await cacheOf(event.clientId);
  const cache = name && (await caches.has(name)) ? await caches.open(name) : null;
  const kept = cache && (await cache.match(event.request, { ignoreSearch: true, ignoreVary: true }));
  if (kept) return kept;
  const answer = await fetch(event.request);
  if (name === CACHE && answer.ok) event.waitUntil(keep(cache, address, answer.clone()));
  return answer;
}

async function keep(cache, address, answer) {
  try {
    // Where the bytes of this version are known, others are shown, not kept.
    if (LATER[address]) await keepFile(cache, address, LATER[address]);
    else await cache.put(BASE + address, answer);
  } catch {
    // A full phone or a newer host: it was shown, that is all that was asked.
  }
}
