// Chromium, spoken to through its own pipe. A driver for tests puts a world of its own into every page, which on a phone four times
// slowed is a tenth of the time until a face shows; what stands between here and the page is the debugger alone.
import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const ARGS = ['--headless', '--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--no-default-browser-check', '--hide-scrollbars', '--mute-audio'];
const QUIET = ['--disable-background-networking', '--disable-component-update', '--disable-sync', '--disable-extensions', '--disable-default-apps', '--lang=vi-VN', '--accept-lang=vi-VN,vi'];

/** → { version, page(settings), close() } */
export async function phone(executable) {
  const profile = mkdtempSync(join(tmpdir(), 'mot-cua-bench-'));
  const child = spawn(executable, [...ARGS, ...QUIET, `--user-data-dir=${profile}`, '--remote-debugging-pipe', 'about:blank'], {
    stdio: ['ignore', 'ignore', 'ignore', 'pipe', 'pipe'],
  });
  const wire = speak(child);
  const { product } = await wire.send('Browser.getVersion');
  return {
    version: product.split('/').pop(),
    page: (settings) => page(wire, settings),
    async close() {
      const ended = new Promise((done) => child.once('exit', done));
      await wire.send('Browser.close').catch(() => {});
      await ended;
      rmSync(profile, { recursive: true, force: true });
    },
  };
}

/** Messages are JSON, each ended by a zero. → { send(method, params, session), listen(hear) } */
function speak(child) {
  const [, , , to, from] = child.stdio;
  const waiting = new Map();
  const ears = new Set();
  let last = 0;
  let rest = '';
  const hear = (text) => {
    const message = JSON.parse(text);
    if (message.id === undefined) {
      for (const ear of ears) ear(message);
      return;
    }
    const { method, done, fail } = waiting.get(message.id);
    waiting.delete(message.id);
    if (message.error) fail(new Error(`${method}: ${message.error.message}`));
    else done(message.result);
  };
  from.setEncoding('utf8').on('data', (text) => {
    const parts = (rest + text).split('\0');
    rest = parts.pop();
    parts.forEach(hear);
  });
  child.once('exit', () => {
    for (const { method, fail } of waiting.values()) fail(new Error(`${method}: Chromium has ended`));
  });
  return {
    send: (method, params = {}, sessionId = undefined) =>
      new Promise((done, fail) => {
        waiting.set(++last, { method, done, fail });
        to.write(`${JSON.stringify({ id: last, method, params, sessionId })}\0`);
      }),
    listen: (ear) => (ears.add(ear), () => ears.delete(ear)),
  };
}

/** A page in a profile of its own: nothing cached. → { send(method, params), on(method, hear), close() } */
async function page(wire, { width, height }) {
  const { browserContextId } = await wire.send('Target.createBrowserContext');
  const { targetId } = await wire.send('Target.createTarget', { url: 'about:blank', browserContextId });
  const { sessionId } = await wire.send('Target.attachToTarget', { targetId, flatten: true });
  const ears = [];
  const deaf = wire.listen((message) => {
    if (message.sessionId === sessionId) for (const [method, hear] of ears) if (method === message.method) hear(message.params);
  });
  const send = (method, params) => wire.send(method, params, sessionId);
  await send('Page.enable');
  await send('Emulation.setDeviceMetricsOverride', { width, height, deviceScaleFactor: 2, mobile: true });
  await send('Emulation.setTouchEmulationEnabled', { enabled: true });
  await send('Emulation.setLocaleOverride', { locale: 'vi-VN' });
  return {
    send,
    on: (method, hear) => ears.push([method, hear]),
    async close() {
      deaf();
      await wire.send('Target.disposeBrowserContext', { browserContextId });
    },
  };
}
