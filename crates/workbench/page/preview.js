// The phone beside the editor: the citizen's own page, every question type, asking the survey that the workbench gives.
//
// Nothing of it is sent or kept: what the page stores lies in this frame, what it sends is answered here, and the workbench is told.
import { build } from '../../../public/element/build.mjs';
import { configure, read } from '../../../public/element/site.mjs';
import { own } from '../../../public/boot/form.mjs';

import { carried } from './carried.js';

const framed = parent !== window;
const given = framed ? parent.mcPreview : await carried();
/** By the survey that is asked, so that an answer goes on when a word of a question changes. */
const NAME = 'preview';
const SURVEY = new URL('survey.json', location.href).href;
const site = new URL('../../', location.href);

/** In the shape of `localStorage`, over a plain object. */
function room(all) {
  return {
    get length() {
      return Object.keys(all).length;
    },
    key: (at) => Object.keys(all)[at] ?? null,
    getItem: (key) => all[key] ?? null,
    // The definition of an answer that was begun: here it is always the one at hand.
    setItem: (key, value) => key !== 'mc.definition' && (all[key] = String(value)),
    removeItem: (key) => delete all[key],
  };
}

/** Storage of this frame's own, and a network that ends here. */
function shut() {
  const kept = framed ? parent.mcPreviewKept || (parent.mcPreviewKept = {}) : {};
  const put = (name, value) => Object.defineProperty(window, name, { value, configurable: true });
  put('localStorage', room({ 'mc.lang': given.lang }));
  put('sessionStorage', room(kept));
  const open = IDBFactory.prototype.open;
  IDBFactory.prototype.open = function (name, ...rest) {
    return open.call(this, `${name} preview`, ...rest);
  };
  const reach = window.fetch.bind(window);
  window.fetch = async (what, how = {}) => {
    const url = new URL(what.url || what, location.href).href;
    if (url === SURVEY) return new Response(given.survey, { headers: { 'content-type': 'application/json' } });
    return how.method && how.method !== 'GET' ? taken(how.body) : reach(what, how);
  };
}

/** Told to the workbench, and acknowledged as the collector would. */
function taken(body) {
  let answer = {};
  try {
    answer = JSON.parse(body);
  } catch {
    // A photo.
  }
  const { id, rev, answers } = answer;
  if (answers && framed) parent.postMessage({ answers }, location.origin);
  return new Response(JSON.stringify({ id, rev }), { status: 201, headers: { 'content-type': 'application/json' } });
}

function sheet(href) {
  document.head.append(Object.assign(document.createElement('link'), { rel: 'stylesheet', href }));
}

/** What of a site that is being written can be shown: languages that there are words for, units that have an id. */
function drafted(text, manifest) {
  if (!text) return {};
  const draft = JSON.parse(text);
  const languages = (draft.languages || []).filter((lang) => manifest.locales[lang]);
  const units = (draft.units || []).filter((unit) => unit && unit.id);
  if (!languages.length) delete draft.languages;
  else draft.languages = languages;
  if (!units.length) delete draft.units;
  else draft.units = units;
  return draft;
}

async function begin() {
  shut();
  const found = await read(site);
  Object.assign(found, drafted(given.site, found.manifest));
  const { manifest } = found;
  manifest.surveys = { [NAME]: { url: SURVEY, version: NAME } };
  manifest.build = 'full';
  const asked = Object.assign({}, found, { survey: NAME, submit: { kind: 'mot-cua', url: '/api/responses', attachments: '/api/attachments' } });
  const [unit] = found.units;
  const place = { unit: unit.id, purpose: 'rate' };
  // Whoever writes a site looks for what they wrote: the first counter's name stands above the question.
  if (given.site && unit.counters && unit.counters[0]) place.counter = unit.counters[0].id;
  const config = await configure(asked, site, place, given.lang, false);
  config.options.mode = 'page';
  const { box, form } = build(config, place);
  if (given.theme) box.dataset.theme = given.theme;
  const { accent } = found.theme || {};
  if (given.theme === 'light' && /^#[0-9a-f]{6}$/i.test(accent)) box.style.setProperty('--mc-accent', accent);
  config.sheets.forEach(sheet);
  const main = document.getElementById('preview');
  main.append(box);
  own(form, config.options.submit);
  const glue = await import(config.entry.glue);
  await glue.default();
  await glue.mount(box, JSON.stringify(config.options));
  document.documentElement.dataset.up = '';
  addEventListener('message', ({ origin, data }) => {
    if (origin === location.origin && data && data.page >= 0) go(form, data.page);
  });
}

/** Behind the faces nothing is asked of somebody who chose none: going there chooses the happiest. */
function go(form, page) {
  const faces = form.querySelectorAll('input[type=radio]');
  const answered = [...faces].some((face) => face.checked);
  if (faces.length && !answered && page > 0) faces[0].click();
  setTimeout(() => {
    location.hash = page > 0 || !faces.length ? `more/${page}` : 'rate';
  });
}

if (given) begin().catch((error) => console.warn('preview:', error));
