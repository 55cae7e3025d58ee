// A new version: all of it is here and proven, or it never comes into use and the old one goes on.
import { ANYWHERE, BASE, CACHE, FILES } from './site.mjs';
import { keepFile, keepPage, versions } from './store.mjs';
import { pageKey } from './page-key.mjs';

/** So many pages and opened records go over from the version before. */
const MOST = 40;

export async function install() {
  const before = (await versions()).filter((name) => name !== CACHE);
  const cache = await caches.open(CACHE);
  try {
    for (const [address, hash] of Object.entries(FILES)) await keepFile(cache, address, hash);
    for (const key of [BASE, ANYWHERE]) if (!(await keepPage(cache, key))) throw new Error(`not of this version: ${key}`);
  } catch (error) {
    await caches.delete(CACHE);
    throw error;
  }
  for (const key of await wanted(before)) await keepPage(cache, key).catch(() => {});
}

/** The pages that are open or were: without them the desk would be forgotten where there is no network. */
async function wanted(before) {
  const open = await clients.matchAll({ type: 'window', includeUncontrolled: true });
  const kept = before.length ? await (await caches.open(before[before.length - 1])).keys() : [];
  const paths = [...open, ...kept].map(({ url }) => new URL(url).pathname).filter((path) => path.startsWith(BASE));
  return [...new Set(paths.map(pageKey))].filter((key) => key && key !== BASE).slice(0, MOST);
}
