// The tablet at the counter, somebody who helps, a sheet that is typed in.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { everywhere } from './axe.mjs';
import { Collector, phone, withBrowser } from './harness.mjs';
import { MorePage } from './pages/more.mjs';
import { RatePage } from './pages/rate.mjs';

withBrowser();
let collector;
before(async () => (collector = await Collector.start()));
after(() => collector?.stop());

const TABLET = { viewport: { width: 1024, height: 768 } };
const KIOSK = '/Q/04795-3/DR?mode=kiosk&thanks=0.05';

test('a touch, a face, thanks, and the next person finds nothing; without a network it is kept, and nobody can read it', async () => {
  const visit = await phone(collector, { ...TABLET, allow: [/ERR_INTERNET|Failed to load/] });
  const { page, context } = visit;
  const rate = new RatePage(page);
  const touch = page.locator('.mc-cover-touch');
  const once = async (value) => {
    await touch.tap();
    assert.equal(await rate.chosen(), null);
    await rate.tap(value);
    await touch.waitFor();
  };
  await page.goto(collector.origin + KIOSK);
  await once(5);
  await context.setOffline(true);
  await once(2);
  await touch.tap();
  assert.equal(await page.locator('.mc-waiting').isVisible(), false);
  await page.evaluate(() => { location.hash = '#pending'; });
  await rate.face(3).waitFor();
  assert.equal(await page.getByText('Rất không hài lòng').isVisible(), true);
  await context.setOffline(false);
  const rows = await collector.until((rows) => rows.length === 2, 60_000);
  assert.deepEqual(rows.map((row) => [row.context.mode, row.answers.overall]).sort(), [['kiosk', 2], ['kiosk', 5]]);
  visit.calm();
  await visit.end();
});

test('who walks away leaves no letters, no colours, no panel; settings of the tablet ask for its PIN', async () => {
  const visit = await phone(collector, TABLET);
  const { page } = visit;
  await page.goto(`${collector.origin}${KIOSK}&idle=2`);
  await page.locator('.mc-cover-touch').tap();
  await page.locator('.mc-aa').tap();
  await page.getByRole('button', { name: 'Chữ lớn hơn' }).tap();
  const pin = page.getByLabel('Mã PIN');
  await page.getByText('Cài đặt máy ở quầy').tap();
  await pin.fill('2468');
  await pin.press('Enter');
  await page.getByRole('link', { name: /Quầy 1/ }).waitFor();
  await page.locator('.mc-cover-touch').waitFor();
  assert.equal(await page.locator('.mc-aside').count(), 0);
  assert.equal(await page.evaluate(() => document.documentElement.dataset.look), '');
  await page.locator('.mc-cover-touch').tap();
  await page.locator('.mc-aa').tap();
  await page.getByText('Cài đặt máy ở quầy').tap();
  await pin.fill('1111');
  await pin.press('Enter');
  await page.getByText('Mã PIN chưa đúng').waitFor();
  visit.calm();
  await visit.end();
});

test('axe: waiting for a touch, the faces, the settings of the tablet, thanks', async () => {
  const visit = await phone(collector, { ...TABLET, bypassCSP: true });
  const { page } = visit;
  await page.goto(`${collector.origin}/Q/04795-3/DR?mode=kiosk&thanks=600&idle=600`);
  await page.locator('.mc-cover-touch').waitFor();
  await everywhere(page, 'waiting');
  await page.locator('.mc-cover-touch').tap();
  const rate = new RatePage(page);
  await rate.face(3).waitFor();
  await everywhere(page, 'faces');
  await page.locator('.mc-aa').tap();
  await page.getByText('Cài đặt máy ở quầy').tap();
  await page.getByLabel('Mã PIN').waitFor();
  await everywhere(page, 'settings, PIN');
  await page.getByLabel('Mã PIN').fill('1357');
  await page.getByLabel('Mã PIN').press('Enter');
  await page.getByRole('link', { name: /Quầy 1/ }).waitFor();
  await everywhere(page, 'settings, open');
  await page.locator('.mc-aa').tap();
  await rate.tap(3);
  await page.locator('.mc-cover h1').waitFor();
  await everywhere(page, 'thanks');
  visit.calm();
  await visit.end();
});

for (const [mode, next, context] of [
  ['assist', 'Người tiếp theo', { mode: 'page', assisted: true }],
  ['paper', 'Phiếu tiếp theo', { mode: 'paper', assisted: true }],
]) {
  test(`?mode=${mode}: marked so, and one press to the next`, async () => {
    const visit = await phone(collector);
    const { page } = visit;
    await page.goto(`${collector.origin}/Q/04795-2/DR?mode=${mode}`);
    const rate = new RatePage(page);
    await rate.ready();
    const on = page.getByRole('button', { name: next });
    await on.waitFor();
    await rate.tap(4);
    await new MorePage(page).shown();
    await on.tap();
    await rate.face(4).waitFor();
    assert.equal(await rate.chosen(), null);
    await rate.tap(3);
    const mine = (row) => row.place.counter === '2' && row.context.mode === context.mode;
    const rows = await collector.until((rows) => rows.filter(mine).length === 2);
    for (const row of rows.filter(mine)) assert.equal(row.context.assisted, context.assisted);
    visit.calm();
    await visit.end();
  });
}
