// What the citizen finds at the next opening, and what can be done in a browser that saves no files.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { RatePage } from '../browser/pages/rate.mjs';
import * as faults from './faults.mjs';
import { PendingPage } from './pages.mjs';
import { Visit, scene } from './visit.mjs';

const at = scene();

test('F39 the next opening tells of what waits, below the faces, and leads to it', async () => {
  const visit = await Visit.begin(at.proxy);
  await visit.tapUnder(faults.reset);
  await visit.says('kept');
  await visit.page.close();
  visit.page = await visit.phone.context.newPage();
  visit.rate = await new RatePage(visit.page).open(at.proxy.origin);
  const told = visit.page.locator('.mc-waiting', { hasText: 'Có 1 đánh giá còn trên máy này' });
  await told.waitFor();
  const below = await told.evaluate((line) => line.getBoundingClientRect().top >= document.querySelector('.mc-faces').getBoundingClientRect().bottom);
  assert.equal(below, true);
  await told.getByRole('button', { name: 'Xem' }).tap();
  await new PendingPage(visit.page).row().getByText('Quầy 3').waitFor();
  await visit.heal();
  await new PendingPage(visit.page).empty();
  assert.equal((await visit.rows()).length, 1);
  await visit.end();
});

test('inside Zalo no file is offered, the text is; an answer never sent is deleted in two steps', async () => {
  const userAgent = 'Mozilla/5.0 (Linux; Android 10; SM-A105F; wv) AppleWebKit/537.36 (KHTML, like Gecko) Version/4.0 Chrome/120.0 Mobile Safari/537.36 Zalo android/1';
  const visit = await Visit.begin(at.proxy, { userAgent });
  await visit.tapUnder(faults.reset, 1);
  await visit.says('kept');
  const pending = await new PendingPage(visit.page).open(at.proxy.origin);
  await pending.row().waitFor();
  assert.equal(await pending.act('file').count(), 0);
  assert.match(await pending.copy(), /Rất không hài lòng/);
  await pending.act('delete').tap();
  await visit.page.getByRole('button', { name: 'Giữ lại' }).tap();
  await visit.holds(1);
  await pending.delete();
  // The tap may have gone out before: the receiver is told as well.
  await visit.page.getByText('Đã xóa trên máy này').waitFor();
  await visit.heal();
  await visit.page.getByText('Đã xóa, cả trên máy này và ở nơi nhận').waitFor();
  await visit.holds(0);
  assert.equal((await visit.rows()).length, 0);
  assert.equal(at.proxy.asked.some(({ method }) => method === 'DELETE'), true);
  await visit.end();
});
