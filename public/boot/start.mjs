// Our own page: language and place first, then the form.

import { own } from './form.mjs';
import { choose, languages } from './language.mjs';
import { readPlace } from './place.mjs';
import { stand } from './stand.mjs';

export function start() {
  const form = document.getElementById('mc-rate');
  const block = document.getElementById('mc-site');
  // Without random numbers no id can be made: the form then posts by itself, and its button stays visible.
  if (!form || !block || !window.crypto) return;
  const site = JSON.parse(block.textContent);
  document.documentElement.classList.add('mc-js');

  const { pathname, search, hash } = location;
  const place = readPlace(pathname, search);
  // Taken off the address below, and still there after a reload.
  place.token = place.token || history.state;
  const asked = /[?&]lang=([a-z0-9-]+)/i.exec(search);
  languages(form, site);
  if (asked) choose(form, site, asked[1].toLowerCase());
  stand(form, site, place);
  if (place.lost) document.querySelector('.mc-notice').hidden = false;
  // The visit token leaves the address bar once read; so does the wish for a language, which is remembered.
  if (place.token || asked) {
    const { link } = place;
    history.replaceState(place.token, '', (link ? (place.alias ? pathname + '?q=' : site.base + 'Q/') + link : pathname) + hash);
  }
  own(form, site.submit);
}
