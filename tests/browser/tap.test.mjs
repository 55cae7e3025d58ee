// The first promise: the first tap is stored and counts, whatever comes first: WebAssembly, fetch, or the form itself.
import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { Collector, phone, withBrowser } from './harness.mjs';
import { MorePage } from './pages/more.mjs';
import { RatePage } from './pages/rate.mjs';
import { ThanksPage } from './pages/thanks.mjs';

withBrowser();
let collector;
before(async () => (collector = await Collector.start()));
after(() => collector?.stop());

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/;

/** Rows that were not there before `act`. */
async function fresh(act) {
  const old = new Set((await collector.rows()).map((row) => row.id));
  await act();
  return {
    until: (holds) => collector.until((rows) => holds(rows.filter((row) => !old.has(row.id)))).then((rows) => rows.filter((row) => !old.has(row.id))),
  };
}
const one = (test = () => true) => (rows) => rows.length === 1 && test(rows[0]);

describe('the first tap', () => {
  test('with WebAssembly: one row, with place, survey version and revision; then reasons, words, thanks', async () => {
    const visit = await phone(collector);
    const rate = await new RatePage(visit.page).open(collector.origin);
    await rate.ready();
    const rows = await fresh(() => rate.tap(5));
    const [row] = await rows.until(one());
    assert.match(row.id, UUID);
    assert.equal(row.rev, 1);
    assert.deepEqual(row.place, { unit: '04795', counter: '3', purpose: 'rate' });
    assert.match(row.surveyVersion, /^sha256:[0-9a-f]{64}$/);
    assert.deepEqual(row.answers, { overall: 5 });
    assert.match(row.savedAt, /T\d\d:00:00\+07:00$/);

    const more = new MorePage(visit.page);
    await more.shown();
    await visit.page.locator('.mc-chip').first().tap();
    await more.words().fill('Cô ở quầy 3 rất tận tình 👍 “cảm ơn”');
    await more.done();
    const thanks = new ThanksPage(visit.page);
    await thanks.sent();
    assert.match(await thanks.receipt(), /^[0-9A-HJKMNP-TV-Z]{10}$/);
    const [done] = await rows.until(one((row) => row.complete));
    assert.equal(done.id, row.id);
    assert.equal(done.answers.overall, 5);
    assert.equal(done.answers.why.length, 1);
    assert.equal(done.answers.words, 'Cô ở quầy 3 rất tận tình 👍 “cảm ơn”');
    visit.calm();
    await visit.end();
  });

  test('JavaScript off: the form posts by itself and a page says thank you', async () => {
    const visit = await phone(collector, { javaScriptEnabled: false });
    const rate = await new RatePage(visit.page).open(collector.origin);
    await rate.face(2).click();
    const rows = await fresh(() => visit.page.locator('.mc-send').click());
    const [row] = await rows.until(one());
    assert.deepEqual(row.answers, { overall: 2 });
    assert.equal(row.place.counter, '3');
    assert.match(await visit.page.locator('body').innerText(), /[0-9A-HJKMNP-TV-Z]{10}/);
    await visit.end();
  });

  test('WebAssembly blocked: boot.js sends the same bytes and says so', async () => {
    const visit = await phone(collector, { allow: [/\.wasm/, /ERR_FAILED/, /mot-cua/] });
    await visit.context.route('**/*.wasm', (route) => route.abort());
    const rate = await new RatePage(visit.page).open(collector.origin);
    const rows = await fresh(() => rate.tap(4));
    const [row] = await rows.until(one());
    assert.deepEqual(row.answers, { overall: 4 });
    await visit.page.locator('#mc-rate[data-state="sent"]').waitFor();
    // Another face after the first was sent is the next revision of the same answer.
    await rate.tap(3);
    const [changed] = await rows.until(one((row) => row.rev === 2));
    assert.equal(changed.id, row.id);
    assert.deepEqual(changed.answers, { overall: 3 });
    visit.calm();
    await visit.end();
  });

  test('WebAssembly trapping at start: the tap still counts', async () => {
    const visit = await phone(collector, { allow: [/./] });
    // A module whose start function is `unreachable`.
    const trap = Buffer.from('0061736d01000000010401600000030201000801000a05010300000b', 'hex');
    await visit.context.route('**/*.wasm', (route) => route.fulfill({ body: trap, contentType: 'application/wasm' }));
    const rate = await new RatePage(visit.page).open(collector.origin);
    const rows = await fresh(() => rate.tap(1));
    await rows.until(one((row) => row.answers.overall === 1));
    await visit.end();
  });

  test('WebAssembly 10 s late: sent by boot.js in time, taken over after, still one row', async () => {
    const visit = await phone(collector);
    await visit.context.route('**/*.wasm', async (route) => {
      await new Promise((done) => setTimeout(done, 10_000));
      await route.continue();
    });
    const rate = await new RatePage(visit.page).open(collector.origin);
    const rows = await fresh(() => rate.tap(5));
    const [row] = await rows.until(one());
    assert.equal(row.rev, 1);
    await rate.ready();
    const more = new MorePage(visit.page);
    await visit.page.getByRole('button', { name: 'Tiếp tục' }).tap();
    await more.shown();
    await more.done();
    const [done] = await rows.until(one((row) => row.complete));
    assert.equal(done.id, row.id);
    assert.deepEqual(await visit.page.evaluate(() => Object.keys(localStorage).filter((key) => /^mc\.(tap|ack)/.test(key))), []);
    visit.calm();
    await visit.end();
  });

  test('tap before WebAssembly: the same answer goes on after the takeover', async () => {
    const visit = await phone(collector);
    let release;
    const held = new Promise((done) => (release = done));
    await visit.context.route('**/*.wasm', async (route) => {
      await held;
      await route.continue();
    });
    const rate = await new RatePage(visit.page).open(collector.origin);
    const rows = await fresh(() => rate.tap(2));
    const id = await visit.page.evaluate(() => Object.keys(localStorage).find((key) => key.startsWith('mc.tap.')).split('.')[2]);
    await rate.tap(3);
    release();
    await rate.ready();
    const [row] = await rows.until(one());
    assert.equal(row.id, id);
    assert.deepEqual(row.answers, { overall: 3 });
    visit.calm();
    await visit.end();
  });

  test('"Bấm nhầm? Chọn lại" changes the same answer', async () => {
    const visit = await phone(collector);
    const rate = await new RatePage(visit.page).open(collector.origin);
    await rate.ready();
    const rows = await fresh(() => rate.tap(1));
    const more = new MorePage(visit.page);
    await more.shown();
    await rows.until(one());
    await more.wrong();
    await rate.tap(5);
    await more.shown();
    const [row] = await rows.until(one((row) => row.rev === 2));
    assert.deepEqual(row.answers, { overall: 5 });
    visit.calm();
    await visit.end();
  });

  test('a plain http:// origin (no secure context) rates and sends', async () => {
    const host = `ward.test:${collector.port}`;
    const visit = await phone(collector, { hosts: [host] });
    const rate = await new RatePage(visit.page).open(`http://${host}`);
    assert.equal(await visit.page.evaluate(() => window.isSecureContext), false);
    await rate.ready();
    const rows = await fresh(() => rate.tap(4));
    await rows.until(one((row) => row.answers.overall === 4));
    await visit.page.locator('.mc-keeping[data-keep="sent"]').waitFor();
    visit.calm();
    await visit.end();
  });
});
