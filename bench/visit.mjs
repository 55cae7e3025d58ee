// One cold visit on a slow phone with a slow network.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

const HERE = import.meta.dirname ?? new URL('.', import.meta.url).pathname;
const PROBE = readFileSync(join(HERE, 'probe.js'), 'utf8');

/** Slow 4G, as DevTools of 2026 calls it: bytes per second, milliseconds. */
export const NETWORK = { offline: false, latency: 150, downloadThroughput: 1_600_000 / 8, uploadThroughput: 750_000 / 8 };
export const CPU = 4;
export const SCREEN = { width: 360, height: 740 };
const LIMIT_MS = 60_000;

/** A network that has been silent for this long has nothing more to bring. */
const SILENT_MS = 1500;

/** → { tap, stored, find, bytes, heap }; milliseconds and bytes; null where `wants` did not ask. A tap that is lost ends the run. */
export async function visit(browser, url, wants) {
  const context = await browser.newContext({ viewport: SCREEN, locale: 'vi-VN', hasTouch: true, isMobile: true, deviceScaleFactor: 2 });
  try {
    const page = await context.newPage();
    const cdp = await context.newCDPSession(page);
    await cdp.send('Network.enable');
    await cdp.send('Network.setCacheDisabled', { cacheDisabled: false });
    await cdp.send('Network.emulateNetworkConditions', NETWORK);
    await cdp.send('Emulation.setCPUThrottlingRate', { rate: CPU });
    const traffic = watch(cdp);
    await page.addInitScript(`window.benchWants = ${JSON.stringify(wants)};`);
    await page.addInitScript(PROBE);
    await page.goto(url, { waitUntil: 'commit', timeout: LIMIT_MS });
    const goal = wants.query ? 'find' : 'stored';
    await page.waitForFunction((name) => window.bench[name] !== null, goal, { timeout: LIMIT_MS, polling: 200 });
    await traffic.silent();
    const times = await page.evaluate(() => window.bench);
    return { ...times, bytes: traffic.bytes(), heap: await heap(cdp) };
  } finally {
    await context.close();
  }
}

function watch(cdp) {
  let bytes = 0;
  let open = 0;
  let last = Date.now();
  const touch = (change) => {
    open += change;
    last = Date.now();
  };
  cdp.on('Network.requestWillBeSent', ({ redirectResponse }) => touch(redirectResponse ? 0 : 1));
  cdp.on('Network.loadingFailed', () => touch(-1));
  cdp.on('Network.loadingFinished', ({ encodedDataLength }) => {
    bytes += encodedDataLength;
    touch(-1);
  });
  return {
    bytes: () => bytes,
    async silent() {
      const end = Date.now() + LIMIT_MS;
      while ((open > 0 || Date.now() - last < SILENT_MS) && Date.now() < end) await new Promise((done) => setTimeout(done, 100));
    },
  };
}

/** What scripts and WebAssembly hold after a collection: V8's heap and the buffers behind it. */
async function heap(cdp) {
  await cdp.send('HeapProfiler.enable');
  await cdp.send('HeapProfiler.collectGarbage');
  const { usedSize, backingStorageSize = 0 } = await cdp.send('Runtime.getHeapUsage');
  return usedSize + backingStorageSize;
}
