// The tablet at the counter over a long time: does it grow? Rates as people do, one touch to wake it and one on a face, and measures
// after collecting garbage. Not for CI: 10,000 ratings take a quarter of an hour on an idle machine.
//   cd tests; MC_BIN=../target/bin/mot-cua MC_PAGE=../target/page node ../bench/kiosk.mjs [ratings] > ../bench/kiosk.json
import { readFileSync, readdirSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { Collector, ROOT } from '../tests/browser/harness.mjs';

const { chromium } = createRequire(join(ROOT, 'tests/browser/'))('playwright-core');
const ratings = Number(process.argv[2] ?? 10_000);
const every = Math.max(1, Math.round(ratings / 10));

// Days of ratings within minutes: no flood here.
const collector = await Collector.start({ options: ['--most-per-place', '1000000'] });
const server = await chromium.launchServer({ executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium', args: ['--no-sandbox', '--disable-gpu'] });
const browser = await chromium.connect(server.wsEndpoint());
const context = await browser.newContext({ viewport: { width: 1024, height: 768 }, locale: 'vi-VN', hasTouch: true, serviceWorkers: 'block' });
const page = await context.newPage();
await page.addInitScript(() => {
  for (const name of ['instantiate', 'instantiateStreaming']) {
    const own = WebAssembly[name];
    WebAssembly[name] = async (...all) => {
      const made = await own.apply(WebAssembly, all);
      window.wasmMemory = (made.instance ?? made).exports.memory;
      return made;
    };
  }
});
await page.goto(`${collector.origin}/Q/04795-3/DR?mode=kiosk&thanks=0.001`);
const cdp = await context.newCDPSession(page);
await cdp.send('Performance.enable');

/** KiB in memory of the process that runs the page: WebAssembly's memory, which can only grow, is in it. */
function renderer() {
  const parents = new Map();
  for (const pid of readdirSync('/proc').filter((name) => /^\d+$/.test(name))) {
    try {
      parents.set(pid, readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1].split(' ')[1]);
    } catch {
      // It has ended.
    }
  }
  const mine = (pid) => pid === String(server.process().pid) || (parents.has(pid) && pid !== '1' && mine(parents.get(pid)));
  const sizes = [...parents.keys()].filter(mine).filter((pid) => readFileSync(`/proc/${pid}/cmdline`, 'utf8').includes('--type=renderer'))
    .map((pid) => Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1] ?? 0));
  return Math.max(0, ...sizes);
}

async function measure(count) {
  await cdp.send('HeapProfiler.collectGarbage');
  const { metrics } = await cdp.send('Performance.getMetrics');
  const of = (name) => metrics.find((metric) => metric.name === name).value;
  const wasmKiB = Math.round((await page.evaluate(() => window.wasmMemory.buffer.byteLength)) / 1024);
  return { ratings: count, wasmKiB, heapKiB: Math.round(of('JSHeapUsedSize') / 1024), nodes: of('Nodes'), listeners: of('JSEventListeners'), processKiB: renderer() };
}

const curve = [];
const start = Date.now();
/** In the page itself: a round trip for each touch would take ten times as long. */
async function rate(times) {
  const shown = (selector) => new Promise((done) => {
    const look = () => {
      const found = document.querySelector(selector);
      if (found) watch.disconnect(), done(found);
    };
    const watch = new MutationObserver(look);
    watch.observe(document.body, { subtree: true, childList: true });
    look();
  });
  for (let count = 0; count < times; count++) {
    (await shown('.mc-cover-touch')).click();
    document.querySelector(`#mc-rate [type="radio"][value="${(count % 5) + 1}"]`).click();
  }
  await shown('.mc-cover-touch');
}

for (let count = 0; ; count += every) {
  await page.locator('.mc-cover-touch').waitFor();
  curve.push(await measure(count));
  console.error(JSON.stringify(curve.at(-1)));
  if (count >= ratings) break;
  await page.evaluate(rate, every);
}
const rows = await collector.until((rows) => rows.length === ratings, 60_000);
console.log(JSON.stringify({ ratings, arrived: rows.length, minutes: Math.round((Date.now() - start) / 6000) / 10, curve }, null, 1));
await browser.close();
await server.close();
await collector.stop();
