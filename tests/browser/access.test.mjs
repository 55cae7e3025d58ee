// axe finds nothing on any screen, in either theme, at 320 px and with text twice as large; everything works by keyboard.
import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { axe, letters } from './axe.mjs';
import { Collector, phone, withBrowser } from './harness.mjs';
import { MorePage } from './pages/more.mjs';
import { RatePage } from './pages/rate.mjs';

withBrowser();
let collector;
before(async () => (collector = await Collector.start()));
after(() => collector?.stop());

for (const [name, options] of [
  ['light, 360 px', {}],
  ['dark, 320 px', { colorScheme: 'dark', viewport: { width: 320, height: 640 } }],
  ['light, text 200 %', { large: true }],
]) {
  test(`axe: every screen, ${name}`, async () => {
    const { large, ...rest } = options;
    // axe itself is put into the page by the test, past the page's own policy.
    const visit = await phone(collector, { bypassCSP: true, allow: [/422/], ...rest });
    const { page } = visit;
    if (large) await letters(page, '200%');
    const rate = await new RatePage(page).open(collector.origin);
    await rate.ready();
    await axe(page, 'rate');
    await rate.tap(2);
    const more = new MorePage(page);
    await more.shown();
    await axe(page, 'more');
    await more.done();
    await page.locator('.mc-thanks').waitFor();
    await axe(page, 'thanks');
    await page.goto(`${collector.origin}/Q/04795/DL`);
    await page.locator('.mc-hits .mc-hit').first().waitFor();
    await axe(page, 'look');
    await page.locator('#mc-query').fill('khai sinh');
    await page.locator('.mc-hits mark').first().waitFor();
    await axe(page, 'hits');
    await page.locator('.mc-hits .mc-hit').first().click();
    await page.locator('.mc-documents').first().waitFor();
    for (const more of await page.locator('.mc-more summary').all()) await more.click();
    await axe(page, 'procedure');
    await page.goto(`${collector.origin}/#pending`);
    await page.getByText('Không có đánh giá nào').waitFor();
    await axe(page, 'pending');
    await page.route('**/api/responses', (route) => route.fulfill({ status: 422, contentType: 'application/problem+json', body: '{"type":"/problems/invalid","title":"","status":422}' }));
    await rate.open(collector.origin);
    await rate.ready();
    await rate.tap(1);
    await page.getByRole('button', { name: 'Xem cách xử lý' }).click();
    await page.locator('[data-act="copy"]').click();
    await page.locator('[data-act="delete"]').click();
    await page.locator('.mc-ask').waitFor();
    await axe(page, 'pending, refused');
    await page.goto(`${collector.origin}/print/`);
    await axe(page, 'print list');
    await page.goto(`${collector.origin}/thanks/7K3QX0M2VD`);
    await page.getByText('7K3QX0M2VD').waitFor();
    await axe(page, 'thanks without script');
    await visit.end();
  });
}

describe('keyboard alone', () => {
  test('arrows choose without leaving the faces, the return key goes on, and the survey is finished', async () => {
    const visit = await phone(collector, { hasTouch: false });
    const { page } = visit;
    const rate = await new RatePage(page).open(collector.origin);
    await rate.ready();
    await page.locator('#mc-rate input[type="radio"]').first().focus();
    await page.keyboard.press('ArrowDown');
    assert.equal(await rate.chosen(), '4');
    await page.keyboard.press('ArrowDown');
    assert.equal(await rate.chosen(), '3');
    assert.equal(await page.locator('#mc-rate').isVisible(), true);
    await page.keyboard.press('Enter');
    const more = new MorePage(page);
    await more.shown();
    await page.locator('.mc-chip input').first().focus();
    await page.keyboard.press('Space');
    await page.locator('[data-act="done"]').focus();
    await page.keyboard.press('Enter');
    await page.locator('.mc-thanks').waitFor();
    await collector.until((rows) => rows.some((row) => row.complete && row.answers.overall === 3 && row.answers.why?.length === 1));
    visit.calm();
    await visit.end();
  });
});
