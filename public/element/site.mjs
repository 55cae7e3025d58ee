// What the element has to know, all of it from the origin of `src`.

async function json(url) {
  const answer = await fetch(url, { credentials: 'omit' });
  if (!answer.ok) throw new Error(`${url}: ${answer.status}`);
  return answer.json();
}

/** `site.json`, with the manifest of what the site is made of. */
export async function read(base) {
  const [site, manifest] = await Promise.all([json(new URL('site.json', base)), json(new URL('manifest.json', base))]);
  return Object.assign(site, { manifest });
}

/** Addresses made absolute, survey and words read; `options` is what a stamped page has in its data block. `looks`: to look up. */
export async function configure(site, base, place, wanted, looks) {
  const { manifest } = site;
  const absolute = (path) => new URL(path, base).href;
  const every = (paths) => Object.assign({}, ...Object.keys(paths).map((name) => ({ [name]: absolute(paths[name]) })));
  const languages = site.languages || Object.keys(manifest.locales);
  const lang = languages.includes(wanted) ? wanted : languages[0];
  const name = site.survey || 'quick';
  const locales = every(manifest.locales);
  const survey = { url: absolute(manifest.surveys[name].url), version: manifest.surveys[name].version };
  const of = (id) => site.units.find((unit) => unit.id === id);
  const merged = (site.merged || []).find(({ id }) => id === place.unit);
  // A tag of before a merger: today's unit, under the id that the tag bears.
  const unit = merged
    ? Object.assign({}, of(merged.into), { id: merged.id, counters: merged.counters })
    : of(place.unit) || site.units[0];
  const submit = Object.assign({ kind: 'mot-cua' }, site.submit);
  submit.url = absolute(submit.url || '/api/responses');
  if (submit.attachments) submit.attachments = absolute(submit.attachments);

  const [definition, ...packs] = await Promise.all([json(survey.url), ...languages.map((lang) => json(locales[lang]))]);
  const options = Object.assign({}, site, {
    languages,
    units: [unit],
    survey: name,
    submit,
    surveys: { [name]: survey },
    app: manifest.app,
    locales,
    mode: 'embed',
    lang,
  });
  if (manifest.catalogueIndex) options.catalogueIndex = absolute(manifest.catalogueIndex);
  delete options.manifest;
  const words = (key) => Object.assign({}, ...languages.map((lang, at) => ({ [lang]: packs[at][`static.${key}`] || '' })));
  const entry = every(manifest.entry);
  const { build } = manifest;
  const sheets = [entry.style];
  if (build === 'full') {
    // One of our pages asks such a survey and another looks up; in a portal there is no address to go from one to the other by.
    if (looks) throw new Error('this site looks up on its own page only');
    entry.glue = entry.glueFull;
    sheets.push(entry.styleFull);
  }
  return { options, unit, definition, words, entry, build, sheets };
}
