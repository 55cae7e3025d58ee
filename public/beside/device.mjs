// Settings of the tablet itself, behind a PIN of its own. The PIN keeps curious fingers out, nobody else: it stands on the tablet,
// and locking the tablet to this page is the work of its system (docs/kiosk.md).

import { isAwake } from './awake.mjs';
import { get, set } from './kept.mjs';
import { button, node } from './node.mjs';
import { site } from './words.mjs';

const PIN = /^\d{4}$/;
let unlocked = false;

export const isUnlocked = () => unlocked;
export const lock = () => (unlocked = false);

/** A field for the PIN; the first time it is chosen. Then what can be set. */
export function device(t) {
  const box = node('div', { class: 'mc-aside-group' });
  const folded = node('details', {}, node('summary', {}, t('kiosk')), box);
  const known = get('pin');
  const told = node('p', { role: 'alert' });
  const field = node('input', { class: 'mc-input', type: 'password', inputmode: 'numeric', autocomplete: 'off', maxlength: '4', 'aria-label': t('pin') });
  const open = (event) => {
    event.preventDefault();
    if (!PIN.test(field.value) || (known && field.value !== known)) {
      field.value = '';
      told.textContent = t('pinWrong');
      return field.focus();
    }
    set('pin', field.value);
    unlocked = true;
    box.replaceChildren(...acts(t));
    return box.querySelector('a').focus();
  };
  box.append(node('form', { class: 'mc-aside-row', submit: open }, node('label', {}, t(known ? 'pin' : 'pinNew')), field, node('button', { class: 'mc-button mc-quiet' }, t('open'))), told);
  return folded;
}

function acts(t) {
  const spoken = (text) => (typeof text === 'string' ? text : text[document.documentElement.lang] || Object.values(text)[0]);
  const unit = site.units[0];
  const to = (counter) => `${site.base}Q/${unit.id}-${counter.id}/DR?mode=kiosk`;
  const counters = (unit.counters || []).map((counter) => node('li', {}, node('a', { class: 'mc-link', href: to(counter) }, spoken(counter.name))));
  return [
    node('p', {}, t('counter')),
    node('ul', {}, ...counters),
    node('p', {}, t(isAwake() ? 'awake' : 'sleeps')),
    node('a', { class: 'mc-link', href: '#pending' }, t('waiting')),
    button(t('leave'), () => location.assign(location.pathname)),
  ];
}
