// The tables that people read.
const three = (value) => (value === undefined ? '' : value.toFixed(3).replace(/^0\./, '.'));
const ms = (value) => `${value.toFixed(2)} ms`;
const kb = (bytes) => `${(bytes / 1000).toFixed(1)} KB`;
const mb = (bytes) => `${(bytes / 1e6).toFixed(1)} MB`;
const table = (head, rows) => [head, head.map(() => '---'), ...rows].map((cells) => `| ${cells.join(' | ')} |`).join('\n');

export function report({ seed, procedures, items, queries, differing, speed, size, memory, rows, others, growth }) {
  const knownRows = rows.filter(({ score }) => score.ndcg === undefined);
  const dailyRows = rows.filter(({ score }) => score.ndcg !== undefined);
  const parts = [
    `# Search, measured\n\nSeed ${seed}; ${procedures} procedures, ${items} different titles; ${queries} queries. MRR and R are at 10.\nThe everyday row to believe is the one held out (queries.json says why); the libraries were given the same everyday names.`,
    table(
      ['known item', 'queries', 'MRR', 'R', 'phrase oracle MRR', 'its R'],
      knownRows.map(({ name, count, score }) => [name, count, three(score.mrr), three(score.recall), three(score.oracleMrr), three(score.oracleRecall)]),
    ),
    table(
      ['everyday', 'queries', 'nDCG', 'R', 'a right one in ten', 'MRR', 'empty'],
      dailyRows.map(({ name, count, score }) => [name, count, three(score.ndcg), three(score.recall), three(score.success), three(score.mrr), three(score.empty)]),
    ),
    `Other answer in capitals: ${differing.capitals}; decomposed (NFD): ${differing.NFD}. Native: median ${ms(speed.p50)}, p95 ${ms(speed.p95)}, p99 ${ms(speed.p99)}. Index ${kb(size.bytes)} (brotli ${kb(size.brotli)}); the whole process is resident with ${mb(memory)} after all queries.`,
  ];
  for (const [name, other] of Object.entries(others)) {
    const key = (score) => (score.ndcg === undefined ? score.mrr : score.ndcg);
    parts.push(
      `**${name}** on the first ${other.rows[0].count} queries of each row: load ${other.load.toFixed(0)} ms, heap ${mb(other.heap)}, index ${kb(other.bytes)} (brotli ${kb(other.brotli)}), median ${ms(other.p50)}, p95 ${ms(other.p95)}`,
      table(
        ['row (MRR; everyday: nDCG)', name, 'ours', `R ${name}`, 'R ours'],
        other.rows.map((row) => [row.name, three(key(row.score)), three(key(row.ours)), three(row.score.recall), three(row.ours.recall)]),
      ),
    );
  }
  if (growth.length) {
    parts.push(table(['synthetic records', 'median', 'p95', 'resident'], growth.map((size) => [size.count, ms(size.p50), ms(size.p95), mb(size.memory)])));
  }
  return parts.join('\n\n') + '\n';
}
