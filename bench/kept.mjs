// From the tap to "kept on this phone": how long a citizen waits for the promise, on a processor slowed four times.
//
//   MC_BIN=… MC_PAGE=… MC_BENCH_MODULES=…/node_modules CHROMIUM=/usr/bin/chromium node bench/kept.mjs [taps]
//
// Each tap is a first tap: a fresh page in one browser profile on the disk, WebAssembly up, storage open, no network, so that
// "kept" is all that can be said. Measured in the page: from the click's own time stamp to the change of the document that
// shows "kept". Storage is IndexedDB with strict durability: the line comes after the flush.
import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { median } from './report.mjs';
import { CPU, SCREEN } from './visit.mjs';

const { CHROMIUM = '/usr/bin/chromium', MC_BIN, MC_PAGE, MC_BENCH_MODULES } = process.env;
const ROOT = new URL('..', import.meta.url).pathname;
const TAPS = Number(process.argv[2] ?? 60);
const GOAL_MS = 100;
const { chromium } = (await import(join(MC_BENCH_MODULES, 'playwright-core/index.mjs'))).default;

const folder = mkdtempSync(join(tmpdir(), 'mot-cua-kept-'));
const port = await new Promise((done) => {
  const server = createServer().listen(0, '127.0.0.1', () => {
    const { port } = server.address();
    server.close(() => done(port));
  });
});
const origin = `http://127.0.0.1:${port}`;
const args = ['serve', '--site', 'public', '--page', MC_PAGE, '--db', `sqlite:${join(folder, 'bench.db')}`, '--listen', `127.0.0.1:${port}`];
const server = spawn(MC_BIN, args, { cwd: ROOT, stdio: 'ignore' });
for (let tries = 0; !(await fetch(`${origin}/healthz`).then((reply) => reply.ok, () => false)); tries++) {
  if (tries > 400 || server.exitCode !== null) throw new Error('mot-cua serve does not come up');
  await new Promise((done) => setTimeout(done, 50));
}
const context = await chromium.launchPersistentContext(join(folder, 'profile'), {
  executablePath: CHROMIUM,
  args: ['--no-sandbox', '--disable-gpu', '--no-first-run', '--disable-background-networking', '--disable-component-update', '--disable-sync'],
  viewport: SCREEN, locale: 'vi-VN', hasTouch: true, isMobile: true, deviceScaleFactor: 2,
});

/** Runs in the page: notes when the first tap came and when the line said "kept". */
function watch() {
  window.kept = {};
  addEventListener('click', (event) => (window.kept.tap ??= event.timeStamp), true);
  new MutationObserver(() => {
    if (document.querySelector('.mc-keeping[data-keep="kept"]')) window.kept.shown ??= performance.now();
  }).observe(document, { subtree: true, childList: true, attributes: true, characterData: true });
}

async function once() {
  const page = await context.newPage();
  try {
    await page.addInitScript(watch);
    await page.route('**/api/responses', (route) => route.abort());
    await page.goto(`${origin}/Q/04795-3/DR`);
    await page.locator('.mc-nav').waitFor();
    // Nothing of the opening is to be measured.
    await page.evaluate(() => new Promise((done) => requestIdleCallback(done)));
    const cdp = await context.newCDPSession(page);
    await cdp.send('Emulation.setCPUThrottlingRate', { rate: CPU });
    await page.locator('label.mc-face').first().tap();
    await page.waitForFunction(() => window.kept.shown);
    return await page.evaluate(() => window.kept.shown - window.kept.tap);
  } finally {
    await page.close();
  }
}

const times = [];
try {
  await once(); // The database is made by the first.
  for (let tap = 0; tap < TAPS; tap++) times.push(await once());
} finally {
  await context.close();
  server.kill('SIGTERM');
  await new Promise((done) => server.once('exit', done));
  rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
}
const sorted = [...times].sort((a, b) => a - b);
const at = (share) => Math.round(sorted[Math.min(TAPS - 1, Math.ceil(share * TAPS) - 1)]);
const result = { date: new Date().toISOString().slice(0, 10), cpu: CPU, taps: TAPS, median: Math.round(median(times)), p95: at(0.95), most: at(1), goal: GOAL_MS };
writeFileSync(join(ROOT, 'bench/kept.json'), `${JSON.stringify({ ...result, times: times.map(Math.round) }, null, 1)}\n`);
console.log('| from tap to "kept", processor slowed 4 times | taps | median | p95 | longest | goal for p95 |\n|---|---|---|---|---|---|');
console.log(`| strict IndexedDB, profile on disk | ${TAPS} | ${result.median} ms | ${result.p95} ms | ${result.most} ms | ${GOAL_MS} ms |`);
