// F34: bytes of the browser's own database are flipped while it is closed.
import assert from 'node:assert/strict';
import { readFile, readdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { Collector } from '../browser/harness.mjs';
import { backlog, stuff } from './backlog.mjs';
import { Profile } from './chromium.mjs';
import * as faults from './faults.mjs';
import { PendingPage } from './pages.mjs';
import { Proxy } from './proxy.mjs';

let collector, proxy, profile;
before(async () => {
  collector = await Collector.start();
  proxy = await Proxy.start(collector);
  profile = await Profile.make();
});
after(async () => {
  await profile?.kill();
  await profile?.remove();
  await proxy?.stop();
  await collector?.stop();
});

/** Files of our database in the profile. */
async function files() {
  const folder = join(profile.folder, 'Default/IndexedDB');
  const all = await readdir(folder, { recursive: true, withFileTypes: true });
  return all.filter((entry) => entry.isFile() && /\.(log|ldb)$/.test(entry.name)).map((entry) => join(entry.parentPath ?? entry.path, entry.name));
}

/** Text as IndexedDB writes it: two bytes a letter, or one. */
function find(bytes, text) {
  const wide = bytes.indexOf(Buffer.from(text, 'utf16le'));
  return wide >= 0 ? { at: wide, step: 2 } : { at: bytes.indexOf(text), step: 1 };
}

async function open(page) {
  await page.goto(`${proxy.origin}/#pending`);
  await page.getByRole('heading', { level: 1, name: 'Đánh giá trên máy này' }).waitFor();
}

async function rate(page) {
  await page.goto(`${proxy.origin}/Q/04795-3/DR`);
  await page.locator('.mc-nav').waitFor();
  await page.locator('label.mc-face:has(input[value="5"])').click();
}

test('F34 a row that is no answer any more: named, to be carried away, and in nobody’s way', async () => {
  proxy.fault = faults.reset;
  let page = await profile.start();
  await open(page);
  const [good, bad] = backlog(2);
  await stuff(page, [good]);
  await page.evaluate(async ([key, text]) => {
    const request = indexedDB.open('mot-cua');
    await new Promise((done) => (request.onsuccess = done));
    const all = request.result.transaction('queue', 'readwrite');
    all.objectStore('queue').put(text, key);
    await new Promise((done) => (all.oncomplete = done));
  }, [`${bad.id}:1`, JSON.stringify(bad).slice(0, -40)]);
  await page.reload();
  const pending = new PendingPage(page);
  await page.locator('[data-row="damaged"]').getByText('bị hỏng').waitFor();
  assert.equal(await page.locator('.mc-way[data-row]').count(), 2);
  const text = await pending.copy(1);
  assert.ok(text.includes(bad.id), text);
  proxy.fault = (exchange) => exchange.pass();
  await rate(page);
  await page.locator('.mc-keeping[data-keep="sent"]').waitFor();
  await collector.until((rows) => rows.length === 2);
  await open(page);
  await page.locator('[data-row="damaged"]').waitFor();
  await pending.delete(0);
  await pending.empty();
  await page.reload();
  await pending.empty();
  assert.equal(await page.locator('[data-row="damaged"]').count(), 0);
  await profile.close();
});

test('F34 bytes flipped in the files of the database: the page starts, new answers are kept and arrive', async () => {
  proxy.fault = faults.reset;
  let page = await profile.start();
  await open(page);
  const rows = backlog(6);
  await stuff(page, rows);
  await profile.close();
  let flipped = 0;
  for (const file of await files()) {
    const bytes = await readFile(file);
    for (const { id } of rows.slice(0, 3)) {
      const { at, step } = find(bytes, id);
      if (at < 0) continue;
      for (let letter = 0; letter < 8; letter++) bytes[at + letter * step] ^= 0x15;
      flipped++;
    }
    await writeFile(file, bytes);
  }
  assert.ok(flipped > 0, 'no row of ours in the files');
  page = await profile.start();
  const before = (await collector.rows()).length;
  await rate(page);
  const kept = page.locator('.mc-keeping[data-keep="kept"], .mc-keeping[data-keep="unkept"]');
  await kept.waitFor();
  proxy.fault = (exchange) => exchange.pass();
  await page.locator('.mc-keeping[data-keep="sent"]').waitFor({ timeout: 30_000 });
  await collector.until((rows) => rows.length > before && rows.some((row) => row.answers.overall === 5));
  await profile.close();
});
