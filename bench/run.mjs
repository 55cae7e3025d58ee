// `cargo xtask bench` runs this with CHROMIUM, MC_BIN, MC_PAGE and MC_BENCH_MODULES set.
import { spawn } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { medians, table } from './report.mjs';
import { serveSurveyJs } from './surveyjs/serve.mjs';
import { CPU, NETWORK, SCREEN, visit } from './visit.mjs';

const { CHROMIUM, MC_BIN, MC_PAGE, MC_BENCH_MODULES } = process.env;
const ROOT = new URL('..', import.meta.url).pathname;
const RUNS = Number(process.argv[2]);
const PATHS = { rate: '/Q/04795-3/DR', look: '/Q/04795/DL' };
/** The page before is torn down by then: it must not cost the next one, whichever that is. */
const SETTLE_MS = 1500;
const FACES = { ours: 'label.mc-face', surveyjs: '.sd-root-modern .sd-rating__item-smiley, .sd-rating__item' };

const { chromium } = (await import(join(MC_BENCH_MODULES, 'playwright-core/index.mjs'))).default ?? {};

async function freePort() {
  const server = createServer();
  await new Promise((done) => server.listen(0, '127.0.0.1', done));
  const { port } = server.address();
  await new Promise((done) => server.close(done));
  return port;
}

/** The real server, with a database that is thrown away. */
async function serveOurs() {
  const folder = mkdtempSync(join(tmpdir(), 'mot-cua-bench-'));
  const origin = `http://127.0.0.1:${await freePort()}`;
  const server = spawn(
    MC_BIN,
    ['serve', '--site', 'public', '--page', MC_PAGE, '--db', `sqlite:${join(folder, 'bench.db')}`, '--listen', origin.slice('http://'.length)],
    { cwd: ROOT, stdio: ['ignore', 'ignore', 'inherit'] },
  );
  for (let tries = 0; !(await fetch(`${origin}/healthz`).then((reply) => reply.ok, () => false)); tries++) {
    if (tries > 400 || server.exitCode !== null) throw new Error('mot-cua serve does not come up');
    await new Promise((done) => setTimeout(done, 50));
  }
  const close = () => {
    server.kill('SIGTERM');
    rmSync(folder, { recursive: true, force: true });
  };
  return { origin, close };
}

const ours = await serveOurs();
const theirs = await serveSurveyJs(ROOT, MC_BENCH_MODULES);
const browser = await chromium.launch({
  executablePath: CHROMIUM,
  args: ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking', '--disable-component-update', '--disable-sync'],
});
const visits = {
  rate: () => visit(browser, ours.origin + PATHS.rate, { face: FACES.ours }),
  look: () => visit(browser, ours.origin + PATHS.look, { query: '#mc-query', hit: '.mc-hits .mc-hit', words: 'khai sinh' }),
  surveyjs: () => visit(browser, theirs.origin + '/', { face: FACES.surveyjs }),
};
const runs = { rate: [], look: [], surveyjs: [] };
try {
  for (let run = 1; run <= RUNS; run++) {
    for (const [name, once] of Object.entries(visits)) {
      const result = await once();
      await new Promise((done) => setTimeout(done, SETTLE_MS));
      runs[name].push(result);
      console.log(`${run}/${RUNS} ${name.padEnd(9)}`, JSON.stringify(result, (_, value) => (typeof value === 'number' ? Math.round(value) : value)));
    }
  }
} finally {
  await browser.close();
  ours.close();
  theirs.close();
}

const middle = Object.fromEntries(Object.entries(runs).map(([name, list]) => [name, medians(list)]));
const conditions = {
  runs: RUNS,
  date: new Date().toISOString().slice(0, 10),
  app: JSON.parse(readFileSync(join(MC_PAGE, 'manifest.json'), 'utf8')).app,
  chromium: `Chromium ${browser.version()}`,
  surveyjs: theirs.versions,
  procedures: readdirSync(join(ROOT, 'public/catalogue/p')).length,
  ratePath: PATHS.rate,
  lookPath: PATHS.look,
};
writeFileSync(join(ROOT, 'bench/results.json'), JSON.stringify({ conditions: { ...conditions, network: NETWORK, cpu: CPU, screen: SCREEN }, medians: middle, runs }, null, 1) + '\n');
const text = table({ ...middle, conditions });
writeFileSync(join(ROOT, 'bench/results.md'), text);
console.log(`\n${text}`);
