// F02–F05: Chromium is killed at a random moment around a tap, again and again, on one profile. What the screen called kept
// is there after the restart; what it called sent is at the backend; nothing is there twice.
//
// MC_BROWSER_KILLS: how many cycles (10). MC_FROM: part of the seed, which is printed.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { Collector } from '../browser/harness.mjs';
import { Profile } from './chromium.mjs';
import * as faults from './faults.mjs';
import { Proxy } from './proxy.mjs';
import { Visit } from './visit.mjs';

const CYCLES = Number(process.env.MC_BROWSER_KILLS ?? 10);
const SEED = Number(process.env.MC_FROM ?? 0) * 1000 + 20261122;

let collector, proxy, profile;
before(async () => {
  collector = await Collector.start();
  proxy = await Proxy.start(collector);
  profile = await Profile.make();
});
after(async () => {
  await profile?.kill();
  await profile?.remove();
  await proxy?.stop();
  await collector?.stop();
});

/** Mulberry32: small, seeded, good enough to choose moments. */
function seeded(seed) {
  return () => {
    seed = (seed + 0x6d2b79f5) | 0;
    let t = Math.imul(seed ^ (seed >>> 15), 1 | seed);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** What the network does in a cycle, and the case that it is. */
const NETWORKS = [
  ['F03 no network', faults.reset],
  ['F04 sent, never answered', faults.blackHole],
  ['F04 stored, the reply is lost', faults.lostReply],
  ['F05 answered', (exchange) => exchange.pass()],
  ['F05 answered after a while', async (exchange) => {
    const reply = await exchange.ask();
    await new Promise((done) => setTimeout(done, 60));
    exchange.response.writeHead(reply.status, reply.headers).end(reply.body);
  }],
];

const sleep = (ms) => new Promise((done) => setTimeout(done, ms));

/** Taps, is killed `after` ms later, or that long after the screen said `word`; → what the screen had said by then. */
async function tapAndDie(page, face, after, word) {
  const said = new Map();
  const heard = new Promise((done) => {
    page.exposeBinding('__say', (_, id, sign) => {
      said.set(sign, id);
      if (sign === word) done();
    });
  });
  await page.addInitScript(() => {
    const look = () => {
      const sign = document.querySelector('.mc-keeping')?.dataset.keep;
      if (!sign) return;
      const now = JSON.parse(sessionStorage.getItem('mc.now') ?? 'null');
      window.__say(now?.answer.id, sign);
    };
    new MutationObserver(look).observe(document, { subtree: true, childList: true, attributes: true, characterData: true });
  });
  await page.goto(`${proxy.origin}/Q/04795-3/DR`);
  await page.locator('.mc-nav').waitFor();
  await page.locator(`label.mc-face:has(input[value="${face}"])`).click({ noWaitAfter: true });
  if (word) await Promise.race([heard, sleep(5000)]);
  await sleep(after);
  await profile.kill();
  return said;
}

/** Ids in the phone's queue, and ids that it remembers as sent. */
async function phoneHolds(page) {
  const rows = await Visit.prototype.queue.call({}, page);
  return new Set(rows.map((row) => row.id));
}

test(`F02–F05 ${CYCLES} kills: nothing called kept is lost, nothing arrives twice`, { timeout: 60_000 + CYCLES * 30_000 }, async () => {
  console.log(`seed ${SEED} (MC_FROM=${process.env.MC_FROM ?? 0})`);
  const random = seeded(SEED);
  const kept = new Set();
  const counts = { kept: 0, sent: 0, neither: 0 };
  for (let cycle = 0; cycle < CYCLES; cycle++) {
    const [name, network] = NETWORKS[Math.floor(random() * NETWORKS.length)];
    const word = [undefined, 'kept', 'sending', 'sent'][Math.floor(random() * 4)];
    const after = Math.floor(random() ** 3 * 400);
    const story = `cycle ${cycle}, seed ${SEED}: ${name}, killed ${after} ms after ${word ?? 'the tap'}`;
    // Every answer that the last life called kept is in the queue before anything is sent.
    proxy.fault = faults.reset;
    const page = await profile.start();
    if (kept.size > 0) {
      await page.goto(`${proxy.origin}/#pending`);
      await page.locator('.mc-main h1[tabindex]').waitFor();
      const [held, arrived] = [await phoneHolds(page), new Set((await collector.rows()).map((row) => row.id))];
      for (const id of kept) assert.ok(held.has(id) || arrived.has(id), `${story}: ${id} was called kept and is nowhere`);
    }
    proxy.fault = network;
    const said = await tapAndDie(page, 1 + Math.floor(random() * 5), after, word);
    const id = said.get('kept') ?? said.get('sending');
    if (id) kept.add(id);
    if (said.has('sent')) {
      const rows = await collector.rows();
      assert.ok(rows.some((row) => row.id === said.get('sent')), `${story}: called sent and not there`);
    }
    counts[said.has('sent') ? 'sent' : id ? 'kept' : 'neither']++;
  }
  // The end: a good network, and all that is there arrives.
  proxy.fault = (exchange) => exchange.pass();
  const page = await profile.start();
  await page.goto(`${proxy.origin}/#pending`);
  await page.getByText('Không có đánh giá nào').waitFor({ timeout: 60_000 });
  // "Nothing waits" is said only after the queue was read: it must be true at once.
  const rows = await collector.rows();
  const ids = new Set(rows.map((row) => row.id));
  assert.equal(ids.size, rows.length);
  for (const id of kept) assert.ok(ids.has(id), `seed ${SEED}: ${id} was called kept and never arrived`);
  assert.ok(rows.length <= CYCLES, `${rows.length} rows of ${CYCLES} taps`);
  console.log(`${CYCLES} kills: ${JSON.stringify(counts)} when killed; ${kept.size} called kept, ${rows.length} arrived, 0 lost`);
});
