// axe finds nothing on any screen, in any theme, at 320 px and with text twice as large. By keyboard: keys.test.mjs.
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

// axe itself is put into the page by the test, past the page's own policy.
const visited = () => phone(collector, { bypassCSP: true, allow: [/422|404|ERR_FAILED/] });
const refuse = (route) => route.fulfill({ status: 422, contentType: 'application/problem+json', body: '{"type":"/problems/invalid","title":"","status":422}' });

test('axe: the rating, its settings, the questions, thanks, what waits', async () => {
  const { page, end } = await visited();
  const rate = await new RatePage(page).open(collector.origin);
  await rate.ready();
  await everywhere(page, 'rate');
  await page.locator('.mc-aa').tap();
  await page.locator('.mc-aside').waitFor();
  await everywhere(page, 'settings');
  await page.keyboard.press('Escape');
  await rate.tap(2);
  const more = new MorePage(page);
  await more.shown();
  await everywhere(page, 'more');
  await more.done();
  await page.locator('.mc-thanks').waitFor();
  await everywhere(page, 'thanks');
  await page.goto(`${collector.origin}/#pending`);
  await page.getByText('Không có đánh giá nào').waitFor();
  await everywhere(page, 'pending');
  await page.route('**/api/responses', refuse);
  await rate.open(collector.origin);
  await rate.ready();
  await rate.tap(1);
  await page.getByRole('button', { name: 'Xem cách xử lý' }).click();
  await page.locator('[data-act="copy"]').click();
  await page.locator('[data-act="delete"]').click();
  await page.locator('.mc-ask').waitFor();
  await everywhere(page, 'pending, refused');
  await page.goto(`${collector.origin}/Q/04795-3/DR?mode=assist`);
  await page.locator('.mc-strip').waitFor();
  await everywhere(page, 'assisted');
  await page.goto(`${collector.origin}/Q/04795-3/DR?mode=paper`);
  await page.locator('.mc-strip').waitFor();
  await everywhere(page, 'paper, typed in');
  await end();
});

test('axe: look-up, a procedure; not there, not loaded, a wrong link', async () => {
  const { page, end } = await visited();
  await page.goto(`${collector.origin}/Q/04795/DL`);
  await page.locator('.mc-hits .mc-hit').first().waitFor();
  await everywhere(page, 'look');
  await page.locator('#mc-query').fill('khai sinh');
  await page.locator('.mc-hits mark').first().waitFor();
  await everywhere(page, 'hits');
  await page.locator('.mc-app').getByRole('button', { name: 'Lọc theo' }).click();
  await page.locator('.mc-filter').waitFor();
  await page.locator('.mc-pin, .mc-hits mark').first().waitFor();
  await everywhere(page, 'filters');
  await page.locator('.mc-hits .mc-hit').first().click();
  await page.locator('.mc-documents').first().waitFor();
  for (const part of await page.locator('.mc-more summary').all()) await part.click();
  await everywhere(page, 'procedure');
  await page.evaluate(() => { location.hash = '#p/9.999999'; });
  await page.getByText('Không có mục này').waitFor();
  await everywhere(page, 'procedure, not there');
  await page.route('**/catalogue/p/**', (route) => route.abort());
  await page.evaluate(() => { location.hash = '#p/1.001193'; });
  await page.getByText('Chưa tải được').waitFor();
  await everywhere(page, 'procedure, not loaded');
  await page.goto(`${collector.origin}/no/such/page`);
  await page.getByText('Một phần của đường dẫn').waitFor();
  await everywhere(page, 'a wrong link');
  await page.route('**/*.wasm', (route) => route.abort());
  await page.goto(`${collector.origin}/Q/04795/DL`);
  await page.getByText('Chưa mở được phần tra cứu').waitFor();
  await everywhere(page, 'look-up, not loaded');
  await end();
});

test('axe: what works without script, and what is for wards', async () => {
  const { page, end } = await visited();
  for (const path of ['/print/', '/thanks/7K3QX0M2VD', '/thanks/short', '/doctor/', '/receipt', '/results/public', '/results/door', '/results/tv']) {
    await page.goto(collector.origin + path);
    await page.locator('h1').first().waitFor();
    // What a form's post leads to is no dead end.
    if (path.startsWith('/thanks')) assert.ok(await page.locator('main a').count(), path);
    await everywhere(page, path);
  }
  await end();
});
