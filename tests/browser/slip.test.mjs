// The guidance slip: ticked once by the clerk, scanned, ticked off at home. It travels in the link alone.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { everywhere } from './axe.mjs';
import { decode } from './decode.mjs';
import { Collector, phone, withBrowser } from './harness.mjs';
import { SlipPage } from './pages/slip.mjs';

withBrowser();
let collector;
before(async () => (collector = await Collector.start()));
after(() => collector?.stop());

async function made(options) {
  const visit = await phone(collector, options);
  await visit.page.clock.setFixedTime(new Date('2026-11-25T18:00:00Z'));
  const slip = await new SlipPage(visit.page).make(collector.origin, '1.004194');
  await visit.page.locator('.mc-chip', { hasText: 'Công an' }).locator('input').check();
  await slip.document(0).check();
  await slip.document(2).check();
  await slip.code().waitFor();
  return { visit, slip };
}

test('what the clerk ticks, the citizen scans and ticks off; nothing is sent, nobody is named', async () => {
  const { visit, slip } = await made();
  const sent = [];
  visit.page.on('request', (request) => request.method() !== 'GET' && sent.push(request.url()));
  await slip.line().fill('Gọi trước khi đến');
  const names = await slip.names();
  assert.equal(names.length, 2);
  assert.match(await slip.sheet().innerText(), /Hướng dẫn của Phường Hoà Bình.*\s+Ngày 26 tháng 11, 2026[^]*Gọi trước khi đến/);
  const link = await decode(await slip.code().screenshot());
  assert.match(link, /\/Q\/04795\/DL#slip\/S1004194[0-9A-Z]+\/2026-11-26$/);
  assert.deepEqual(sent, []);
  visit.calm();
  await visit.end();

  const home = await phone(collector);
  const taken = new SlipPage(home.page);
  await home.page.goto(link);
  await taken.sheet().waitFor();
  assert.deepEqual(await taken.names(), names);
  const words = await taken.sheet().innerText();
  assert.match(words, /Ngày 26 tháng 11, 2026/);
  assert.ok(!words.includes('Gọi trước'), 'a link speaks no words of its own');
  await taken.document(1).check();
  await home.page.reload();
  await taken.sheet().waitFor();
  assert.deepEqual([await taken.document(0).isChecked(), await taken.document(1).isChecked()], [false, true]);
  home.calm();
  await home.end();
});

test('no slip, and a slip whose documents are others by now, say so', async () => {
  const visit = await phone(collector);
  await visit.page.goto(`${collector.origin}/Q/04795/DL#slip/hello`);
  await visit.page.getByText('Không đọc được phiếu này').waitFor();
  await visit.page.goto('about:blank');
  await visit.page.goto(`${collector.origin}/Q/04795/DL#slip/S1004194001`);
  await visit.page.getByText('đã thay đổi từ khi lập phiếu').waitFor();
  await visit.page.getByRole('button', { name: 'Xem cả thủ tục' }).tap();
  await visit.page.getByRole('heading', { level: 1, name: 'Đăng ký tạm trú' }).waitFor();
  visit.calm();
  await visit.end();
});

test('on paper only the sheet; axe finds nothing on either side', async () => {
  const { visit, slip } = await made({ bypassCSP: true });
  await everywhere(visit.page, 'slip, clerk');
  const link = await decode(await slip.code().screenshot());
  await visit.page.emulateMedia({ media: 'print' });
  assert.ok(await slip.sheet().isVisible());
  assert.equal(await visit.page.locator('button:visible, input:visible, textarea:visible, a:visible').count(), 0);
  await visit.page.emulateMedia({ media: null });
  await visit.page.goto('about:blank');
  await visit.page.goto(link);
  await slip.sheet().waitFor();
  await everywhere(visit.page, 'slip, citizen');
  await visit.end();
});
