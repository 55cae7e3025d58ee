// Everyday queries: ours in four lists, and those of ../shared where they are. queries.json says what was tuned on what.
import { existsSync, readFileSync } from 'node:fs';
import { CASES } from './records.mjs';

const { first: FIRST, second: SECOND, third: THIRD, fourth: FOURTH } = JSON.parse(readFileSync(new URL('queries.json', import.meta.url), 'utf8'));
/** The halves are the same for every seed of a run: else tuning would see, over time, all of them. */
const SPLIT = 2026;

export const HELD_OUT = 'everyday third, held out';

export function everydayRows(diceOf) {
  const shuffled = diceOf(SPLIT).shuffled(FIRST);
  const half = shuffled.length >> 1;
  const lines = (of, rest) => of.filter((_, at) => at % 2 === rest);
  const rows = [
    { name: 'everyday first, other half', queries: shuffled.slice(half) },
    { name: 'everyday first, tuned half', queries: shuffled.slice(0, half) },
    { name: HELD_OUT, queries: THIRD },
    { name: 'everyday second, tuned on', queries: SECOND },
    { name: 'everyday fourth, other half', queries: lines(FOURTH, 1) },
    { name: 'everyday fourth, tuned half', queries: lines(FOURTH, 0) },
  ];
  if (existsSync(CASES)) {
    const { answers, ask_back: askBack } = JSON.parse(readFileSync(CASES, 'utf8'));
    const graded = [...answers, ...askBack].map(({ query, codes }) => ({ query, relevant: Object.fromEntries(codes.map((code) => [code, 3])) }));
    rows.push({ name: 'everyday ../shared', queries: graded });
  }
  return rows.map((row) => ({ kind: 'everyday', ...row }));
}
