// The panel behind "Aa": letters, colours, language, reading aloud. Part of the page, not over it.

import { read, stop } from './aloud.mjs';
import { device } from './device.mjs';
import { COLOURS, colour, paint, percent, resize } from './look.mjs';
import { button, node } from './node.mjs';
import { onLanguage, root, words } from './words.mjs';

let panel;
let opener;

export async function settings(from) {
  opener = from;
  if (panel) return close();
  panel = node('section', { class: 'mc-aside', keydown: (event) => event.key === 'Escape' && close() });
  await fill();
  document.querySelector('.mc-top').after(panel);
  opener.setAttribute('aria-expanded', 'true');
  panel.querySelector('button').focus();
}

onLanguage(() => panel && fill());
addEventListener('pagehide', stop);

export function close() {
  if (!panel) return;
  stop();
  panel.remove();
  panel = undefined;
  opener.setAttribute('aria-expanded', 'false');
  opener.focus();
}

/** All of it anew: the focus stays on the control that had it. */
async function fill() {
  const t = await words();
  const at = [...panel.querySelectorAll('button')].indexOf(document.activeElement);
  panel.setAttribute('aria-label', t('settings'));
  panel.replaceChildren(letters(t), colours(t), ...languages(t), aloud(t), ...('kiosk' in root.dataset ? [device(t)] : []), button(t('close'), close));
  if (at >= 0) panel.querySelectorAll('button')[at].focus();
}

function group(title, ...children) {
  const id = `mc-aside-${document.querySelectorAll('.mc-aside-group').length}-${title.length}`;
  return node('div', { class: 'mc-aside-group', role: 'group', 'aria-labelledby': id }, node('p', { id }, title), node('div', { class: 'mc-aside-row' }, ...children));
}

function letters(t) {
  const now = node('span', { role: 'status' });
  const by = (step) => () => {
    resize(step);
    now.textContent = t('sizeNow', percent());
  };
  return group(
    t('size'),
    sign('A−', t('smaller'), by(-1)),
    sign('A', t('plain'), by(0)),
    sign('A+', t('larger'), by(1)),
    now,
  );
}

/** What is seen is the beginning of what is heard: who speaks to the phone says what is seen. */
function sign(seen, heard, act) {
  const made = button(seen, act);
  made.append(node('span', { class: 'mc-hide' }, ` ${heard}`));
  return made;
}

function colours(t) {
  const mark = () => all.forEach((one) => one.setAttribute('aria-pressed', one.value === colour()));
  const choose = (name) => () => {
    paint(name);
    mark();
  };
  const all = COLOURS.map((name) => button(t(name), choose(name), { value: name }));
  mark();
  return group(t('colours'), ...all);
}

/** The links of the head do the work; here all languages stand, also the one that is spoken. */
function languages(t) {
  const links = [...document.querySelectorAll('.mc-lang')];
  if (links.length < 2) return [];
  const all = links.map((link) => button(link.textContent, () => link.click(), { lang: link.hreflang, 'aria-pressed': link.hreflang === root.lang }));
  return [group(t('language'), ...all)];
}

function aloud(t) {
  const told = node('p', { role: 'status' });
  let reading = false;
  const act = async () => {
    if (reading) return stop();
    reading = true;
    told.textContent = '';
    start.textContent = t('stop');
    const outcome = await read();
    reading = false;
    start.textContent = t('read');
    if (outcome !== 'read') told.textContent = t(outcome);
  };
  const start = button(t('read'), act);
  return group(t('aloud'), start, told);
}
