// A version comes into use: what no page needs any more goes.
import { CACHE } from './site.mjs';
import { forget } from './began.mjs';
import { versions } from './store.mjs';

export async function tidy() {
  const others = (await versions()).filter((name) => name !== CACHE);
  // Another tab may still be of the version before; its records are wanted later, too.
  for (const name of others.slice(0, -1)) await caches.delete(name);
  await forget();
}
