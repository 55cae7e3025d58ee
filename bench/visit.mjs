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

/**
 * Nothing is asked of the page until it has told of its end itself: a question put to it while it starts holds the slow phone for 60 ms,
 * and it is the faster page that it hits.
 */
function within(told) {
  let timer;
  const late = new Promise((_, fail) => {
    timer = setTimeout(() => fail(new Error(`the page has not become what is measured within ${LIMIT_MS / 1000} s`)), LIMIT_MS);
  });
  return Promise.race([told, late]).finally(() => clearTimeout(timer));
}

/** → { tap, stored, find, bytes, heap }; milliseconds and bytes; null where `wants` did not ask. A tap that is lost ends the run. */
export async function visit(phone, url, wants) {
  const page = await phone.page(SCREEN);
  try {
    await page.send('Network.enable');
    await page.send('Network.emulateNetworkConditions', NETWORK);
    await page.send('Emulation.setCPUThrottlingRate', { rate: CPU });
    const traffic = watch(page);
    const told = new Promise((done) => page.on('Runtime.bindingCalled', ({ name, payload }) => name === 'benchDone' && done(JSON.parse(payload))));
    await page.send('Runtime.enable');
    await page.send('Runtime.addBinding', { name: 'benchDone' });
    await page.send('Page.addScriptToEvaluateOnNewDocument', { source: `window.benchWants = ${JSON.stringify(wants)};\n${PROBE}` });
    await page.send('Page.navigate', { url });
    const times = await within(told);
    await traffic.silent();
    return { ...times, bytes: traffic.bytes(), heap: await heap(page) };
  } finally {
    await page.close();
  }
}

function watch(page) {
  let bytes = 0;
  let open = 0;
  let last = Date.now();
  const touch = (change) => {
    open += change;
    last = Date.now();
  };
  page.on('Network.requestWillBeSent', ({ redirectResponse }) => touch(redirectResponse ? 0 : 1));
  page.on('Network.loadingFailed', () => touch(-1));
  page.on('Network.loadingFinished', ({ encodedDataLength }) => {
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
async function heap(page) {
  await page.send('HeapProfiler.enable');
  await page.send('HeapProfiler.collectGarbage');
  const { usedSize, backingStorageSize = 0 } = await page.send('Runtime.getHeapUsage');
  return usedSize + backingStorageSize;
}
