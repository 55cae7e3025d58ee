// Search libraries from npm, each in the setting that its own documentation gives for diacritics, on the same texts as ours:
// title, keywords and everyday names, field. None knows Vietnamese, so the folding is given to each that takes one.
// `library` is what a script tag gives: node and Chromium run the same lines.
import { exact, fold } from './text.mjs';

const text = (record) => [record.title, record.keywords, record.field].join(' ');

/** Both spellings of a word, so that marks count where they are typed. */
const bothForms = (term) => {
  const forms = [exact(term), fold(term)].filter(Boolean);
  return forms[0] === forms[1] ? forms[0] : forms;
};

/** The file of each package that a page would load. */
export const SCRIPTS = {
  MiniSearch: 'minisearch/dist/umd/index.js',
  FlexSearch: 'flexsearch/dist/flexsearch.bundle.min.js',
  Fuse: 'fuse.js/dist/fuse.cjs',
  lunr: 'lunr/lunr.js',
};

export const ENGINES = {
  MiniSearch(records, MiniSearch) {
    const index = new MiniSearch({
      idField: 'code',
      fields: ['title', 'keywords', 'field'],
      processTerm: bothForms,
      searchOptions: { boost: { title: 3 }, prefix: true, fuzzy: 0.2 },
    });
    index.addAll(records);
    return { search: (query) => index.search(query).slice(0, 30).map((hit) => hit.id), json: () => JSON.stringify(index) };
  },

  FlexSearch(records, { Index }) {
    const index = new Index({ tokenize: 'forward', encode: (words) => fold(words).split(' ') });
    records.forEach((record, at) => index.add(at, text(record)));
    const json = () => {
      const parts = {};
      index.export((key, data) => void (parts[key] = data));
      return JSON.stringify([parts, records.map((record) => record.code)]);
    };
    return { search: (query) => index.search(query, { limit: 30, suggest: true }).map((at) => records[at].code), json };
  },

  Fuse(records, Fuse) {
    const keys = [{ name: 'title', weight: 3 }, 'keywords', 'field'];
    const fuse = new Fuse(records, { keys, ignoreDiacritics: true, ignoreLocation: true });
    const json = () => JSON.stringify([Fuse.createIndex(keys, records), records]);
    return { search: (query) => fuse.search(query, { limit: 30 }).map((hit) => hit.item.code), json };
  },

  lunr(records, lunr) {
    const folded = (token) => token.update(fold);
    lunr.Pipeline.registerFunction(folded, 'folded');
    const index = lunr(function build() {
      this.pipeline.reset();
      this.searchPipeline.reset();
      this.pipeline.add(folded);
      this.searchPipeline.add(folded);
      this.ref('code');
      this.field('title', { boost: 3 });
      this.field('keywords');
      this.field('field');
      records.forEach((record) => this.add(record));
    });
    // Its query language gives signs a meaning; the words alone are asked.
    const search = (query) => index.query((asked) => exact(query).split(' ').forEach((term) => term && asked.term(term, {}))).slice(0, 30).map((hit) => hit.ref);
    return { search, json: () => JSON.stringify(index) };
  },
};
