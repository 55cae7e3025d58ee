// Puts what the address says into the page: a page serves its place with any further parts, 404.html serves any place.

import { hidden, put } from './form.mjs';
import { spans } from './words.mjs';

/** Fills the form's hidden fields; what the site does not know counts as lost. */
export function stand(form, site, place) {
  const unit = site.units.find((unit) => unit.id === place.unit);
  if (!unit) {
    if (place.unit) place.lost++;
    return;
  }
  const known = (list, id) => {
    const found = (list || []).find((item) => item.id === id);
    if (id && !found) place.lost++;
    return found;
  };
  const counter = known(unit.counters, place.counter);
  const field = known(site.fields, place.field);
  if (hidden(form, 'unit').value !== unit.id) name(site, '.mc-office', unit);
  if (hidden(form, 'counter').value !== (counter ? counter.id : '')) name(site, '.mc-place', counter);
  put(form, 'unit', unit.id);
  put(form, 'counter', counter && counter.id);
  put(form, 'field', field && field.id);
  put(form, 'procedure', place.procedure);
  form.setAttribute('data-purpose', place.purpose || '');
  form.setAttribute('data-token', place.token || '');
  const shown = place.purpose === 'look' ? 'look' : 'rate';
  document.documentElement.dataset.purpose = shown;
  for (const part of document.querySelectorAll('[data-show]')) part.hidden = part.dataset.show !== shown;
}

/** In every language side by side, as stamped: the sheet shows the one that is spoken. */
function name(site, selector, thing) {
  const line = document.querySelector(selector);
  line.textContent = '';
  if (thing) line.append(...spans(thing.name, site.languages));
}
