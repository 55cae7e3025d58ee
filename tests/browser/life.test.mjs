// Life events: one checklist over several procedures, ticked on the phone.
import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { axe, everywhere } from './axe.mjs';
import { Collector, phone, withBrowser } from './harness.mjs';
import { LifePage } from './pages/life.mjs';
import { LookPage } from './pages/look.mjs';

withBrowser();
let collector;
before(async () => (collector = await Collector.start()));
after(() => collector?.stop());

async function names(locator) {
  return (await locator.locator('.mc-document-name').allTextContents()).map((name) => name.toLowerCase());
}

describe('life events', () => {
  test('from the look-up to one list: bundled first, each paper once, ticks and progress survive a reload, back comes back', async () => {
    const visit = await phone(collector);
    const look = await new LookPage(visit.page).open(collector.origin);
    await look.life().tap();
    const life = new LifePage(visit.page);
    await life.events().filter({ hasText: 'Có con nhỏ' }).tap();
    await life.procedures().first().waitFor();
    assert.match(await life.procedures().first().textContent(), /^Việc 1Liên thông/);
    const titles = await life.procedures().allTextContents();
    assert.equal(titles.some((title) => /Thủ tục đăng ký khai sinh$/.test(title)), false, 'covered by the bundle');
    await visit.page.locator('.mc-together', { hasText: 'Thủ tục đăng ký khai sinh' }).waitFor();
    const paper = life.papers().locator('input').first();
    await paper.check();
    assert.match(await life.progress().textContent(), /^Đã có 1 trong \d+ giấy tờ\.$/);
    await visit.page.reload();
    await paper.waitFor();
    assert.equal(await paper.isChecked(), true);
    assert.match(await life.progress().textContent(), /^Đã có 1 /);
    await life.procedures().first().tap();
    await visit.page.getByRole('heading', { level: 1, name: /Liên thông/ }).waitFor();
    await visit.page.goBack();
    await life.papers().first().waitFor();
    visit.calm();
    await visit.end();
  });

  test('a paper that two procedures ask for stands once and names both', async () => {
    const visit = await phone(collector);
    const life = await new LifePage(visit.page).open(collector.origin, 'marriage');
    await life.papers().first().waitFor();
    const shown = await names(visit.page);
    assert.equal(new Set(shown).size, shown.length);
    const twice = life.papers().filter({ hasText: 'Giấy tờ tùy thân' }).first();
    assert.match(await twice.textContent(), /Việc 1.*Việc 2/);
    visit.calm();
    await visit.end();
  });

  test('no such file, no such event, no network: each says so; a failed one can be tried again', async () => {
    const visit = await phone(collector, { allow: [/404|ERR_FAILED|Failed to load/] });
    const life = await new LifePage(visit.page).open(collector.origin, 'nothing');
    await visit.page.getByText('Không có mục này ở đây').waitFor();
    await visit.page.route('**/catalogue/events*.json', (route) => route.fulfill({ status: 404, body: '' }));
    await visit.page.reload();
    await visit.page.getByText('Không có mục này ở đây').waitFor();
    await visit.page.unrouteAll();
    await visit.page.route('**/catalogue/p/1.003197.json', (route) => route.abort());
    await life.open(collector.origin, 'death');
    await visit.page.reload();
    const again = visit.page.getByRole('button', { name: 'Thử lại' });
    await again.waitFor();
    assert.equal(await life.papers().count(), 0, 'never half of a list');
    await visit.page.unrouteAll();
    await again.tap();
    await life.papers().first().waitFor();
    assert.equal(await life.procedures().count(), 2);
    visit.calm();
    await visit.end();
  });

  test('in its own page the look-up can be filtered, and what was opened can be pinned', async () => {
    const visit = await phone(collector, { bypassCSP: true });
    await new LifePage(visit.page).open(collector.origin, 'death');
    await visit.page.locator('.mc-life ol .mc-hit').first().tap();
    await visit.page.locator('.mc-documents').first().waitFor();
    await visit.page.evaluate(() => (location.hash = 'look'));
    const look = new LookPage(visit.page);
    await look.kept().first().waitFor();
    const pin = visit.page.getByRole('button', { name: /^Ghim: / });
    await pin.tap();
    await visit.page.locator('.mc-pin[aria-pressed="true"]').waitFor();
    assert.equal(await visit.page.evaluate(() => localStorage.getItem('mc.seen')), '*1.000656');
    await axe(visit.page, 'pinned');
    // The small page has no filters, but the way to them, and takes the query along.
    await visit.page.reload();
    await look.type('khai sinh');
    await visit.page.getByRole('button', { name: 'Lọc theo lĩnh vực, theo người làm' }).tap();
    await visit.page.getByLabel('Lĩnh vực').waitFor();
    assert.equal(await visit.page.locator('#mc-query').inputValue(), 'khai sinh');
    await visit.page.locator('.mc-hits mark').first().waitFor();
    await visit.page.getByLabel('Lĩnh vực').selectOption({ label: 'Hộ tịch' });
    await visit.page.waitForFunction(() => [...document.querySelectorAll('.mc-hits .mc-hit')].every((row) => row.textContent.endsWith('Hộ tịch')));
    const codes = await visit.page.locator('.mc-hits .mc-hit').allTextContents();
    assert.ok(codes.length > 0 && codes.every((row) => row.endsWith('Hộ tịch')));
    await axe(visit.page, 'filtered');
    await visit.end();
  });

  test('axe: the events and their checklist', async () => {
    const visit = await phone(collector, { bypassCSP: true });
    const life = await new LifePage(visit.page).open(collector.origin);
    await life.events().first().waitFor();
    await everywhere(visit.page, 'events');
    await life.events().first().click();
    await life.papers().first().waitFor();
    await everywhere(visit.page, 'checklist');
    await visit.end();
  });
});
