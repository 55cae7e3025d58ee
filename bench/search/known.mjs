// Known items: a title, or a piece of it, typed in some way; what must come first is that title.
import { exact, fold, telex } from './text.mjs';
import { typo } from './typo.mjs';

const PIECE = 5;

const WAYS = {
  'full title': (title) => title,
  'title without diacritics': (title) => fold(title),
  'title, one typo': (title, chance) => typo(fold(title), chance),
  'title in raw Telex': (title) => telex(title),
};

/** Records with the same title are one item: nobody can tell them apart by typing. */
export function items(records) {
  const byTitle = new Map();
  for (const { code, title } of records) {
    const key = exact(title);
    if (!byTitle.has(key)) byTitle.set(key, { title, codes: new Set() });
    byTitle.get(key).codes.add(code);
  }
  return [...byTitle.values()];
}

/** Rows of `{ name, queries: [{ query, wanted, oracle? }], close? }`; `wanted` is a set of codes. */
export function knownRows(all, sample, chance) {
  const rows = Object.entries(WAYS).map(([name, type]) => ({
    name,
    queries: sample.map((item) => ({ query: type(item.title, chance), wanted: item.codes })),
  }));
  for (const [name, type] of [['5 syllables in a row', exact], ['5 syllables, no diacritics', fold]]) {
    const texts = all.map((item) => ` ${type(item.title)} `);
    rows.push({ name, close: true, queries: sample.map((item) => piece(type(item.title), item.codes, texts, chance)).filter(Boolean) });
  }
  return rows;
}

function piece(text, wanted, texts, chance) {
  const syllables = text.split(' ');
  if (syllables.length < PIECE) return null;
  const start = chance.below(syllables.length - PIECE + 1);
  const query = syllables.slice(start, start + PIECE).join(' ');
  return { query, wanted, oracle: phraseOracle(texts.filter((other) => other.includes(` ${query} `)).length) };
}

/** What finding exactly the titles with the phrase, in an order by chance, gives on average. */
function phraseOracle(matches) {
  const shown = Math.min(matches, 10);
  let reciprocal = 0;
  for (let rank = 1; rank <= shown; rank++) reciprocal += 1 / rank / matches;
  return { reciprocal, found: shown / matches };
}
