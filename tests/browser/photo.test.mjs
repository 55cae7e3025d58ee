// A photo in an answer, from the citizen's file to the collector's database.
import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { readFile, readdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { execFile } from 'node:child_process';
import { after, before, test } from 'node:test';
import { promisify } from 'node:util';
import { BINARY, Collector, phone, withBrowser } from './harness.mjs';
import { SurveyPage, siteAsking } from './pages/survey.mjs';

withBrowser();
const SECRET = 'GPS 21.0278N 105.8342E';
const AWAY = { allow: [/net::ERR_/, /Failed to load resource/] };
let site;
let collector;
before(async () => {
  site = await siteAsking('feedback');
  collector = await Collector.start({ site });
});
after(async () => {
  await collector?.stop();
  await rm(site, { recursive: true, force: true });
});

/** A picture of 2,000 px as a phone's camera writes it: with the place in it. */
async function fromCamera(page) {
  const base64 = await page.evaluate(async () => {
    const canvas = Object.assign(document.createElement('canvas'), { width: 2000, height: 1500 });
    const pen = canvas.getContext('2d');
    pen.fillStyle = '#c33';
    pen.fillRect(100, 100, 900, 900);
    return canvas.toDataURL('image/jpeg', 0.9).split(',')[1];
  });
  const picture = Buffer.from(base64, 'base64');
  const exif = Buffer.concat([Buffer.from('Exif\0\0II*\0\x08\0\0\0\0\0', 'latin1'), Buffer.from(SECRET)]);
  const head = Buffer.from([0xff, 0xe1, 0, exif.length + 2]);
  return Buffer.concat([picture.subarray(0, 2), head, exif, picture.subarray(2)]);
}

async function begun() {
  const visit = await phone(collector, AWAY);
  const survey = await new SurveyPage(visit.page).open(collector.origin);
  await survey.start();
  await survey.field('Xin ông/bà viết ở đây').fill('Ghế chờ bị gãy');
  const field = visit.page.locator('input[type=file]');
  const give = async (buffer, name = 'IMG_Nguyen_Van_A.jpg') => field.setInputFiles({ name, mimeType: 'image/jpeg', buffer });
  const told = (sign) => visit.page.locator(`[data-photo="${sign}"]`).first().waitFor();
  return { visit, survey, page: visit.page, give, told };
}

const mine = (rows) => rows.filter((row) => row.answers.photo?.length);

test('without what the camera wrote beside it, after a reload without a network, once, and gone with its answer', async () => {
  const { visit, survey, page, give, told } = await begun();
  const puts = [];
  page.on('response', (reply) => reply.request().method() === 'PUT' && puts.push(reply.status()));
  await visit.context.route('**/api/**', (route) => route.abort());
  const file = await fromCamera(page);
  assert.ok(file.includes(SECRET));
  await give(file);
  await told('kept');
  assert.equal(await page.locator('.mc-photo img').getAttribute('alt'), 'Ảnh 1');

  await page.reload();
  await page.locator('.mc-photo img').waitFor();
  await told('kept');
  assert.equal(await page.locator('.mc-photo img').evaluate((image) => image.naturalWidth), 1280);
  await visit.context.unroute('**/api/**');
  await page.evaluate(() => dispatchEvent(new Event('online')));
  await told('sent');
  assert.deepEqual(puts, [201]);

  const [row] = await collector.until((rows) => mine(rows).length === 1);
  const [photo] = row.answers.photo;
  assert.deepEqual([photo.name, photo.type], ['photo-1.jpg', 'image/jpeg']);
  assert.doesNotMatch(JSON.stringify(row), /IMG_|Nguyen/);
  const out = join(collector.folder, 'export.jsonl');
  await promisify(execFile)(BINARY, ['export', '--db', collector.db, '--format', 'jsonl', '--out', out]);
  const folder = join(collector.folder, 'export.photos');
  const [name] = await readdir(folder);
  const bytes = await readFile(join(folder, name));
  assert.equal(`sha256:${createHash('sha256').update(bytes).digest('hex')}`, photo.content);
  assert.equal(`sha256:${name}`, `${photo.content}.jpg`);
  assert.ok(bytes.length <= 300 * 1024 && !bytes.includes(SECRET) && !bytes.includes('Exif'));

  await survey.toTheEnd();
  await page.locator('[data-act="delete"]').click();
  await page.locator('[data-act="delete-yes"]').click();
  await collector.until((rows) => rows.length === 0);
  const again = await fetch(`${collector.origin}/api/attachments/${photo.content.slice(7)}`, { method: 'PUT', body: bytes, headers: { 'content-type': 'image/jpeg' } });
  assert.equal(again.status, 201, 'it was gone');
  visit.calm();
  await visit.end();
});

test('what is no picture is said at once; a photo that is refused holds up no answer and can be dropped', async () => {
  const { visit, survey, page, give, told } = await begun();
  await give(Buffer.from('%PDF-1.7'), 'don.pdf');
  await page.getByText('Máy không đọc được tệp này').waitFor();
  assert.equal(await page.locator('.mc-photo').count(), 0);

  const refuse = (route) => route.fulfill({ status: 413, contentType: 'application/problem+json', body: '{"type":"x","status":413}' });
  await visit.context.route('**/api/attachments/*', refuse);
  await give(await fromCamera(page));
  await told('attention');
  await survey.toTheEnd();
  await collector.until((rows) => mine(rows).some((row) => row.complete));
  await page.evaluate(() => { location.hash = 'pending'; });
  const row = page.locator('[data-row="photo"]');
  await row.getByText('Nơi nhận không nhận ảnh này').waitFor();
  await row.locator('[data-act="drop-photo"]').click();
  await row.waitFor({ state: 'detached' });
  await page.getByText('Không có đánh giá nào chờ gửi').waitFor();
  visit.calm();
  await visit.end();
});

test('by keyboard and by name: chosen, taken out, and the focus stays in the question', async () => {
  const { visit, page, give } = await begun();
  const field = page.getByLabel(/^Chụp hoặc chọn ảnh/);
  assert.equal(await field.getAttribute('accept'), 'image/*');
  await field.focus();
  assert.equal(await page.evaluate(() => document.activeElement.type), 'file');
  await give(await fromCamera(page));
  await page.getByRole('button', { name: 'Bỏ ảnh này: ảnh 1' }).focus();
  await page.keyboard.press('Enter');
  await page.locator('.mc-photo').waitFor({ state: 'detached' });
  await page.waitForFunction(() => document.activeElement.type === 'file');
  visit.calm();
  await visit.end();
});
