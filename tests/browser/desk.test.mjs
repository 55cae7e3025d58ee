// "What am I still missing": ticks that stay, the card for the clerk, the code for another phone, the sheet of paper.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { everywhere } from './axe.mjs';
import { decode } from './decode.mjs';
import { Collector, phone, withBrowser } from './harness.mjs';
import { DeskPage } from './pages/desk.mjs';
import { ProcedurePage } from './pages/procedure.mjs';

withBrowser();
let collector;
before(async () => (collector = await Collector.start()));
after(() => collector?.stop());

test('from the procedure to the desk: ticks of both are the same, the case and the ticks survive a reload', async () => {
  const visit = await phone(collector);
  const { page } = visit;
  const procedure = await new ProcedurePage(page).open(collector.origin, '1.004194');
  await page.locator('.mc-documents').nth(1).locator('input').first().check();
  await procedure.toDesk();
  const desk = new DeskPage(page);
  await page.locator('.mc-need').waitFor();
  assert.equal(await desk.count(), 'Còn thiếu 2 giấy tờ');
  await desk.choose('Theo danh sách');
  assert.equal(await desk.count(), 'Còn thiếu 1 giấy tờ');
  assert.match(await page.locator('.mc-need').innerText(), /Đăng ký tạm trú\s+Theo danh sách\s+Mã thủ tục: 1\.004194/);
  assert.deepEqual((await desk.missing()).map((name) => name.slice(0, 15)), ['Văn bản đề nghị']);
  await page.reload();
  await page.locator('.mc-need').waitFor();
  assert.equal(await desk.count(), 'Còn thiếu 1 giấy tờ');
  await desk.document(1).check();
  assert.equal(await desk.count(), 'Đã đủ giấy tờ');
  await desk.document(0).uncheck();
  assert.equal(await desk.count(), 'Còn thiếu 1 giấy tờ');
  visit.calm();
  await visit.end();
});

test('papers to hand in and papers to show are no choice: all are wanted until one case is chosen', async () => {
  const visit = await phone(collector);
  const { page } = visit;
  await page.goto(`${collector.origin}/Q/04795/DL#desk/1.001193`);
  const desk = new DeskPage(page);
  await page.locator('.mc-need').waitFor();
  const all = (await desk.missing()).length;
  assert.equal(await desk.count(), `Còn thiếu ${all} giấy tờ`);
  await desk.choose('Phải nộp');
  const some = (await desk.missing()).length;
  assert.ok(some < all, `${some} of ${all}`);
  await desk.choose('Tất cả giấy tờ');
  assert.equal((await desk.missing()).length, all);
  visit.calm();
  await visit.end();
});

test('its code is read by another phone and opens the procedure; the link can be carried away', async () => {
  const visit = await phone(collector, { allow: [/404/] });
  const { page } = visit;
  const desk = await new DeskPage(page).open(collector.origin, '1.004194');
  const link = await decode(await desk.code().screenshot());
  assert.equal(link, `${collector.origin.toUpperCase()}/Q/04795/P1004194/DL`);
  await page.locator('[data-act="share"]').tap();
  assert.equal(await page.locator('.mc-copy').textContent(), `${collector.origin}/Q/04795/P1004194/DL`);
  await page.goto(link);
  await page.getByRole('heading', { level: 1, name: 'Đăng ký tạm trú' }).waitFor();
  visit.calm();
  await visit.end();
});

test('on paper: the card, what is missing and the code; nothing to press', async () => {
  const visit = await phone(collector, { colorScheme: 'dark' });
  const { page } = visit;
  const desk = await new DeskPage(page).open(collector.origin, '1.004194');
  await page.emulateMedia({ media: 'print', colorScheme: 'dark' });
  for (const kept of ['.mc-need', '.mc-missing', '[data-qr]']) assert.ok(await page.locator(kept).isVisible(), kept);
  const pressed = page.locator('button:visible, input:visible, a:visible');
  assert.deepEqual(await pressed.allTextContents(), []);
  const ink = await page.locator('.mc-need-name').evaluate((name) => getComputedStyle(name).color);
  assert.equal(ink, 'rgb(0, 0, 0)', 'black on white in the dark theme too');
  assert.ok(await desk.code().isVisible());
  visit.calm();
  await visit.end();
});

test('an app that cannot print says so', async () => {
  const visit = await phone(collector);
  const { page } = visit;
  await new DeskPage(page).open(collector.origin, '1.004194');
  await page.evaluate(() => { window.print = () => {}; });
  await page.locator('[data-act="print"]').click();
  await page.getByText('Ứng dụng này không in được').waitFor();
  await page.evaluate(() => { window.print = () => dispatchEvent(new Event('beforeprint')); });
  await page.locator('[data-act="print"]').click();
  await page.getByText('Ứng dụng này không in được').waitFor({ state: 'detached' });
  visit.calm();
  await visit.end();
});

test('axe: the desk', async () => {
  const visit = await phone(collector, { bypassCSP: true });
  await new DeskPage(visit.page).open(collector.origin, '1.004194');
  await visit.page.locator('.mc-ours').waitFor();
  await everywhere(visit.page, 'desk');
  visit.calm();
  await visit.end();
});
