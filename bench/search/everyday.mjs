// Everyday queries: ours in two halves, and those of ../shared where they are.
import { existsSync, readFileSync } from 'node:fs';
import { CASES } from './records.mjs';

const { first: FIRST, second: SECOND, third: THIRD } = JSON.parse(readFileSync(new URL('queries.json', import.meta.url), 'utf8'));
/** The halves are the same for every seed of a run: else tuning would see, over time, all of them. */
const SPLIT = 2026;

export function everydayRows(diceOf) {
  const shuffled = diceOf(SPLIT).shuffled(FIRST);
  const half = shuffled.length >> 1;
  const rows = [
    { kind: 'everyday', name: 'everyday first, other half', queries: shuffled.slice(half) },
    { kind: 'everyday', name: 'everyday first, tuned half', queries: shuffled.slice(0, half) },
    { kind: 'everyday', name: 'everyday third, held out', queries: THIRD },
    { kind: 'everyday', name: 'everyday second, tuned on', queries: SECOND },
  ];
  if (existsSync(CASES)) {
    const { answers, ask_back: askBack } = JSON.parse(readFileSync(CASES, 'utf8'));
    const graded = [...answers, ...askBack].map(({ query, codes }) => ({ query, relevant: Object.fromEntries(codes.map((code) => [code, 3])) }));
    rows.push({ kind: 'everyday', name: 'everyday ../shared', queries: graded });
  }
  return rows;
}
