// What was promised, beside what was measured.
import { HELD_OUT } from './everyday.mjs';
import { kb, key, mb, ms, three } from './figures.mjs';

/** Least MRR of the rows of known items; name as in known.mjs. */
const TITLES = { 'full title': 0.99, 'title without diacritics': 0.98, 'title, one typo': 0.97, 'title in raw Telex': 0.9 };
const PIECES = ['5 syllables in a row', '5 syllables, no diacritics'];
const INDEX_BYTES = 60_000;
const HEAP_BYTES = 20e6;

const line = (goal, wanted, measured, met) => [goal, wanted, measured, met ? 'met' : '**missed**'];

/** Rows of the table; what was left out of the run has none. */
export function goals({ rows, differing, speed, size, others, browser }) {
  const score = (name) => rows.find((row) => row.name === name).score;
  const lines = Object.entries(TITLES).map(([name, least]) => line(`${name}, MRR`, `≥ ${three(least)}`, three(score(name).mrr), score(name).mrr >= least));
  for (const name of PIECES) {
    const { mrr, recall, oracleMrr } = score(name);
    lines.push(line(`${name}, MRR`, `≥ oracle ${three(oracleMrr)}`, three(mrr), mrr >= oracleMrr));
    lines.push(line(`${name}, R`, '≥ .960', three(recall), recall >= 0.96));
  }
  lines.push(line('capitals and NFD', 'identical', `${differing.capitals + differing.NFD} differ`, differing.capitals + differing.NFD === 0));
  const { recall, ndcg, empty } = score(HELD_OUT);
  lines.push(line(`${HELD_OUT}, R`, '≥ .900', three(recall), recall >= 0.9));
  lines.push(line(`${HELD_OUT}, nDCG`, '≥ .700', three(ndcg), ndcg >= 0.7));
  lines.push(line(`${HELD_OUT}, empty`, '≤ .010', three(empty), empty <= 0.01));
  if (Object.keys(others).length) lines.push(...beside(others));
  lines.push(line('index, brotli', `≤ ${kb(INDEX_BYTES)}`, kb(size.brotli), size.brotli <= INDEX_BYTES));
  lines.push(line('native, p95', '≤ 5 ms', ms(speed.p95), speed.p95 <= 5));
  if (browser) {
    const { slowed, ours } = browser;
    lines.push(line(`Chromium at ${slowed}×, p95, what the screen shows drawn`, '≤ 16 ms', ms(ours.p95), ours.p95 <= 16));
    lines.push(line(`Chromium at ${slowed}×, first search`, '≤ 100 ms', ms(ours.first), ours.first <= 100));
    lines.push(line('heap, the whole page', `≤ ${mb(HEAP_BYTES)}`, mb(ours.heap), ours.heap <= HEAP_BYTES));
  }
  return lines;
}

/** Rows in which a library is better, by what the row is compared by or by R; and fragments, where ours must be better. */
function beside(others) {
  const all = Object.entries(others).flatMap(([library, { rows }]) => rows.map((row) => ({ library, ...row })));
  const worse = all.filter(({ score, ours }) => key(score) > key(ours) || score.recall > ours.recall);
  const pieces = all.filter(({ name }) => PIECES.includes(name));
  const tied = pieces.filter(({ score, ours }) => score.mrr >= ours.mrr);
  const named = (list) => list.map(({ library, name }) => `${library}: ${name}`).join('; ');
  return [
    line('no worse than any library in any row', '0 rows', worse.length ? named(worse) : '0 rows', !worse.length),
    line('better than each on fragments', 'all', tied.length ? `not ${named(tied)}` : 'all', !tied.length),
  ];
}
