// The tables that people read.
import { kb, key, mb, ms, three } from './figures.mjs';
import { goals } from './goals.mjs';

const table = (head, rows) => [head, head.map(() => '---'), ...rows].map((cells) => `| ${cells.join(' | ')} |`).join('\n');

export function report(results) {
  const { seed, procedures, items, queries, differing, speed, size, memory, rows, others, browser, growth, machine } = results;
  const known = rows.filter(({ score }) => score.ndcg === undefined);
  const daily = rows.filter(({ score }) => score.ndcg !== undefined);
  const parts = [
    `# Look-up, measured\n\n\`cargo xtask bench search ${seed}\` on ${machine}. ${procedures} procedures, ${items} different titles; ${queries} queries. MRR, nDCG and R are at 10.\nThe everyday list to believe is the one held out (\`bench/search/queries.json\` says why). The libraries were given the same titles, keywords, everyday names and fields.`,
    table(['goal', 'wanted', 'measured', ''], goals(results)),
    table(
      ['known item', 'queries', 'MRR', 'R', 'phrase oracle MRR', 'its R'],
      known.map(({ name, count, score }) => [name, count, three(score.mrr), three(score.recall), three(score.oracleMrr), three(score.oracleRecall)]),
    ),
    table(
      ['everyday', 'queries', 'nDCG', 'R', 'a right one in ten', 'MRR', 'empty'],
      daily.map(({ name, count, score }) => [name, count, three(score.ndcg), three(score.recall), three(score.success), three(score.mrr), three(score.empty)]),
    ),
    `Other answer in capitals: ${differing.capitals}; decomposed (NFD): ${differing.NFD}. Index ${kb(size.bytes)} (brotli ${kb(size.brotli)}).`,
    'Time a query, natively (ours in Rust, the libraries in node) and what the whole process, or the index in it, holds:',
    table(
      ['native', 'queries', 'median', 'p95', 'load', 'memory', 'index, brotli'],
      [
        ['ours', queries, ms(speed.p50), ms(speed.p95), '', `${mb(memory)} resident`, kb(size.brotli)],
        ...Object.entries(others).map(([name, of]) => [name, of.rows.reduce((sum, { count }) => sum + count, 0), ms(of.p50), ms(of.p95), ms(of.load), `${mb(of.heap)} heap`, kb(of.brotli)]),
      ],
    ),
  ];
  if (browser) parts.push(...inChromium(browser));
  for (const [name, other] of Object.entries(others)) {
    parts.push(
      `Quality beside **${name}**, each row on the same first queries:`,
      table(
        ['row (MRR; everyday: nDCG)', 'queries', name, 'ours', `R ${name}`, 'R ours'],
        other.rows.map((row) => [row.name, row.count, three(key(row.score)), three(key(row.ours)), three(row.score.recall), three(row.ours.recall)]),
      ),
    );
  }
  if (growth.length) {
    parts.push(table(['synthetic records', 'median', 'p95', 'resident'], growth.map((size) => [size.count, ms(size.p50), ms(size.p95), mb(size.memory)])));
  }
  return parts.join('\n\n') + '\n';
}

function inChromium({ slowed, asked, ours, others }) {
  return [
    `In Chromium with the processor slowed ${slowed} times. Ours is the whole page that a citizen opens: from a query typed to what the screen shows of its list, drawn into the document with the words marked; the libraries only search. Load: ours reads the index that came, theirs build it; a median of five loads.`,
    table(
      ['Chromium', 'queries', 'load', 'first search', 'median', 'p95', 'heap'],
      [
        ['ours, the page', asked, ms(ours.read), ms(ours.first), ms(ours.p50), ms(ours.p95), mb(ours.heap)],
        ['ours, its whole list', asked, '', '', ms(ours.whole.p50), ms(ours.whole.p95), ''],
        ...Object.entries(others).map(([name, of]) => [name, of.asked, ms(of.load), ms(of.first), ms(of.p50), ms(of.p95), mb(of.heap)]),
      ],
    ),
  ];
}
