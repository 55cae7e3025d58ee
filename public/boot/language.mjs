// The language: Vietnamese unless the citizen chose another; the choice is remembered on this phone.

import { put } from './form.mjs';
import { get, set } from './store.mjs';

/** Takes the remembered language up, and follows the links that change it. */
export function languages(form, site) {
  speak(form, site, get('localStorage', 'mc.lang'));
  document.addEventListener('click', (event) => {
    const link = event.target.closest('.mc-lang');
    if (!link || event.ctrlKey || event.metaKey) return;
    if (choose(form, site, link.hreflang)) event.preventDefault();
  });
}

/** Speaks `lang` from now on; false if the site has no such language. */
export function choose(form, site, lang) {
  return speak(form, site, lang) && (set('localStorage', 'mc.lang', lang), true);
}

function speak(form, site, lang) {
  if (!site.languages.includes(lang)) return false;
  document.documentElement.lang = lang;
  put(form, 'lang', lang);
  for (const link of document.querySelectorAll('.mc-lang')) {
    if (link.hreflang === lang) link.setAttribute('aria-current', 'true');
    else link.removeAttribute('aria-current');
  }
  return true;
}
