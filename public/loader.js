// The page: its policy, its glue, its WebAssembly. If it does not come up, boot.js is told and goes on alone.

import { back } from './loader/back.mjs';
import { clean } from './loader/clean.mjs';

/** Later than this the citizen has tapped and gone. */
const LIMIT_MS = 15000;
/** The answer that was waiting goes first. */
const IDLE_MS = 1000;
/** Screens that only `more` has, as `src/elsewhere.rs` lists them; those of look-up; those of the survey. */
const SCREENS = /^#(?:(ward|life|desk|slip|remind|filter)|(look|p)|(rate|more|thanks|pending))\b/;
const main = document.querySelector('main');
/** The folder of the site; what follows it is a place, or nothing that we have. */
const BASE = new URL('..', import.meta.url).pathname;
const KNOWN = /^(?:q\/.*|index\.html|404\.html)?$/i;
const near = (name) => new URL(`../${name}.js`, import.meta.url).href;
const worker = near('sw');
const framed = parent !== window;
const { glue: here, full, more, offline, build, beside } = document.querySelector('script[data-glue]').dataset;
let up = false;

function failed(reason) {
  clearTimeout(late);
  console.warn('mot-cua:', reason);
  // A trap in a running page: what is shown answers no more. What was kept is on the phone.
  if (up) return void (document.getElementById('mc-broken').hidden = false);
  const [opening, told] = main.querySelectorAll('.mc-opening > :is(p, div)');
  if (told) [opening.hidden, told.hidden] = [true, false];
  dispatchEvent(new Event('mc-wasm-failed'));
}

function trapped(reason) {
  if (window.WebAssembly && reason instanceof WebAssembly.RuntimeError) failed(reason);
}

/** A script, and its sheet if it has one. */
function bring(named) {
  const [script, sheet] = named.split(' ');
  if (sheet) {
    const link = document.createElement('link');
    link.rel = 'stylesheet';
    link.href = sheet;
    document.head.append(link);
  }
  return import(script);
}

let asked;
/** What stands beside the rating, once somebody asks for it: one script, one member of it. */
const aside = (name, from) => (asked = asked || bring(beside)).then((all) => all[name](from)).catch(console.warn);

addEventListener('click', ({ target }) => {
  const from = target.closest('[data-beside]');
  if (from) aside(from.dataset.beside, from);
});
if (/[?&]mode=/.test(location.search)) aside('mode');
try {
  if (localStorage['mc.later']) aside('remind');
} catch {
  // Storage is blocked: nothing was kept.
}

let late;

async function load() {
  // Leptos sets its static fragments through innerHTML; nothing else may become HTML, and only the service worker a script.
  if (window.trustedTypes) trustedTypes.createPolicy('default', { createHTML: clean, createScriptURL: (url) => (url === worker ? url : null) });
  // `full` is named where the site's survey needs it: look-up is then `more`'s. Each is a script, and a sheet if it has one of its own.
  const [, beyond, look, rate] = SCREENS.exec(location.hash) || [];
  const glue = await bring(beyond || (full && look) ? more : (rate && full) || here);
  await glue.default();
  const site = document.getElementById('mc-site').textContent;
  // In a portal's frame it does as the element does: the portal's history is left alone.
  await glue.mount(main, framed ? site.replace('{', '{"mode":"embed",') : site);
  up = true;
  clearTimeout(late);
  main.querySelector('.mc-opening').remove();
  // What fails there has promised nothing.
  if (offline) setTimeout(() => import(offline).then((page) => page.offline(worker, build)).catch(() => {}), IDLE_MS);
}

const { hash, pathname } = location;
// A link that was mistyped or is old opens the first screen, and says so.
if (!KNOWN.test(pathname.slice(BASE.length)) || (hash.length > 1 && hash !== '#mc-main' && !SCREENS.test(hash))) document.querySelector('.mc-notice').hidden = false;

(framed ? import(near('frame')) : back()).catch(() => {});

// A page that asks which office was visited has nothing to rate or to look up yet: its links lead to those that have.
if (document.documentElement.dataset.purpose !== 'choose') {
  late = setTimeout(failed, LIMIT_MS, 'not up in time');
  addEventListener('error', (event) => trapped(event.error));
  addEventListener('unhandledrejection', (event) => trapped(event.reason));
  load().catch(failed);
}
