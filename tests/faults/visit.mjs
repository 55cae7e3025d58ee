// One visit through a failing network: the test's own clock, what the screen says, what the phone holds, what arrived.
import assert from 'node:assert/strict';
import { after, afterEach, before } from 'node:test';
import { Collector, phone, withBrowser } from '../browser/harness.mjs';
import { RatePage } from '../browser/pages/rate.mjs';
import { Proxy } from './proxy.mjs';

/** The browser tells of each request that failed: those the tests provoke. */
const NOISE = [/Failed to load resource/, /net::ERR/, /CORS policy/];

/** What has to be ended even where a test fails: nothing of it may reach into the next. */
const open = new Set();

/** For a file of tests: a browser, a collector, and the proxy between them; visits end with their test. */
export function scene({ site, ...options } = {}) {
  withBrowser(options);
  const scene = {};
  before(async () => {
    scene.collector = await Collector.start({ site });
    scene.proxy = await Proxy.start(scene.collector);
  });
  endVisits();
  after(async () => {
    await scene.proxy?.stop();
    await scene.collector?.stop();
  });
  return scene;
}

export function endVisits() {
  afterEach(async () => {
    for (const visit of open) await visit.close();
  });
}

export class Visit {
  /** `before(page)` runs before the page is opened; `chance` is what `Math.random` gives, for waits that can be reckoned. */
  static async begin(proxy, { before, chance = 0.5, time, path, ready = true, allow = [], ...options } = {}) {
    const self = new Visit();
    proxy.clear();
    self.proxy = proxy;
    self.phone = await phone(proxy, { allow: [...NOISE, ...allow], ...options });
    self.page = self.phone.page;
    open.add(self);
    await self.page.clock.install(time ? { time } : undefined);
    await self.page.addInitScript((chance) => (Math.random = () => chance), chance);
    await before?.(self.page);
    self.rowsBefore = new Set((await proxy.collector.rows()).map((row) => row.id));
    self.rate = await new RatePage(self.page).open(proxy.origin, path);
    if (ready) await self.rate.ready();
    return self;
  }

  /** Taps a face while `fault` reigns, and lets it strike. */
  async tapUnder(fault, face = 4) {
    const { length } = this.proxy.posts;
    this.proxy.fault = fault;
    await this.rate.tap(face);
    await this.until(() => this.proxy.posts.length > length, () => 'no request was made');
  }

  /** The line on the screen comes to have this sign and to say this. */
  async says(sign, words = /./) {
    const line = this.page.locator(`.mc-keeping[data-keep="${sign}"]`).filter({ hasText: words }).first();
    await line.waitFor().catch(async () => assert.fail(`no "${sign}" ${words} on the screen: ${await this.line()}`));
  }

  line() {
    return this.page.evaluate(() => document.querySelector('.mc-keeping')?.outerHTML ?? document.body.innerText);
  }

  /** Rows of the phone's queue, as stored. */
  queue(page = this.page) {
    return page.evaluate(async () => {
      if (!(await indexedDB.databases()).some(({ name }) => name === 'mot-cua')) return [];
      const request = indexedDB.open('mot-cua');
      const database = await new Promise((done, fail) => {
        request.onsuccess = () => done(request.result);
        request.onerror = () => fail(request.error);
      });
      const all = database.transaction('queue').objectStore('queue').getAll();
      await new Promise((done) => (all.onsuccess = done));
      database.close();
      return all.result.map((text) => JSON.parse(text));
    });
  }

  async holds(count) {
    await this.until(async () => (await this.queue()).length === count, async () => `not ${count} in the queue: ${JSON.stringify(await this.queue())}`);
  }

  /** Answers that arrived during this visit: highest revisions, one row an answer. */
  async rows() {
    return (await this.proxy.collector.rows()).filter((row) => !this.rowsBefore.has(row.id));
  }

  /** All is well again; whatever wait runs is over. */
  async heal(wait = '06:00') {
    this.proxy.fault = (exchange) => exchange.pass();
    await this.page.clock.fastForward(wait);
  }

  /** The end of each story: sent, nothing left on the phone, one row, the same bytes at each attempt. */
  async arrives({ rows = 1 } = {}) {
    await this.says('sent');
    await this.holds(0);
    const arrived = await this.rows();
    assert.equal(arrived.length, rows, JSON.stringify(arrived));
    const bytes = new Map();
    for (const { key, body } of this.proxy.posts.filter(({ body }) => body)) {
      assert.equal(body, bytes.get(key) ?? body, `other bytes under ${key}`);
      bytes.set(key, body);
    }
    return arrived;
  }

  /** So many requests were made, and no more come by themselves. */
  async asked(count) {
    await this.until(() => this.proxy.posts.length >= count, () => `${this.proxy.posts.length} requests, not ${count}`);
    assert.equal(this.proxy.posts.length, count);
  }

  async until(holds, why, tries = 200) {
    for (let left = tries; !(await holds()); left--) {
      if (left === 0) assert.fail(await why());
      await new Promise((done) => setTimeout(done, 50));
    }
  }

  /** The page's time stands still; only the test moves it. */
  async still() {
    await this.page.clock.pauseAt((await this.page.evaluate(() => Date.now())) + 100);
  }

  /** Nothing happened meanwhile that must not happen on any page. */
  async end() {
    this.phone.calm();
    await this.close();
  }

  async close() {
    open.delete(this);
    this.proxy.clear();
    await this.phone.end();
  }
}
