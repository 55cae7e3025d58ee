// Quality, speed and size of the search, beside libraries from npm on the same queries.
//   MC_BIN=target/bin/mot-cua MC_SEARCH_MODULES=…/node_modules node --expose-gc bench/search/run.mjs [seed]
// `cargo xtask bench search` sets what is needed: also CHROMIUM, MC_PAGE and MC_BENCH_MODULES, without which Chromium is left out.
// MC_SAMPLE titles a row (400), of which the libraries get the first MC_OTHERS (80), for a minute each at most;
// MC_ENGINES=none leaves the libraries out; MC_LOST=1 names the queries that failed; MC_GROWTH=0 leaves growth out;
// MC_WRITE=1 writes results.json beside this file and search.md in the folder above.
import { createRequire } from 'node:module';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { cpus, loadavg, tmpdir } from 'node:os';
import { join } from 'node:path';
import { brotliCompressSync } from 'node:zlib';
import { inChromium } from './chromium.mjs';
import { dice } from './dice.mjs';
import { ENGINES, SCRIPTS } from './engines.mjs';
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
/** Queries of each row that Chromium is asked. */
const EACH = 30;
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

const { CHROMIUM, MC_PAGE, MC_BENCH_MODULES, MC_SEARCH_MODULES = new URL('node_modules', import.meta.url).pathname } = process.env;
const load = createRequire(join(MC_SEARCH_MODULES, 'x.js'));
const wanted = process.env.MC_ENGINES === 'none' ? [] : Object.keys(ENGINES);
const others = {};
for (const name of wanted) {
  console.log(`${name} …`);
  const build = (texts) => ENGINES[name](texts, load(SCRIPTS[name].split('/')[0]));
  others[name] = measure(build, records, [...rows, ...daily], { most: number('MC_OTHERS', 80), budget: 60_000 }, judge, ours);
}
let browser = null;
if (CHROMIUM && MC_PAGE && MC_BENCH_MODULES) {
  console.log('Chromium …');
  const { chromium } = (await import(join(MC_BENCH_MODULES, 'playwright-core/index.mjs'))).default;
  const typed = chance.shuffled([...rows, ...daily].flatMap((row) => row.queries.slice(0, EACH).map(({ query }) => query)));
  browser = await inChromium({ chromium, executablePath: CHROMIUM, binary: MC_BIN, shell: MC_PAGE, modules: MC_SEARCH_MODULES, index, records, queries: typed, engines: wanted });
}
const sizes = process.env.MC_GROWTH === '0' ? [] : await growth(MC_BIN, folder, records, dice(seed));
rmSync(folder, { recursive: true });

const machine = `${cpus().length} cores, load ${loadavg()[0].toFixed(1)}, ${new Date().toISOString().slice(0, 10)}`;
const results = { seed, machine, procedures: records.length, items: all.length, queries: queries.length, differing, speed, size, memory, rows: ours.map(({ lists, ...row }) => row), others, browser, growth: sizes };
const text = report(results);
console.log(text);
if (process.env.MC_WRITE) {
  writeFileSync(new URL('results.json', import.meta.url), JSON.stringify(results, null, 1) + '\n');
  writeFileSync(new URL('../search.md', import.meta.url), text);
}
