// Look-up, from a word to the list of what to bring, and back to the faces.
import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { Collector, loaded, phone, withBrowser } from './harness.mjs';
import { LookPage } from './pages/look.mjs';
import { RatePage } from './pages/rate.mjs';

withBrowser();
let collector;
before(async () => (collector = await Collector.start()));
after(() => collector?.stop());

describe('look-up', () => {
  test('"dang ky khai sinh" finds 1.001193 first; its page opens; documents are ticked and remembered; it can be rated', async () => {
    const visit = await phone(collector);
    const look = await new LookPage(visit.page).open(collector.origin);
    await look.type('dang ky khai sinh');
    await visit.page.locator('.mc-hits mark').first().waitFor();
    assert.match(await look.hit(0).textContent(), /1\.001193/);
    await look.hit(0).tap();
    await visit.page.getByRole('heading', { level: 1, name: /khai sinh/i }).waitFor();
    const first = visit.page.locator('.mc-document input').first();
    await first.check();
    await visit.page.reload();
    await first.waitFor();
    assert.equal(await first.isChecked(), true);
    await visit.page.getByRole('button', { name: 'Đánh giá thủ tục này' }).tap();
    const rate = new RatePage(visit.page);
    await visit.page.locator('#mc-rate').waitFor({ state: 'visible' });
    await rate.tap(5);
    await collector.until((rows) => rows.some((row) => row.place.procedure === '1.001193' && row.place.unit === '04795'));
    visit.calm();
    await visit.end();
  });

  test('back from a procedure keeps what was typed; fields lead to their procedures', async () => {
    const visit = await phone(collector);
    const look = await new LookPage(visit.page).open(collector.origin);
    await look.type('tam tru');
    await look.hit(0).tap();
    await visit.page.locator('.mc-documents').first().waitFor();
    await visit.page.goBack();
    assert.equal(await visit.page.locator('#mc-query').inputValue(), 'tam tru');
    await look.type('');
    await visit.page.locator('.mc-hit', { hasText: 'Hộ tịch' }).first().tap();
    await visit.page.locator('h2', { hasText: 'Hộ tịch' }).waitFor();
    visit.calm();
    await visit.end();
  });

  test('back over another of the three pages, and loading again, keep words, filters and place; who comes anew finds nothing', async () => {
    const visit = await phone(collector, { viewport: { width: 360, height: 400 } });
    const { page } = visit;
    const look = await new LookPage(page).open(collector.origin);
    const query = page.locator('#mc-query');
    const at = (y) => page.waitForFunction((y) => scrollY === y, y);
    await look.type('đăng ký');
    await look.hit(4).scrollIntoViewIfNeeded();
    const y = await page.evaluate(() => scrollY);
    assert.ok(y > 300);
    await look.hit(4).tap();
    assert.equal(await loaded(page), 'core');
    await page.locator('.mc-app').getByRole('button', { name: 'Giờ làm việc, địa chỉ' }).tap();
    await page.locator('.mc-week').waitFor();
    assert.match(await loaded(page), /more/);
    await page.goBack();
    await page.locator('.mc-documents').first().waitFor();
    await page.goBack();
    await look.hit(4).waitFor();
    assert.equal(await query.inputValue(), 'đăng ký');
    await at(y);
    await page.reload();
    await at(y);
    assert.equal(await query.inputValue(), 'đăng ký');

    await page.locator('.mc-app').getByRole('button', { name: 'Lọc theo' }).tap();
    const who = page.locator('.mc-filter select').last();
    await who.selectOption('2');
    const found = await look.told().textContent();
    await page.reload();
    await look.hit(0).waitFor();
    assert.deepEqual([await who.inputValue(), await look.told().textContent()], ['2', found]);

    await page.goto('about:blank');
    await look.open(collector.origin);
    assert.equal(await query.inputValue(), '');
    visit.calm();
    await visit.end();
  });

  test('nothing found says what to do next', async () => {
    const visit = await phone(collector);
    const look = await new LookPage(visit.page).open(collector.origin);
    await look.type('zzzzqqqq');
    await visit.page.getByText('Không tìm thấy').waitFor();
    await visit.page.locator('.mc-hit', { hasText: 'Hộ tịch' }).first().tap();
    await visit.page.locator('h2', { hasText: 'Hộ tịch' }).waitFor();
    assert.equal(await visit.page.locator('#mc-query').inputValue(), '');
    visit.calm();
    await visit.end();
  });
});
