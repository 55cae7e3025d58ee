// The room of the site: by form to a folder that the program takes, the backend tried from the browser, a tag to copy.
import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { promisify } from 'node:util';
import { everywhere } from './axe.mjs';
import { BINARY, Collector, ROOT, freePort, withBrowser } from './harness.mjs';
import { atWorkbench } from './pages/workbench.mjs';

const run = promisify(execFile);
withBrowser();
let collector;
before(async () => (collector = await Collector.start()));
after(() => collector?.stop());

const visit = (options) => atWorkbench(collector, options);

const field = (page, path) => page.locator(`[id="ws-${path}"]`);

async function filled({ page, bench }) {
  await bench.act('Trang của phường').click();
  await bench.act('Làm trang mới').click();
  await field(page, 'name-vi').fill('Phường Thử');
  await field(page, 'units[0].id').fill('04795');
  await field(page, 'units[0].name-vi').fill('Phường Thử');
}

/** A server of another host, which answers as it is told. */
async function stranger(answer) {
  const server = createServer((request, reply) => {
    reply.setHeader('connection', 'close');
    answer(request, reply);
  });
  const port = await freePort();
  await new Promise((done) => server.listen(port, '127.0.0.1', done));
  return { url: `http://127.0.0.1:${port}`, host: `127.0.0.1:${port}`, stop: () => new Promise((done) => server.close(done)) };
}

test('a site by form: mistakes at their fields, the phone shows it, and the program takes the folder', async () => {
  const { page, bench, sent, calm, end } = await visit();
  await bench.bank('nps');
  await filled({ page, bench });
  await page.getByText('site.json không có lỗi.').waitFor();
  await field(page, 'units[0].counters[0].name-vi').fill('Quầy 1: <b>Hộ tịch</b>');
  await bench.phone.getByText('Quầy 1: <b>Hộ tịch</b>').waitFor({ state: 'attached' });
  await field(page, 'units[0].counters[0].id').fill('quầy một');
  await page.locator('.wb-counter .wb-told', { hasText: 'units[0].counters[0].id' }).waitFor();
  await page.keyboard.press('Control+z');
  await page.getByText('site.json không có lỗi.').waitFor();
  await field(page, 'theme.accent').fill('#2f9e7f');
  await page.getByText(/Tương phản 2\.\d:1: chưa đủ/).waitFor();
  await page.locator('.wb-line .wb-told', { hasText: 'theme.accent' }).waitFor();
  await field(page, 'theme.accent').fill('#5a1a6e');
  await page.getByText('site.json không có lỗi.').waitFor();
  await bench.phone.locator('.mc-box[style*="#5a1a6e"]').waitFor();
  assert.match(await page.locator('#ws-tag').inputValue(), /^<a href="http:[^"]*\/Q\/04795">Đánh giá: Phường Thử<\/a>\n<script src="[^"]*\/embed\.js"><\/script>$/);
  await page.reload();
  await bench.act('Trang của phường').click();
  assert.equal(await field(page, 'theme.accent').inputValue(), '#5a1a6e');

  await page.getByLabel('Có tra cứu thủ tục').check();
  const zip = await bench.saved('Tải thư mục trang (.zip)');
  const folder = await mkdtemp(join(tmpdir(), 'mot-cua-'));
  await writeFile(join(folder, 'site.zip'), zip.bytes);
  const script = 'import sys, zipfile; zipfile.ZipFile(sys.argv[1]).extractall(sys.argv[2])';
  await run('python3', ['-c', script, join(folder, 'site.zip'), join(folder, 'site')]);
  const check = await run(BINARY, ['check', join(folder, 'site')]);
  assert.match(check.stdout, /^0 errors, 0 warnings$/m, check.stdout);
  const built = ['build', '--site', join(folder, 'site'), '--page', process.env.MC_PAGE, '--out', join(folder, 'dist')];
  await run(BINARY, built, { cwd: ROOT });
  await run('grep', ['-q', 'Phường Thử', join(folder, 'dist/Q/04795-1/index.html')]);
  await rm(folder, { recursive: true });
  assert.deepEqual(sent, []);
  calm();
  await end();
});

test('what the form does not know survives, and a file that is none is refused', async () => {
  const { page, bench, calm, end } = await visit();
  await bench.act('Trang của phường').focus();
  await page.keyboard.press('Enter');
  await bench.file('ws-open', 'site.json', '{"v":1,');
  await page.locator('.wb-refused').getByText('site.json').first().waitFor();
  const own = { v: 1, name: { vi: 'A', km: 'ក' }, units: [{ id: 'AB', name: 'A' }], catalogue: false, above: { name: 'B', url: 'tel:1022' }, later: [1] };
  await bench.file('ws-open', 'site.json', JSON.stringify(own));
  await field(page, 'name-vi').fill('Â');
  await page.locator('#ws-state', { hasText: 'Còn 1 lỗi' }).waitFor();
  await bench.tabTo('[id="ws-units[0].id"]');
  await page.keyboard.press('Tab');
  await page.keyboard.type('0218');
  await page.keyboard.press('Control+z');
  await page.waitForFunction(() => document.getElementById('ws-units[0].phone').value === '');
  // What cannot be used yet is not taken away unnoticed.
  const asked = new Promise((done) => page.once('dialog', (dialog) => dialog.accept().then(() => done(dialog.message()))));
  const saved = await bench.saved('Chỉ tải site.json');
  assert.match(await asked, /^Còn 1 lỗi/);
  assert.deepEqual(JSON.parse(saved.bytes), { ...own, name: { vi: 'Â', km: 'ក' } });
  calm();
  await end();
});

test('a test answer: accepted, told twice, deleted; and each failure in words, with what to ask for', async () => {
  const mute = await stranger((request, reply) => reply.writeHead(request.method === 'OPTIONS' ? 405 : 200).end('{}'));
  const odd = await stranger((request, reply) => {
    reply.writeHead(request.method === 'OPTIONS' ? 204 : 200, { 'access-control-allow-origin': '*', 'access-control-allow-headers': '*', 'content-type': 'text/plain' });
    reply.end(request.method === 'OPTIONS' ? '' : 'thanks');
  });
  const gone = `127.0.0.1:${await freePort()}`;
  const { page, bench, sent, calm, end } = await visit({ hosts: [mute.host, odd.host, gone], allow: [/Access-Control|ERR_FAILED|ERR_CONNECTION_REFUSED|404|405|favicon/] });
  await filled({ page, bench });
  const says = async (words) => {
    await page.locator('#ws-try').click();
    await page.locator('.wb-try .wb-told', { hasText: words }).first().waitFor();
  };
  await says('được nhận');
  await page.locator('.wb-try').getByText('Câu trả lời thử đã được xóa.').waitFor();
  assert.deepEqual(await collector.rows(), []);
  assert.equal(sent.length, 3);
  await field(page, 'submit.url').fill(`${mute.url}/answers`);
  await says('không cho trang ở');
  assert.match(await page.locator('.wb-ask').innerText(), new RegExp(`Allow-Origin: ${collector.origin}\n.*POST\n.*content-type, idempotency-key`));
  await field(page, 'submit.url').fill(`${odd.url}/answers`);
  await says('không như Bộ thu của Một Cửa: thanks');
  await field(page, 'submit.url').fill(`http://${gone}/answers`);
  await says('Không có ai trả lời');
  await field(page, 'submit.url').fill('/nowhere');
  await says('không có gì (mã 405)');
  await field(page, 'url').fill('https://danhgia.example.vn');
  await says('Hãy mở https://danhgia.example.vn/workbench/');
  await field(page, 'submit.url').fill('http://x.example/answers');
  await says('trình duyệt cấm');
  await Promise.all([mute.stop(), odd.stop()]);
  calm();
  await end();
});

test('it fits a phone and is free of barriers', async () => {
  const { page, bench, calm, end } = await visit({ viewport: { width: 360, height: 740 }, bypassCSP: true });
  await bench.act('Trang của phường').click();
  await everywhere(page, 'start');
  await bench.act('Lấy trang đang dùng ở đây').click();
  await field(page, 'theme.accent').fill('#2f9e7f');
  await page.locator('.wb-line .wb-told').first().waitFor();
  await page.locator('#ws-source-box summary').click();
  await everywhere(page, 'form');
  calm();
  await end();
});
