// The form of index.html, built by DOM calls: text nodes only, so that nothing from a definition becomes HTML.

import { face } from '../boot/faces.mjs';
import { put } from '../boot/form.mjs';
import { spans } from '../boot/words.mjs';
import { first } from './first.mjs';

const HIDDEN = ['survey', 'unit', 'counter', 'field', 'procedure', 'lang', 'id', 'rev'];
const STATES = ['chosen', 'sending', 'sent', 'unsent'];

function node(name, attributes, ...children) {
  const made = document.createElement(name);
  for (const key of Object.keys(attributes)) made.setAttribute(key, attributes[key]);
  made.append(...children);
  return made;
}

/** The box that stands in the shadow root, and the form in it. */
export function build({ options, unit, definition, words, build }, place) {
  const say = (text) => spans(text, options.languages);
  const question = first(definition, build);
  const counter = (unit.counters || []).find((counter) => counter.id === place.counter);
  const faces = () => question.faces.map(({ value, text }) => {
    const radio = node('input', { type: 'radio', name: question.name, value });
    return node('label', { part: 'face', class: `mc-face mc-face-${value}` }, radio, face(value), node('span', { class: 'mc-word' }, ...say(text)));
  });
  const asks = question
    ? node('fieldset', {}, node('legend', {}, node('h2', { part: 'question' }, ...say(question.title))), node('div', { class: 'mc-faces' }, ...faces()))
    : node('h2', {}, ...say(definition.title || ''));
  const states = STATES.map((state) => node('span', { class: `mc-when-${state}` }, ...say(words(state))));
  states[2].append(' ', node('b', { 'data-receipt': '' }));
  const survey = options.surveys[options.survey];
  const form = node(
    'form',
    {
      class: 'mc-rate',
      method: 'post',
      action: options.submit.url,
      autocomplete: 'off',
      'data-state': 'idle',
      'data-survey': options.survey,
      'data-version': survey.version,
      'data-rounding': (options.privacy && options.privacy.rounding) || 'hour',
      'data-app': options.app,
      'data-mode': 'embed',
      'data-purpose': place.purpose || '',
      'data-token': place.token || '',
    },
    ...HIDDEN.map((name) => node('input', { type: 'hidden', name })),
    node('p', { part: 'place', class: 'mc-place' }, ...(counter ? say(counter.name) : [])),
    asks,
    node('p', { part: 'status', class: 'mc-status', role: 'status' }, ...states),
  );
  const values = Object.assign({}, place, { survey: options.survey, unit: unit.id, counter: counter && counter.id, lang: options.lang });
  for (const name of HIDDEN) put(form, name, values[name]);
  const box = node('div', { part: 'box', class: 'mc mc-box', lang: options.lang }, form, node('div', { class: 'mc-app' }), node('div', { class: 'mc-bar' }));
  oneLanguage(box, form);
  return { box, form };
}

/** Shows the words of the box's language: our own page does it by stamped rules, which a shadow root does not have. */
function oneLanguage(box, form) {
  const show = () => {
    for (const span of form.querySelectorAll('span[lang]')) span.hidden = span.lang !== box.lang;
  };
  show();
  new MutationObserver(show).observe(box, { attributeFilter: ['lang'] });
}
