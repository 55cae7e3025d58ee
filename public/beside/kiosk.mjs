// The tablet at the counter: one touch wakes it, one rates, then thanks, and the next person finds nothing of the last.

import { close } from './settings.mjs';
import { isUnlocked, lock } from './device.mjs';
import { plain } from './look.mjs';
import { next, seen } from './next.mjs';
import { button, node } from './node.mjs';
import { awake } from './awake.mjs';
import { onLanguage, root, said, words } from './words.mjs';

/** Milliseconds; the address may name others, in seconds: `&thanks=8&idle=60`. */
const time = (name, usual) => (Number(new URLSearchParams(location.search).get(name)) || usual) * 1000;
/** So long the thanks stand. Who touched the wrong face has this long to say so. */
const THANKS_MS = time('thanks', 5);
/** Nobody has touched anything for so long: whoever it was has gone. */
const IDLE_MS = time('idle', 30);
/** The answer is on this tablet, or further. */
const SAFE = '.mc-keeping:is([data-keep="kept"], [data-keep="sending"], [data-keep="sent"])';

const form = document.getElementById('mc-rate');
const cover = node('section', { class: 'mc-cover', 'aria-live': 'polite' });
let timer;
let covered = '';

export async function kiosk() {
  root.dataset.kiosk = '';
  awake();
  document.body.append(cover);
  await seen('.mc-group', document.getElementById('mc-app'));
  form.addEventListener('change', thank);
  for (const touch of ['pointerdown', 'keydown', 'input']) addEventListener(touch, idle, { passive: true });
  // What others left is nobody's to read here.
  addEventListener('hashchange', () => /^#(pending|look|p\/)/.test(location.hash) && !isUnlocked() && location.replace('#rate'));
  onLanguage(() => covered === 'attract' && attract());
  await clear();
}

function after(ms, act) {
  clearTimeout(timer);
  timer = setTimeout(act, ms);
}

const idle = () => covered || after(IDLE_MS, clear);

/** Nothing of the last person is left: no answer on the screen, no letters, no colours, no panel. */
async function clear() {
  close();
  lock();
  plain();
  uncover();
  await next();
  await attract();
}

async function attract() {
  const t = await words();
  const office = said('.mc-office');
  const faces = node('span', { class: 'mc-cover-faces', 'aria-hidden': 'true' });
  for (const face of form.querySelectorAll('.mc-face')) faces.append(node('span', { class: face.className.replace('mc-face ', '') }, face.querySelector('svg').cloneNode(true)));
  const touch = node('button', { type: 'button', class: 'mc-cover-touch', click: begin }, node('span', {}, office), node('b', {}, t('attract')), faces, node('span', {}, t('touch')));
  show('attract', touch);
}

function begin() {
  uncover();
  form.querySelector('input[type=radio]').focus({ preventScroll: true });
  document.activeElement.blur();
  idle();
}

async function thank() {
  const t = await words();
  show('thanks', node('h1', { tabindex: '-1' }, t('thanks')), node('p', {}, t('thanksNote')), button(t('wrong'), again));
  clearTimeout(timer);
  // Not before it is kept: the next person's touch would otherwise come first.
  await seen(SAFE);
  if (covered === 'thanks') after(THANKS_MS, clear);
}

function again() {
  uncover();
  location.hash = '#rate';
  idle();
}

function show(name, ...what) {
  covered = name;
  cover.replaceChildren(...what);
  document.body.classList.add('mc-covered');
  for (const part of document.querySelectorAll('.mc-top, main, .mc-foot')) part.inert = name === 'thanks';
  if (name === 'thanks') cover.querySelector('h1').focus({ preventScroll: true });
}

function uncover() {
  covered = '';
  cover.replaceChildren();
  document.body.classList.remove('mc-covered');
  for (const part of document.querySelectorAll('.mc-top, main, .mc-foot')) part.inert = false;
}
