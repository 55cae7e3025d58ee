// The workbench: files in, messages, edits, the phone beside them, files out; and nothing leaves the machine.
import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { promisify } from 'node:util';
import { everywhere } from './axe.mjs';
import { BINARY, Collector, ROOT, phone, withBrowser } from './harness.mjs';
import { Workbench, atWorkbench } from './pages/workbench.mjs';

withBrowser();
let collector;
before(async () => (collector = await Collector.start()));
after(() => collector?.stop());

const SHEET = (relevant) => `survey,,,,,
,loại,tên,nhãn,appearance,relevant
,select_one l,overall,Hài lòng không?,likert,
,text,why,Vì sao?,,${relevant}
choices,,,,,
,list_name,name,label,,
,l,1,Rất không,,
,l,2,Không,,
,l,3,Bình thường,,
,l,4,Có,,
,l,5,Rất có,,
`;

const visit = (options) => atWorkbench(collector, options);

test('a sheet is judged by its rows, shown on the phone, edited, taken back, kept over a reload, and comes back from Excel the same', async () => {
  const { page, bench, sent, calm, end } = await visit();
  await bench.file('wb-open', 'gop-y.csv', SHEET('${overal} <= 2'));
  const refused = page.locator('main .wb-refused');
  assert.match(await refused.innerText(), /gop-y\.csv[^]*survey!F4 \(relevant\)[^]*overal[^]*overall/);
  await bench.file('wb-open', 'gop-y.csv', SHEET('${overall} <= 2'));
  await bench.question(1).waitFor();
  assert.equal(await refused.count(), 0);

  await bench.phone.locator('.mc-face').last().click();
  await bench.phone.getByText('Vì sao?').waitFor();
  await page.locator('.wb-answers').getByText('overall = 1').waitFor();
  await bench.question(1).click();
  assert.equal(await page.getByLabel('Điều kiện đầy đủ').inputValue(), '{overall} <= 2');
  assert.equal(await page.getByLabel('giá trị', { exact: true }).inputValue(), '2');
  await page.getByLabel('Câu hỏi (Tiếng Việt)').press('End');
  await page.keyboard.type(' Nói thêm');
  await page.getByLabel('Câu hỏi (Tiếng Anh)').fill('Why?');
  await bench.phone.getByText('Vì sao? Nói thêm').waitFor();
  await page.keyboard.press('Control+z');
  await page.keyboard.press('Control+z');
  await bench.phone.getByText('Vì sao?', { exact: true }).waitFor();
  await bench.act('Làm lại').click();
  await bench.phone.getByText('Vì sao? Nói thêm').waitFor();
  await page.getByLabel('Thêm câu hỏi… (1)').selectOption('checkbox');
  await page.getByLabel('Câu hỏi (Tiếng Việt)').fill('Điều gì?');
  // A tab that is closed in the middle of a word.
  await page.reload();
  await bench.question(2).getByText('Điều gì?').waitFor();

  const json = await bench.saved('Tải về JSON');
  const book = await bench.saved('Tải về Excel');
  assert.deepEqual([json.name, book.name], ['gop-y.json', 'gop-y.xlsx']);
  page.once('dialog', (dialog) => dialog.accept());
  await bench.act('Đóng phiếu').click();
  await page.locator('#wb-open').setInputFiles({ name: book.name, mimeType: '', buffer: book.bytes });
  await bench.question(2).waitFor();
  const again = await bench.saved('Tải về JSON');
  assert.deepEqual(JSON.parse(again.bytes), JSON.parse(json.bytes));
  await bench.act('So sánh').click();
  await bench.file('wb-compare', 'old.csv', SHEET(''));
  assert.match(await page.locator('.wb-told').first().innerText(), /why/);
  assert.deepEqual(sent, []);
  calm();
  await end();
});

test('a clerk\'s list becomes what the command line makes of it, bad rows named', async () => {
  const { page, bench, sent, calm, end } = await visit();
  await bench.act('Nhắc hạn giấy tờ').click();
  const list = 'mã thủ tục,hết hạn,giấy tờ\n1.002755,15/01/2099,"Tạm trú, xóm 3"\n1.002755,31/02/2099,b\n9.999999,15/01/2099,c\n';
  await page.locator('#wb-base').waitFor();
  await bench.file('wb-list', 'list.csv', list);
  await page.getByText('1 dòng dùng được, 2 dòng phải sửa.').waitFor();
  assert.match(await page.locator('main').innerText(), /B3 \(hết hạn\)[^]*A4 \(mã thủ tục\)/);
  const calendar = await bench.saved('Lịch (.ics)');
  const zip = await bench.saved('Tải tất cả (.zip)');
  assert.ok(zip.bytes.includes('codes/0002.svg') && zip.bytes.includes('letters.xlsx'));
  const folder = await mkdtemp(join(tmpdir(), 'mot-cua-'));
  await writeFile(join(folder, 'list.csv'), list);
  const args = ['remind', join(folder, 'list.csv'), '--site', 'public', '--base', collector.origin, '--out', join(folder, 'out')];
  await promisify(execFile)(BINARY, args, { cwd: ROOT }).catch(() => {});
  assert.equal(calendar.bytes.toString(), await readFile(join(folder, 'out/reminders.ics'), 'utf8'));
  await rm(folder, { recursive: true });
  assert.deepEqual(sent, []);
  calm();
  await end();
});

test('every part fits a phone and is free of barriers', async () => {
  const { page, bench, calm, end } = await visit({ viewport: { width: 360, height: 740 }, bypassCSP: true });
  await everywhere(page, 'start');
  await bench.bank('quick');
  await bench.question(1).click();
  await page.getByLabel('Khi câu').selectOption('overall');
  await everywhere(page, 'edit');
  for (const name of [/^Xem trên điện thoại/, /^Cần xem lại/, 'Mã nguồn', 'Kiểm thử', 'So sánh']) {
    await page.getByRole('button', { name }).first().click();
    await everywhere(page, String(name));
  }
  await bench.act('Nhắc hạn giấy tờ').click();
  await page.locator('#wb-base').waitFor();
  await everywhere(page, 'reminders');
  calm();
  await end();
});

test('where it stops, the survey at hand is still there, and can be taken away as a file', async () => {
  const { page, bench, end } = await visit({ allow: [/workbench:/] });
  await bench.bank('nps');
  await page.reload();
  await bench.question(0).waitFor();
  await page.evaluate(() => dispatchEvent(new ErrorEvent('error', { error: new WebAssembly.RuntimeError('unreachable') })));
  const rescued = await bench.saved('Lưu phiếu ra tệp rồi bỏ khỏi đây · Save it to a file and begin anew');
  assert.equal(JSON.parse(rescued.bytes).pages[0].name, 'recommend');
  await page.goto('about:blank');
  await bench.open();
  await page.locator('[data-bank="nps"]').waitFor();
  await end();
});

test('a real phone scans the survey: by an address it can reach, never this machine\'s own; the definition is sent to nobody', async () => {
  const here = await visit();
  await here.bench.bank('quick');
  await here.page.locator('#wb-handy summary').click();
  await here.page.getByText('địa chỉ chỉ máy này biết').waitFor();
  await here.end();
  const host = `ward.test:${collector.port}`;
  const { context, page, calm, end } = await phone(collector, { viewport: { width: 1280, height: 1400 }, hasTouch: false, hosts: [host] });
  const asked = [];
  context.on('request', (request) => asked.push(request.url() + (request.postData() ?? '')));
  const bench = new Workbench(page, `http://${host}`);
  await bench.open();
  await bench.bank('quick');
  await bench.question(0).click();
  await page.getByLabel('Câu hỏi (Tiếng Việt)').fill('<img src=x onerror=alert(1)> Có ổn không?');
  await page.locator('#wb-handy summary').click();
  const door = page.getByRole('link', { name: 'Mở liên kết trong mã ở thẻ mới' });
  const before = await door.getAttribute('href');
  await bench.phone.getByText('Có ổn không?').waitFor();
  await page.waitForFunction((before) => document.querySelector('#wb-handy a').href !== before, before);
  const link = await door.getAttribute('href');
  const other = await context.newPage();
  await other.setViewportSize({ width: 360, height: 740 });
  await other.goto(link);
  for (let turn = 0; turn < 2; turn++) {
    await other.getByText('Bản xem thử: không có gì được gửi đi.').waitFor();
    await other.getByText('<img src=x onerror=alert(1)> Có ổn không?').waitFor();
    await other.reload();
  }
  assert.deepEqual(asked.filter((one) => one.includes(link.split('#')[1].slice(0, 40)) || one.includes('onerror')), []);
  for (const [behind, words] of [['', 'Ở đây chưa có phiếu nào'], ['0'.repeat(9000), 'Mã không đọc được'], ['VVVVVVVVVVVVVVVVVVVVVV', 'Mã không đọc được']]) {
    const lost = await context.newPage();
    await lost.goto(`${link.split('#')[0]}#${behind}`);
    await lost.getByText(words).waitFor();
    await lost.close();
  }
  calm();
  await end();
});

test('two tabs: the later one goes on, the earlier one says so and can have it back', async () => {
  const { page, context, bench, calm, end } = await visit();
  await bench.bank('quick');
  await bench.question(0).click();
  await page.getByLabel('Câu hỏi (Tiếng Việt)').fill('Một');
  await bench.phone.getByText('Một', { exact: true }).waitFor();
  const second = new Workbench(await context.newPage(), collector.origin);
  await second.open();
  await second.question(0).getByText('Một').waitFor();
  await page.getByRole('alert').getByText('đã được mở ở một thẻ khác').waitFor();
  await second.question(0).click();
  await second.page.getByLabel('Câu hỏi (Tiếng Việt)').fill('Hai');
  await second.phone.getByText('Hai', { exact: true }).waitFor();
  await page.reload({ waitUntil: 'commit' });
  await second.page.getByRole('alert').waitFor();
  await bench.question(0).getByText('Hai').waitFor();
  await second.act('Làm tiếp ở đây').click();
  await second.question(0).getByText('Hai').waitFor();
  await page.locator('#wb-here').waitFor();
  calm();
  await end();
});

test('by keyboard alone, and without a network', async () => {
  const { page, bench, calm, end } = await visit({ serviceWorkers: 'allow', allow: [/ERR_CONNECTION_REFUSED|Failed to load resource/] });
  await page.evaluate(() => navigator.serviceWorker.ready);
  await collector.down();
  await page.reload();
  await bench.tabTo('[data-bank="nps"]');
  await page.keyboard.press('Enter');
  await bench.question(0).waitFor();
  await bench.tabTo('#wb-q0-0-down');
  const before = await bench.question(0).innerText();
  await page.keyboard.press('Enter');
  await page.waitForFunction((before) => document.querySelector('.wb-open').innerText !== before, before);
  await page.keyboard.press('Control+z');
  await page.waitForFunction((before) => document.querySelector('.wb-open').innerText === before, before);
  await bench.phone.locator('html[data-up]').waitFor();
  calm();
  await end();
});
