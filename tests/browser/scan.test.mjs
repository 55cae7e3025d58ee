// From the printed code to the row: the code is read by an independent decoder, and the link it holds is opened.
import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { after, before, test } from 'node:test';
import { promisify } from 'node:util';
import { Collector, ROOT, phone, withBrowser } from './harness.mjs';
import { decode } from './decode.mjs';
import { RatePage } from './pages/rate.mjs';

const run = promisify(execFile);
withBrowser();
let collector;
before(async () => (collector = await Collector.start()));
after(() => collector?.stop());

test('scan → tap → the row is in the database', async () => {
  const { stdout } = await run(
    process.env.MC_BIN,
    ['qr', '--place', '04795-2/DR', '--base', collector.origin, '--format', 'png'],
    { cwd: ROOT, encoding: 'buffer' },
  );
  const link = await decode(stdout);
  assert.match(link, /^HTTP:\/\/127\.0\.0\.1:\d+\/Q\/04795-2\/DR$/);
  const visit = await phone(collector);
  await visit.page.goto(link);
  const rate = new RatePage(visit.page);
  await rate.tap(5);
  const [row] = await collector.until((rows) => rows.length === 1);
  assert.deepEqual(row.place, { unit: '04795', counter: '2', purpose: 'rate' });
  assert.equal(row.rev, 1);
  visit.calm();
  await visit.end();
});

test('the sheet to hang up carries a code that leads to its place', async () => {
  const visit = await phone(collector, { viewport: { width: 794, height: 1123 }, hasTouch: false });
  await visit.page.goto(`${collector.origin}/print/04795-3/`);
  const code = visit.page.locator('article.sheet figure svg').first();
  await code.waitFor();
  const link = await decode(await code.screenshot());
  assert.match(link, /\/Q\/04795-3\/D[RL]$/);
  assert.match(await visit.page.locator('body').innerText(), new RegExp(link.replace(/^HTTPS?:\/\//, ''), 'i'));
  visit.calm();
  await visit.end();
});

test('any case, the alias and a malformed part lead to the place; what was dropped is said', async () => {
  const visit = await phone(collector);
  for (const path of ['/q/04795-3/dr', '/?q=04795-3', '/Q/04795-3/ZZZZZ']) {
    const rate = await new RatePage(visit.page).open(collector.origin, path);
    await rate.ready();
    assert.equal(await visit.page.locator('#mc-rate input[name="counter"]').inputValue(), '3', path);
    assert.equal(await visit.page.locator('.mc-notice').first().isVisible(), path.endsWith('ZZZZZ'), path);
  }
  visit.calm();
  await visit.end();
});

test('an unknown unit: a notice, and the page still rates', async () => {
  const visit = await phone(collector, { allow: [/404/] });
  const rate = await new RatePage(visit.page).open(collector.origin, '/Q/99999-1/DR');
  await visit.page.locator('.mc-notice').first().waitFor();
  await rate.ready();
  const before = (await collector.rows()).length;
  await rate.tap(3);
  await collector.until((rows) => rows.length === before + 1);
  visit.calm();
  await visit.end();
});
