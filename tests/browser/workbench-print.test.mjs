// The workbench's room of codes: places typed or from a list, the sheet looked at, files drawn, each code read again; and nothing
// leaves the machine.
import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { promisify } from 'node:util';
import { everywhere } from './axe.mjs';
import { decode } from './decode.mjs';
import { BINARY, Collector, ROOT, withBrowser } from './harness.mjs';
import { atWorkbench } from './pages/workbench.mjs';

withBrowser();
let collector;
before(async () => (collector = await Collector.start()));
after(() => collector?.stop());

const HEADS = 'mã đơn vị,tên đơn vị,mã quầy,tên quầy,mục đích\n';

async function visit(options) {
  const shown = await atWorkbench(collector, options);
  await shown.bench.act('In mã QR').click();
  return shown;
}

/** What `mot-cua posters` writes for the same list. */
async function posters(list, name) {
  const folder = await mkdtemp(join(tmpdir(), 'mot-cua-'));
  await writeFile(join(folder, 'list.csv'), list);
  await promisify(execFile)(BINARY, ['posters', join(folder, 'list.csv'), '--base', collector.origin, '--out', join(folder, 'out')], { cwd: ROOT });
  const bytes = await readFile(join(folder, 'out', name));
  await rm(folder, { recursive: true });
  return bytes;
}

test('a place that is typed becomes the sheet that the command line makes; its code leads there', async () => {
  const { page, bench, sent, calm, end } = await visit();
  await page.getByText('chỉ mở được trên chính máy này').waitFor();
  await bench.act('Thêm một nơi').click();
  await page.getByLabel('Mã đơn vị').fill('4795');
  await page.locator('li').getByText('tên đơn vị: để trống').waitFor();
  await page.getByLabel('Tên đơn vị', { exact: true }).fill('Phường Hoà Bình');
  await page.getByText('Tờ 1 trong 3').waitFor();
  await bench.act('Tờ sau').click();
  await page.getByText('Tờ 2 trong 3').waitFor();
  const sheet = page.locator('.wb-sheet');
  assert.match(await sheet.getAttribute('alt'), /Phường Hoà Bình/);
  assert.equal(await decode(await sheet.screenshot()), `${collector.origin.toUpperCase()}/Q/04795/DR`);
  await bench.act('Tạo tệp và đọc thử mã').click();
  await page.getByText('2 mã đã đọc thử, đều đúng. 3 trang.').waitFor();
  const file = await bench.saved(/^Tải về 04795.pdf/);
  assert.equal(file.name, '04795.pdf');
  assert.ok(file.bytes.equals(await posters(`${HEADS}4795,Phường Hoà Bình,,,\n`, '04795.pdf')), 'byte by byte');

  // What is made is of the rows as they were; a step back brings them back, and a closed tab loses nothing.
  await page.getByLabel('Điện thoại in trên tờ').fill('0218 مكتب');
  await page.locator('.wb-question').getByText('điện thoại: chữ «م» không có trong bộ chữ in').waitFor();
  assert.equal(await page.locator('#wb-save').count(), 0);
  await page.keyboard.press('Control+z');
  await page.locator('.wb-sheet').waitFor();
  await page.getByLabel('Khổ').selectOption('stickers');
  await page.getByLabel('Số nhãn của mỗi mã').selectOption('16');
  await page.reload();
  await bench.act('In mã QR').click();
  await page.getByText('2 mã, 5 trang.').waitFor();
  assert.match(await bench.question(0).innerText(), /Phường Hoà Bình/);
  assert.deepEqual(sent, []);
  calm();
  await end();
});

test('a list goes on without its bad rows, which are named where they stand; a logo is asked to be a picture; the work can be stopped', async () => {
  const { page, bench, calm, end } = await visit();
  await bench.file('wb-places', 'places.csv', `${HEADS}04795,Xã A,1,,góp ý\n,Không mã,,,\n04795,Xã A,1,,góp ý\n04796,Xã B,,,bay\n04797,${'dài'.repeat(40)},,,đánh giá\n`);
  const rows = page.locator('.wb-question');
  for (const [at, told] of [[1, /mã đơn vị: để trống/], [2, /nơi này đã có/], [3, /mục đích: bay/]]) await rows.nth(at).getByText(told).waitFor();
  await page.getByText('3 dòng phải sửa').waitFor();
  await page.getByLabel('Loại tệp').selectOption('svg');
  await bench.file('wb-logo', 'logo.png', 'GIF89a');
  await page.getByText('không phải ảnh PNG').waitFor();
  const drawn = await page.evaluate(() => Object.assign(document.createElement('canvas'), { width: 64, height: 64 }).toDataURL('image/png'));
  await bench.file('wb-logo', 'logo.png', Buffer.from(drawn.split(',')[1], 'base64'));
  await page.locator('.wb-emblem').waitFor();
  await bench.act('Tạo tệp và đọc thử mã').click();
  await page.getByText('1 mã đã đọc thử, đều đúng. 2 trang.').waitFor();
  await page.getByText('tên đơn vị: dài quá').waitFor();
  const zip = await bench.saved(/^Tải về to-in-ma-qr.zip/);
  assert.ok(zip.bytes.includes('04795/01-04795-1-say.svg') && !zip.bytes.includes('04797'));
  await bench.act('Đến dòng đầu').click();
  assert.equal(await page.evaluate(() => document.activeElement.id), 'wb-r4-open');

  const many = Array.from({ length: 900 }, (_, at) => `${String(at).padStart(5, '0')},Xã ${at},,,\n`).join('');
  await bench.file('wb-places', 'many.csv', HEADS + many);
  await page.getByText('1800 mã, 2700 trang.').waitFor();
  await bench.act('Tạo tệp và đọc thử mã').click();
  await page.getByText(/Đang vẽ và đọc thử: [1-9]\d* trong 1800 mã/).waitFor();
  await bench.act('Dừng').click();
  await page.getByText('Đã dừng.', { exact: true }).waitFor();
  calm();
  await end();
});

test('every part fits a phone and is free of barriers', async () => {
  const { page, bench, calm, end } = await visit({ viewport: { width: 360, height: 740 }, bypassCSP: true });
  await everywhere(page, 'empty');
  await bench.act('Lấy các quầy của trang này').click();
  await page.locator('.wb-sheet').waitFor();
  await bench.question(1).click();
  await page.getByLabel('Mã quầy').fill('quầy số một');
  await page.locator('li').getByText('mã quầy:').waitFor();
  await page.getByLabel('Khổ').selectOption('stickers');
  await bench.act('Xem và sửa lời').click();
  await everywhere(page, 'rows, words');
  await bench.act('Tạo tệp và đọc thử mã').click();
  await page.locator('#wb-save').waitFor();
  await everywhere(page, 'made');
  calm();
  await end();
});

test('by keyboard alone, and without a network', async () => {
  const { page, bench, calm, end } = await visit({ serviceWorkers: 'allow', allow: [/ERR_CONNECTION_REFUSED|Failed to load resource/] });
  await page.evaluate(() => navigator.serviceWorker.ready);
  await collector.down();
  await page.reload();
  await bench.tabTo('.wb-tab:nth-of-type(2)');
  await page.keyboard.press('Enter');
  await bench.tabTo('#wb-add');
  await page.keyboard.press('Enter');
  await page.waitForFunction(() => document.activeElement.id === 'wb-r0-unit');
  // What is said of an empty row comes above the field, which keeps the focus.
  await page.getByText('mã đơn vị: để trống').waitFor();
  await page.keyboard.type('04795');
  await bench.tabTo('#wb-r0-office');
  await page.keyboard.type('Xã A');
  await page.getByText('2 mã, 3 trang.').waitFor();
  await bench.tabTo('#wb-make');
  await page.keyboard.press('Enter');
  await page.waitForFunction(() => document.activeElement.id === 'wb-save');
  const [download] = await Promise.all([page.waitForEvent('download'), page.keyboard.press('Enter')]);
  assert.equal(download.suggestedFilename(), '04795.pdf');
  calm();
  await end();
});
