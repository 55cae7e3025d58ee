// On the phone: storage that is full, blocked, lost, half-done, or of another version. The screen says "kept" only if it is.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import * as faults from './faults.mjs';
import { PendingPage } from './pages.mjs';
import { Visit, scene } from './visit.mjs';

const at = scene();
/** The tab that does not let go. */
let visitOld;

/** Whether the browser asks before it closes the page. */
function asksBeforeClosing(page) {
  return page.evaluate(() => {
    const event = new Event('beforeunload', { cancelable: true });
    dispatchEvent(event);
    return event.defaultPrevented;
  });
}

const without = {
  async quota(page) {
    const cdp = await page.context().newCDPSession(page);
    await cdp.send('Storage.overrideQuotaForOrigin', { origin: at.proxy.origin, quotaSize: 1 });
  },
  indexedDb: (page) => page.addInitScript(() => Object.defineProperty(window, 'indexedDB', { get: () => undefined })),
  openThrows: (page) =>
    page.addInitScript(() => (IDBFactory.prototype.open = () => { throw new DOMException('blocked', 'SecurityError'); })),
  allStorage: (page) =>
    page.addInitScript(() => {
      for (const name of ['indexedDB', 'localStorage', 'sessionStorage']) {
        Object.defineProperty(window, name, { get: () => { throw new DOMException('blocked', 'SecurityError'); } });
      }
    }),
  openHangs: (page) => page.addInitScript(() => (IDBFactory.prototype.open = () => new EventTarget())),
};

for (const [name, spoil] of [
  ['F31 no room left', without.quota],
  ['F32 no IndexedDB', without.indexedDb],
  ['F32 opening throws a SecurityError', without.openThrows],
  ['F32 all storage blocked', without.allStorage],
]) {
  test(`${name}: sent at once, never called kept; without a network it says so and asks before closing`, async () => {
    const visit = await Visit.begin(at.proxy, { before: spoil });
    await visit.tapUnder(faults.reset);
    await visit.says('unkept', /không lưu được.*giữ trang này mở/);
    assert.equal(await asksBeforeClosing(visit.page), true);
    await visit.page.getByRole('button', { name: 'Xem cách xử lý' }).click();
    assert.match(await new PendingPage(visit.page).copy(), /Hài lòng/);
    at.proxy.fault = (exchange) => exchange.pass();
    await visit.page.clock.fastForward('06:00');
    await new PendingPage(visit.page).empty();
    assert.equal((await visit.rows()).length, 1);
    assert.equal(await asksBeforeClosing(visit.page), false);
    await visit.end();
  });
}

test('F31 no room left but for what the site keeps of itself: that gives way, and the answer is kept', async () => {
  const visit = await Visit.begin(at.proxy, {
    before: async (page) => {
      await page.goto(`${at.proxy.origin}/healthz`);
      const usage = await page.evaluate(async () => {
        const cache = await caches.open('mot-cua-files');
        await cache.put('/large', new Response(new Uint8Array(4_000_000)));
        return (await navigator.storage.estimate()).usage;
      });
      const cdp = await page.context().newCDPSession(page);
      await cdp.send('Storage.overrideQuotaForOrigin', { origin: at.proxy.origin, quotaSize: usage });
    },
  });
  await visit.tapUnder(faults.reset);
  await visit.says('kept');
  await visit.holds(1);
  assert.deepEqual(await visit.page.evaluate(() => caches.keys()), []);
  await visit.heal();
  await visit.arrives();
  await visit.end();
});

test('F32 all storage blocked, and boot.js sent before the page came: still one row', async () => {
  let release;
  const held = new Promise((done) => (release = done));
  const visit = await Visit.begin(at.proxy, {
    ready: false,
    before: async (page) => {
      await without.allStorage(page);
      await page.route('**/*.wasm', async (route) => {
        await held;
        await route.continue();
      });
    },
  });
  await visit.rate.tap(5);
  await visit.page.clock.fastForward(6_000);
  await visit.page.locator('#mc-rate[data-state="sent"]').waitFor();
  release();
  await visit.rate.ready();
  await visit.page.clock.fastForward(60_000);
  assert.equal((await visit.rows()).length, 1);
  await visit.end();
});

test('F33 opening hangs: after 3 s the page goes on without, and says so', async () => {
  const visit = await Visit.begin(at.proxy, { before: without.openHangs });
  at.proxy.fault = faults.reset;
  await visit.rate.tap(4);
  await visit.page.clock.fastForward(3_500);
  await visit.page.clock.fastForward(3_500);
  await visit.says('unkept');
  at.proxy.fault = (exchange) => exchange.pass();
  await visit.page.clock.fastForward('06:00');
  await visit.says('sent');
  assert.equal((await visit.rows()).length, 1);
  await visit.end();
});

test('F33 the connection to IndexedDB is lost: opened anew, kept', async () => {
  const visit = await Visit.begin(at.proxy);
  await visit.page.evaluate(() => {
    const { transaction } = IDBDatabase.prototype;
    const lost = new WeakSet();
    const { open } = IDBFactory.prototype;
    let fresh = false;
    IDBFactory.prototype.open = function (...all) {
      fresh = true;
      return open.apply(this, all);
    };
    IDBDatabase.prototype.transaction = function (...all) {
      if (!fresh) lost.add(this);
      if (lost.has(this)) throw new DOMException('Connection to Indexed Database server lost. Refresh the page to try again', 'UnknownError');
      return transaction.apply(this, all);
    };
  });
  await visit.tapUnder(faults.reset);
  await visit.says('kept');
  await visit.holds(1);
  await visit.heal();
  await visit.arrives();
  await visit.end();
});

test('F36 each transaction is aborted in its middle: nothing is called kept until it is', async () => {
  const visit = await Visit.begin(at.proxy);
  await visit.page.evaluate(() => {
    window.__abort = true;
    for (const name of ['put', 'add']) {
      const write = IDBObjectStore.prototype[name];
      IDBObjectStore.prototype[name] = function (...all) {
        const request = write.apply(this, all);
        if (window.__abort) this.transaction.abort();
        return request;
      };
    }
  });
  await visit.tapUnder(faults.reset);
  await visit.says('unkept');
  await visit.page.clock.fastForward(10_000);
  await visit.says('unkept');
  await visit.holds(0);
  await visit.page.evaluate(() => (window.__abort = false));
  await visit.page.clock.fastForward('05:01');
  await visit.says('kept');
  await visit.holds(1);
  await visit.heal();
  await visit.arrives();
  await visit.end();
});

test('F35 the database is of a later version of the page: its rows stay, new answers arrive', async () => {
  const visit = await Visit.begin(at.proxy, {
    before: async (page) => {
      await page.goto(`${at.proxy.origin}/healthz`);
      await page.evaluate(async () => {
        const request = indexedDB.open('mot-cua', 1000);
        request.onupgradeneeded = () => {
          for (const name of ['queue', 'facts', 'later']) request.result.createObjectStore(name);
          request.transaction.objectStore('later').put('a row of tomorrow', 'x');
        };
        await new Promise((done) => (request.onsuccess = done));
        request.result.close();
      });
    },
  });
  await visit.rate.tap(3);
  await visit.says('sent');
  assert.equal((await visit.rows()).length, 1);
  const row = await visit.page.evaluate(async () => {
    const request = indexedDB.open('mot-cua');
    await new Promise((done) => (request.onsuccess = done));
    const get = request.result.transaction('later').objectStore('later').get('x');
    await new Promise((done) => (get.onsuccess = done));
    return get.result;
  });
  assert.equal(row, 'a row of tomorrow');
  await visit.end();
});

test('F35 an old tab holds the database and lets no newer page make its stores: honest and sent meanwhile, kept once it has let go', async () => {
  const visit = await Visit.begin(at.proxy, {
    before: async (page) => {
      const old = await page.context().newPage();
      await old.goto(`${at.proxy.origin}/healthz`);
      await old.evaluate(async () => {
        const request = indexedDB.open('mot-cua', 1);
        request.onupgradeneeded = () => {
          request.result.createObjectStore('queue');
          request.result.createObjectStore('facts');
        };
        await new Promise((done) => (request.onsuccess = done));
        window.held = request.result;
      });
      visitOld = old;
    },
  });
  await visit.tapUnder(faults.reset);
  await visit.page.clock.fastForward(3_100);
  await visit.says('unkept');
  at.proxy.fault = (exchange) => exchange.pass();
  await visit.page.clock.fastForward('05:01');
  await visit.says('sent');
  await visitOld.close();
  await visit.page.goto(`${at.proxy.origin}/`);
  await visit.rate.ready();
  await visit.tapUnder(faults.reset, 2);
  await visit.says('kept');
  await visit.holds(1);
  await visit.heal();
  await visit.arrives({ rows: 2 });
  await visit.end();
});

test('F39 asks once, after the first kept answer, that storage be left in peace', async () => {
  const visit = await Visit.begin(at.proxy, {
    before: (page) =>
      page.addInitScript(() => {
        window.__asked = 0;
        if (navigator.storage) navigator.storage.persist = async () => (window.__asked++, true);
      }),
  });
  assert.equal(await visit.page.evaluate(() => window.__asked), 0);
  await visit.tapUnder(faults.reset);
  await visit.says('kept');
  await visit.until(async () => (await visit.page.evaluate(() => window.__asked)) === 1, () => 'never asked');
  await visit.heal();
  await visit.arrives();
  assert.equal(await visit.page.evaluate(() => window.__asked), 1);
  await visit.end();
});
