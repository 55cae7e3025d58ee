// One library: its index's bytes, its heap, and its answers to the first queries of every row.
import { brotliCompressSync } from 'node:zlib';
import { percentile } from './score.mjs';

/** Fewer say nothing about quality. */
const FEWEST = 8;

const heap = () => {
  globalThis.gc?.();
  const { heapUsed, external } = process.memoryUsage();
  return heapUsed + external;
};

/**
 * `most`: queries of a row, at most; `budget`: milliseconds for all of them, shared evenly, so that a slow one ends too. A row that is
 * `close` is asked whole: between the best of them a hundredth decides, and of forty queries each is worth two.
 */
export function measure(build, records, rows, { most, budget }, judge, ours) {
  const before = heap();
  const started = performance.now();
  const index = build(records);
  const load = performance.now() - started;
  const used = heap() - before;
  const times = [];
  const scores = rows.map((row, at) => {
    const lists = [];
    let spent = 0;
    for (const { query } of row.queries.slice(0, row.close ? undefined : most)) {
      if (!row.close && spent > budget / rows.length && lists.length >= FEWEST) break;
      const start = performance.now();
      lists.push(index.search(query));
      times.push(performance.now() - start);
      spent += times.at(-1);
    }
    const queries = row.queries.slice(0, lists.length);
    return { name: row.name, count: queries.length, score: judge(row.kind, queries, lists), ours: judge(row.kind, queries, ours[at].lists.slice(0, lists.length)) };
  });
  const json = index.json();
  return { load, heap: used, bytes: json.length, brotli: brotliCompressSync(json).length, p50: percentile(times, 0.5), p95: percentile(times, 0.95), rows: scores };
}
