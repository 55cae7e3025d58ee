// Look-up answers: a question back, another office, the nearest, nothing; what was opened before; by keyboard.
import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { everywhere } from './axe.mjs';
import { Collector, phone, withBrowser } from './harness.mjs';
import { LookPage } from './pages/look.mjs';

withBrowser();
let collector;
before(async () => (collector = await Collector.start()));
after(() => collector?.stop());

describe('answers', () => {
  test('too broad: asks which one; another office: named; weak: said, with the ward to ask; each once, in one live region', async () => {
    const visit = await phone(collector);
    const look = await new LookPage(visit.page).open(collector.origin);
    const cases = [
      ['chứng thực', 'Ông/bà cần việc nào dưới đây?'],
      ['em muốn ly hôn', 'Việc này làm ở: Tòa án nhân dân khu vực. Ở đây không có đúng việc này. Gần đúng nhất:'],
      ['xyzt qwer asdf zxcv uiop hjkl bnmq wert khai', 'Ở đây không có đúng việc này. Gần đúng nhất:'],
      ['zzzzqqqq', 'Không tìm thấy ở đây.'],
    ];
    const region = await look.told().elementHandle();
    for (const [query, told] of cases) {
      await look.type(query);
      await visit.page.locator('.mc-told', { hasText: told }).waitFor();
      assert.equal(await region.evaluate((node) => node.isConnected && node.getAttribute('role')), 'status', query);
    }
    await look.type('chứng thực');
    await visit.page.locator('.mc-choices .mc-hit').first().waitFor();
    assert.equal(await visit.page.locator('.mc-choices .mc-hit').count(), 4);
    await look.type('');
    await visit.page.getByRole('heading', { name: 'Theo lĩnh vực' }).waitFor();
    assert.equal(await look.told().textContent(), '');
    visit.calm();
    await visit.end();
  });

  test('what was opened stands on the empty screen after a reload, can be cleared; codes alone are kept, ten at most', async () => {
    const visit = await phone(collector);
    const look = await new LookPage(visit.page).open(collector.origin);
    const kept = () => visit.page.evaluate(() => localStorage.getItem('mc.seen'));
    for (const code of ['1.000656', '1.001193']) {
      await visit.page.goto(`${collector.origin}/Q/04795/DL#p/${code}`);
      await visit.page.locator('.mc-documents').first().waitFor();
    }
    await look.open(collector.origin);
    await visit.page.reload();
    await look.kept().first().waitFor();
    assert.equal(await kept(), '1.001193 1.000656');
    const many = Array.from({ length: 9 }, (_, at) => `9.00000${at}`).join(' ');
    await visit.page.evaluate((list) => localStorage.setItem('mc.seen', list), `1.001193 ${many} *1.000656`);
    await visit.page.goto(`${collector.origin}/Q/04795/DL#p/2.000815`);
    await visit.page.reload();
    await visit.page.locator('.mc-documents').first().waitFor();
    assert.equal((await kept()).split(' ').length, 11, 'ten, and what is pinned');
    assert.match(await kept(), /^2\.000815 1\.001193 .*\*1\.000656$/, 'the pinned one stays, the last other goes');
    await look.open(collector.origin);
    await visit.page.reload();
    await visit.page.getByRole('button', { name: 'Xóa danh sách này' }).tap();
    await look.kept().first().waitFor({ state: 'detached' });
    assert.equal(await visit.page.evaluate(() => document.activeElement.id), 'mc-query');
    await visit.page.reload();
    await look.hit(0).waitFor();
    assert.equal(await look.kept().count(), 0);
    visit.calm();
    await visit.end();
  });

  test('by keyboard alone: type, go to the first hit, open it', async () => {
    const visit = await phone(collector, { hasTouch: false });
    const look = await new LookPage(visit.page).open(collector.origin);
    await visit.page.locator('#mc-query').focus();
    await visit.page.keyboard.type('dang ky khai sinh');
    await visit.page.locator('.mc-hits mark').first().waitFor();
    // Behind the field stands the way to the filters.
    await visit.page.keyboard.press('Tab');
    await visit.page.keyboard.press('Tab');
    assert.match(await visit.page.evaluate(() => document.activeElement.textContent), /1\.001193/);
    await visit.page.keyboard.press('Enter');
    await visit.page.getByRole('heading', { level: 1, name: /khai sinh/i }).waitFor();
    await visit.page.goBack();
    await look.hit(0).waitFor();
    visit.calm();
    await visit.end();
  });

  test('axe: choices, another office, what was opened', async () => {
    const visit = await phone(collector, { bypassCSP: true });
    const look = await new LookPage(visit.page).open(collector.origin);
    for (const query of ['chứng thực', 'em muốn ly hôn']) {
      await look.type(query);
      await look.hit(0).waitFor();
      await everywhere(visit.page, query);
    }
    await look.hit(0).tap();
    await visit.page.locator('.mc-documents').first().waitFor();
    await visit.page.goBack();
    await look.type('');
    await look.kept().first().waitFor();
    await everywhere(visit.page, 'opened before');
    await visit.end();
  });
});
