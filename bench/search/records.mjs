// The national records beside the repository, and synthetic ones for growth.
import { existsSync, readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';

const SHARED = new URL('../../../shared/', import.meta.url).pathname;
export const NATIONAL = `${SHARED}data/tthc-all.json.gz`;
export const CASES = `${SHARED}cases/search-queries.json`;

const WORDS = new URL('../../crates/catalogue/data/words.json', import.meta.url);

/** With the everyday names that ours knows, so that the libraries search the same texts. `null` in a clone that has no such neighbour. */
export function national() {
  if (!existsSync(NATIONAL)) return null;
  const { names } = JSON.parse(readFileSync(WORDS, 'utf8'));
  const list = JSON.parse(gunzipSync(readFileSync(NATIONAL)));
  return list.map(({ ma, ten, tu_khoa, linh_vuc }) => ({
    code: ma,
    title: ten.replace(/\s+/g, ' ').trim(),
    keywords: [tu_khoa, ...(names[ma] ?? [])].filter(Boolean).join('; '),
    field: linh_vuc ?? '',
  }));
}

/** Records in the national shape whose titles are pieces of real ones, put together by chance. */
export function synthetic(records, count, chance) {
  const made = [];
  for (let at = 0; at < count; at++) {
    const [a, b] = [chance.pick(records), chance.pick(records)];
    const words = [...a.title.split(' ').slice(0, 4 + chance.below(14)), ...b.title.split(' ').slice(-1 - chance.below(12))];
    made.push({ ma: `9.${String(at).padStart(6, '0')}`, ten: words.join(' '), linh_vuc: chance.pick(records).field, tu_khoa: null });
  }
  return made;
}
