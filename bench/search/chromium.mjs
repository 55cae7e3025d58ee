// What a citizen's phone does: the real page with the national index, and the libraries, in Chromium with the processor slowed.
import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { CPU, SCREEN } from '../visit.mjs';
import { SCRIPTS } from './engines.mjs';
import { percentile } from './score.mjs';

const ROOT = new URL('../../', import.meta.url).pathname;
const HERE = 'http://bench.test/';
const LIMIT_MS = 120_000;
/** Fresh loads, for what happens once a load. */
const LOADS = 5;
/** The loading itself is over by then. */
const SETTLE_MS = 1000;
/** No library is asked for longer than this. */
const BUDGET_MS = 15_000;

export async function inChromium({ chromium, executablePath, binary, shell, modules, index, records, queries, engines }) {
  const args = ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking', '--enable-precise-memory-info'];
  const browser = await chromium.launch({ executablePath, args });
  try {
    const ours = await page(browser, { binary, shell, index, queries });
    const others = {};
    for (const name of engines) others[name] = await library(browser, name, { modules, records, queries });
    return { slowed: CPU, asked: queries.length, ours, others };
  } finally {
    await browser.close();
  }
}

/** A slowed page and its debugger. */
async function open(browser) {
  const context = await browser.newContext({ viewport: SCREEN, locale: 'vi-VN', serviceWorkers: 'block' });
  const tab = await context.newPage();
  tab.setDefaultTimeout(LIMIT_MS);
  const cdp = await context.newCDPSession(tab);
  await cdp.send('Emulation.setCPUThrottlingRate', { rate: CPU });
  return { context, tab, cdp };
}

/** What scripts and WebAssembly hold after a collection, in bytes. */
async function heap(cdp) {
  await cdp.send('HeapProfiler.enable');
  await cdp.send('HeapProfiler.collectGarbage');
  const { usedSize, backingStorageSize = 0 } = await cdp.send('Runtime.getHeapUsage');
  return usedSize + backingStorageSize;
}

/** The look-up page itself: typing into it until the list stands in the document, its marks drawn. */
async function page(browser, { binary, shell, index, queries }) {
  const server = await serve(binary, shell);
  const body = readFileSync(index, 'utf8');
  try {
    const loads = [];
    let times = [];
    let held = 0;
    for (let load = 0; load < LOADS; load++) {
      const { context, tab, cdp } = await open(browser);
      await tab.route('**/catalogue/index.json*', (route) => route.fulfill({ contentType: 'application/json', body }));
      await tab.addInitScript(watch);
      await tab.goto(`${server.origin}/Q/04795/DL`, { timeout: LIMIT_MS });
      await tab.waitForFunction(() => window.benchListed, null, { timeout: LIMIT_MS });
      const read = await tab.evaluate(() => {
        const [index] = performance.getEntriesByType('resource').filter(({ name }) => name.includes('catalogue/index.json'));
        return window.benchListed - index.responseEnd;
      });
      await tab.waitForLoadState('networkidle');
      await tab.waitForTimeout(SETTLE_MS);
      const [first] = await tab.evaluate(type, queries.slice(load, load + 1));
      loads.push({ read, first: first.shown });
      if (load === LOADS - 1) {
        times = await tab.evaluate(type, queries);
        held = await heap(cdp);
      }
      await context.close();
    }
    const spread = (name) => ({ p50: percentile(times.map((time) => time[name]), 0.5), p95: percentile(times.map((time) => time[name]), 0.95) });
    const middle = (name) => percentile(loads.map((load) => load[name]), 0.5);
    return { read: middle('read'), first: middle('first'), ...spread('shown'), whole: spread('whole'), heap: held };
  } finally {
    server.close();
  }
}

/** Runs in the page: when the first list stood there. */
function watch() {
  new MutationObserver(() => {
    if (!window.benchListed && document.querySelector('.mc-hit')) window.benchListed = performance.now();
  }).observe(document, { childList: true, subtree: true });
}

/** Runs in the page: milliseconds from a query to what the screen shows of its list, and to the whole of it. */
async function type(queries) {
  const input = document.querySelector('#mc-query');
  const frame = () => new Promise(requestAnimationFrame);
  const put = (text) => {
    input.value = text;
    input.dispatchEvent(new Event('input', { bubbles: true }));
  };
  const times = [];
  for (const query of queries) {
    put('');
    await frame();
    await frame();
    const before = document.querySelector('.mc-hits');
    const start = performance.now();
    let last;
    let seen;
    const drawn = new Promise((done, fail) => {
      setTimeout(() => fail(new Error(`no list for ${JSON.stringify(query)}`)), 30_000);
      seen = new MutationObserver(() => {
        if (before.isConnected) return;
        last = performance.now();
        done(last);
      });
      seen.observe(document, { childList: true, subtree: true });
    });
    put(query);
    const shown = (await drawn) - start;
    // What lies below the screen follows in a task of its own.
    await frame();
    await new Promise((done) => setTimeout(done));
    await frame();
    seen.disconnect();
    times.push({ shown, whole: last - start });
  }
  return times;
}

/** The search alone: a page around it is theirs to write. */
async function library(browser, name, { modules, records, queries }) {
  const { context, tab, cdp } = await open(browser);
  const text = (file) => readFileSync(new URL(file, import.meta.url), 'utf8');
  await tab.route(`${HERE}**`, (route) => {
    const file = new URL(route.request().url()).pathname.slice(1);
    return file ? route.fulfill({ contentType: 'text/javascript', body: text(file) }) : route.fulfill({ contentType: 'text/html', body: '<!doctype html>' });
  });
  await tab.goto(HERE);
  const script = readFileSync(join(modules, SCRIPTS[name]), 'utf8');
  await tab.addScriptTag({
    content: `window.library = (() => { const module = { exports: {} }; let { exports } = module; ${script}\n; return Object.keys(module.exports).length || typeof module.exports === 'function' ? module.exports : window.${name}; })();`,
  });
  const empty = await heap(cdp);
  const load = await tab.evaluate(
    async ([name, records]) => {
      const { ENGINES } = await import('/engines.mjs');
      const start = performance.now();
      window.index = ENGINES[name](records, window.library.default ?? window.library);
      return performance.now() - start;
    },
    [name, records],
  );
  const times = await tab.evaluate(
    ([queries, budget]) => {
      const times = [];
      const end = performance.now() + budget;
      for (const query of queries) {
        const start = performance.now();
        if (start > end) break;
        window.index.search(query);
        times.push(performance.now() - start);
      }
      return times;
    },
    [queries, BUDGET_MS],
  );
  const held = (await heap(cdp)) - empty;
  await context.close();
  return { load, first: times[0], asked: times.length, p50: percentile(times, 0.5), p95: percentile(times, 0.95), heap: held };
}

/** The sample site on a free port, with a database that is thrown away. */
async function serve(binary, shell) {
  const folder = mkdtempSync(join(tmpdir(), 'mc-search-serve-'));
  const probe = createServer();
  await new Promise((done) => probe.listen(0, '127.0.0.1', done));
  const { port } = probe.address();
  await new Promise((done) => probe.close(done));
  const child = spawn(binary, ['serve', '--site', 'public', '--page', shell, '--db', `sqlite:${join(folder, 'bench.db')}`, '--listen', `127.0.0.1:${port}`], {
    cwd: ROOT,
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  const origin = `http://127.0.0.1:${port}`;
  const close = () => {
    child.kill('SIGTERM');
    rmSync(folder, { recursive: true, force: true });
  };
  for (let tries = 0; !(await fetch(`${origin}/healthz`).then(({ ok }) => ok, () => false)); tries++) {
    if (tries > 1200 || child.exitCode !== null) {
      close();
      throw new Error('mot-cua serve does not come up');
    }
    await new Promise((done) => setTimeout(done, 50));
  }
  return { origin, close };
}
