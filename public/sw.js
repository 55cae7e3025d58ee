// What a phone keeps of a site, so that it opens without a network. `mot-cua build` writes the list of files before this.
//
// One cache a version, filled and proven before it is used; a page goes on with the version it began with. Answers and
// whatever is sent never pass here: only reads of the files on the list, of their folders, and of the pages behind codes.
import { answered } from './sw/answer.mjs';
import { farewell } from './sw/farewell.mjs';
import { later } from './sw/later.mjs';
import { install } from './sw/install.mjs';
import { OFF } from './sw/site.mjs';
import { tidy } from './sw/tidy.mjs';

if (OFF) farewell();
else {
  addEventListener('install', (event) => event.waitUntil(install()));
  addEventListener('activate', (event) => event.waitUntil(tidy()));
  addEventListener('fetch', answered);
  addEventListener('message', (event) => {
    const { want, build, opened, all } = event.data || {};
    // The citizen asked for the new version; without that it waits until no page of the old one is open.
    if (want === 'newer') event.waitUntil(skipWaiting());
    if (want === 'keep') event.waitUntil(later({ build, opened, all }));
  });
}
