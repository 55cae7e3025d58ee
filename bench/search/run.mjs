// Quality, speed and size of the search, beside libraries from npm on the same queries.
//   MC_BIN=target/bin/mot-cua MC_SEARCH_MODULES=…/node_modules node --expose-gc bench/search/run.mjs [seed]
// MC_SAMPLE titles a row (400), of which the libraries get the first MC_OTHERS (120) and Fuse the first MC_FUSE (15);
// MC_ENGINES=none leaves the libraries out; MC_LOST=1 names the queries that failed; MC_GROWTH=0 leaves growth out;
// MC_WRITE=1 writes results.json and results.md beside this file.
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { brotliCompressSync } from 'node:zlib';
import { dice } from './dice.mjs';
import { ENGINES } from './engines.mjs';
import { everydayRows } from './everyday.mjs';
import { growth } from './growth.mjs';
import { items, knownRows } from './known.mjs';
import { lost } from './lost.mjs';
import { measure } from './libraries.mjs';
import { ask, indexOf } from './ours.mjs';
import { NATIONAL, national } from './records.mjs';
import { report } from './report.mjs';
import { everyday, known, percentile, places } from './score.mjs';
import { exact } from './text.mjs';

const { MC_BIN = new URL('../../target/bin/mot-cua', import.meta.url).pathname } = process.env;
const number = (name, otherwise) => Number(process.env[name] ?? otherwise);
const seed = Number(process.argv[2] ?? 20261121);
console.log(`seed ${seed}`);

const records = national();
if (!records) {
  console.log('skipped: no ../shared');
  process.exit(0);
}
const chance = dice(seed);
const all = items(records);
const titleOf = new Map(records.map(({ code, title }) => [code, exact(title)]));
const rows = knownRows(all, chance.shuffled(all).slice(0, number('MC_SAMPLE', 400)), chance);
const daily = everydayRows(dice);
const judge = (kind, asked, lists) => (kind === 'everyday' ? everyday(asked, lists.map((list) => list.slice(0, 10))) : known(asked, lists.map((list) => places(list, titleOf))));

// Ours: every query of every row in one process, and once more in capitals and decomposed.
const folder = mkdtempSync(join(tmpdir(), 'mc-search-'));
const queries = [...rows, ...daily].flatMap((row) => row.queries.map(({ query }) => query));
const index = indexOf(MC_BIN, NATIONAL, join(folder, 'catalogue'));
const bytes = readFileSync(index);
const size = { bytes: bytes.length, brotli: brotliCompressSync(bytes).length };
const { answers, memory } = await ask(MC_BIN, index, queries);
const codes = answers.map((answer) => answer.codes);
let next = 0;
const ours = [...rows, ...daily].map((row) => {
  const lists = codes.slice(next, (next += row.queries.length));
  if (process.env.MC_LOST) lost(row, lists, titleOf);
  return { name: row.name, count: row.queries.length, lists, score: judge(row.kind, row.queries, lists) };
});
const differing = {};
for (const [how, change] of [['capitals', (text) => text.toUpperCase()], ['NFD', (text) => text.normalize('NFD')]]) {
  const again = await ask(MC_BIN, index, queries.map(change));
  differing[how] = again.answers.filter((answer, at) => JSON.stringify([answer.codes, answer.ask, answer.office]) !== JSON.stringify([answers[at].codes, answers[at].ask, answers[at].office])).length;
}
const micros = answers.map((answer) => answer.micros);
const speed = { p50: percentile(micros, 0.5) / 1000, p95: percentile(micros, 0.95) / 1000, p99: percentile(micros, 0.99) / 1000 };

const wanted = process.env.MC_ENGINES === 'none' ? {} : ENGINES;
const others = {};
for (const [name, build] of Object.entries(wanted)) {
  const most = name === 'Fuse' ? number('MC_FUSE', 15) : number('MC_OTHERS', 120);
  others[name] = measure(build, records, [...rows, ...daily], most, judge, ours);
}
const sizes = process.env.MC_GROWTH === '0' ? [] : await growth(MC_BIN, folder, records, dice(seed));
rmSync(folder, { recursive: true });

const results = { seed, procedures: records.length, items: all.length, queries: queries.length, differing, speed, size, memory, rows: ours.map(({ lists, ...row }) => row), others, growth: sizes };
const text = report(results);
console.log(text);
if (process.env.MC_WRITE) {
  writeFileSync(new URL('results.json', import.meta.url), JSON.stringify(results, null, 1) + '\n');
  writeFileSync(new URL('results.md', import.meta.url), text);
}
