// A paper that runs out: scanned, seen, put into the calendar, kept on this phone alone.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { everywhere } from './axe.mjs';
import { Collector, phone, withBrowser } from './harness.mjs';

withBrowser();
let collector;
before(async () => (collector = await Collector.start()));
after(() => collector?.stop());

test('the paper, its day, the calendar; kept here alone, and gone when asked', async () => {
  const visit = await phone(collector, { bypassCSP: true });
  const { page } = visit;
  await page.clock.setFixedTime(new Date('2026-11-22T18:00:00Z'));
  const sent = [];
  page.on('request', (request) => request.method() !== 'GET' && sent.push(request.url()));
  await page.goto(`${collector.origin}/Q/04795/DL#remind/1002755/2026-12-01`);
  await page.getByText('Còn 8 ngày.').waitFor();
  const main = page.locator('#mc-main');
  assert.match(await main.innerText(), /Gia hạn tạm trú[^]*1 tháng 12,? (năm )?2026/);
  const link = page.locator('a[download]');
  const calendar = decodeURIComponent((await link.getAttribute('href')).split(',').slice(1).join(',')).replaceAll('\r\n ', '');
  assert.match(calendar, /DTSTART;TZID=Asia\/Ho_Chi_Minh:20261201T080000\r\n/);
  assert.match(calendar, /SUMMARY:Hết hạn: Gia hạn tạm trú\r\n/);
  await everywhere(page, 'remind');
  await page.reload();
  await page.locator('.mc-papers li').waitFor();
  await everywhere(page, 'remind, kept');
  await page.locator('.mc-papers li', { hasText: 'Gia hạn tạm trú' }).getByRole('button').click();
  await page.getByText('Máy này chưa ghi nhớ giấy tờ nào.').waitFor();
  assert.equal(await page.evaluate(() => localStorage.getItem('mc.papers')), '');
  assert.deepEqual(sent, []);
  visit.calm();
  await visit.end();

  const late = await phone(collector);
  await late.page.goto(`${collector.origin}/Q/04795/DL#remind/1002755/2020-01-01`);
  await late.page.getByText('Đã quá hạn').waitFor();
  await late.page.goto('about:blank');
  await late.page.goto(`${collector.origin}/Q/04795/DL#remind/hello`);
  await late.page.getByRole('heading', { name: 'Không có mục này ở đây' }).waitFor();
  late.calm();
  await late.end();
});
