// One library: its index's bytes, its heap, and its answers to the first queries of every row.
import { brotliCompressSync } from 'node:zlib';
import { percentile } from './score.mjs';

const heap = () => {
  globalThis.gc?.();
  const { heapUsed, external } = process.memoryUsage();
  return heapUsed + external;
};

export function measure(build, records, rows, most, judge, ours) {
  const before = heap();
  const started = performance.now();
  const index = build(records);
  const load = performance.now() - started;
  const used = heap() - before;
  const times = [];
  const scores = rows.map((row, at) => {
    const queries = row.queries.slice(0, most);
    const lists = queries.map(({ query }) => {
      const start = performance.now();
      const codes = index.search(query);
      times.push(performance.now() - start);
      return codes;
    });
    return { name: row.name, count: queries.length, score: judge(row.kind, queries, lists), ours: judge(row.kind, queries, ours[at].lists.slice(0, most)) };
  });
  const json = index.json();
  return { load, heap: used, bytes: json.length, brotli: brotliCompressSync(json).length, p50: percentile(times, 0.5), p95: percentile(times, 0.95), rows: scores };
}
