// `"offline": false` in site.json: phones that kept the site forget it, and nothing stands between page and host again.
import { BEGAN, PREFIX } from './site.mjs';

export function farewell() {
  addEventListener('install', () => skipWaiting());
  addEventListener('activate', (event) => event.waitUntil(leave()));
}

async function leave() {
  for (const name of await caches.keys()) if (name.startsWith(PREFIX) || name === BEGAN) await caches.delete(name);
  await registration.unregister();
}
