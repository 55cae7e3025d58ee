// "Để về nhà đánh giá": who does not want to rate at the desk keeps the place on the phone, and nothing else: no face, no time.

import { get, set } from './kept.mjs';
import { button, node } from './node.mjs';
import { said, site, words } from './words.mjs';

/** Without what only this visit says: a token, a mode, a screen. */
const path = () => location.pathname.replace(/\/T[A-Z2-7]+/i, '');
const name = () => [said('.mc-office'), said('.mc-place')].filter(Boolean).join(', ');

let note;

/** Keeps this place, and says how to find it again. */
export async function later(from) {
  const t = await words();
  const kept = set('later', JSON.stringify([path(), name()]));
  const address = location.origin + path();
  show(
    kept ? [t('later', name()), ' ', t('laterHow', address)] : [t('laterUnkept'), ' ', address],
    ...(navigator.share ? [button(t('share'), () => navigator.share({ url: address }).catch(() => {}))] : []),
    ...(kept ? [button(t('forget'), () => forget(t))] : []),
  );
  from.closest('form').after(note);
  note.focus();
}

/** On a later visit: the place that was kept, until it is rated or forgotten. */
export async function remind() {
  const [kept, called] = JSON.parse(get('later'));
  // The address of another site, or none: storage is shared by all sites of a host.
  if (!kept.startsWith(site.base)) return;
  document.getElementById('mc-rate').addEventListener('change', () => path() === kept && set('later', null));
  if (path() === kept) return;
  const t = await words();
  show([t('remind', called)], node('a', { class: 'mc-button mc-quiet', href: kept }, t('remindGo')), button(t('forget'), () => forget(t)));
  document.querySelector('main').prepend(note);
}

function forget(t) {
  set('later', null);
  show([t('forgotten')]);
}

/** The note anew, where it stands. */
function show(told, ...acts) {
  note = note || node('div', { class: 'mc-notice', role: 'status', tabindex: '-1' });
  note.replaceChildren(node('p', {}, ...told), ...acts);
}
