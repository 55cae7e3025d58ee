// The second promise: nothing is lost or counted twice, and the screen never lies about it.
import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { Collector, phone, withBrowser } from './harness.mjs';
import { MorePage } from './pages/more.mjs';
import { RatePage } from './pages/rate.mjs';
import { ThanksPage } from './pages/thanks.mjs';

withBrowser();
let collector;
before(async () => (collector = await Collector.start()));
after(() => collector?.stop());

const OFFLINE = [/ERR_INTERNET_DISCONNECTED/, /Failed to fetch/, /ERR_CONNECTION_REFUSED/];

describe('kept and sent', () => {
  test('offline: kept on this phone; online again: sent, one row', async () => {
    const visit = await phone(collector, { allow: OFFLINE });
    const rate = await new RatePage(visit.page).open(collector.origin);
    await rate.ready();
    const before = (await collector.rows()).length;
    await visit.context.setOffline(true);
    await rate.tap(4);
    const more = new MorePage(visit.page);
    await more.shown();
    await visit.page.locator('.mc-keeping[data-keep="kept"]').waitFor();
    await more.done();
    assert.equal((await collector.rows()).length, before);
    await visit.context.setOffline(false);
    await new ThanksPage(visit.page).sent();
    const rows = await collector.until((rows) => rows.length === before + 1);
    assert.equal(rows.at(-1).complete, true);
    visit.calm();
    await visit.end();
  });

  test('kept while the page closes; the next opening sends it', async () => {
    const visit = await phone(collector, { allow: OFFLINE });
    const rate = await new RatePage(visit.page).open(collector.origin);
    await rate.ready();
    const before = (await collector.rows()).length;
    await visit.context.setOffline(true);
    await rate.tap(2);
    await visit.page.locator('.mc-keeping[data-keep="kept"]').waitFor();
    await visit.page.close();
    await visit.context.setOffline(false);
    assert.equal((await collector.rows()).length, before);
    const again = await visit.context.newPage();
    await new RatePage(again).open(collector.origin);
    await collector.until((rows) => rows.length === before + 1);
    visit.calm();
    await visit.end();
  });

  test('what is chosen in the moment in which the page is left is kept', async () => {
    const visit = await phone(collector, { allow: OFFLINE });
    const rate = await new RatePage(visit.page).open(collector.origin);
    await rate.ready();
    await visit.context.setOffline(true);
    await rate.tap(2);
    await visit.page.locator('.mc-keeping[data-keep="kept"]').waitFor();
    // A transaction whose page ends is aborted; this browser is sometimes faster.
    await visit.page.evaluate(() => {
      const [own, open] = [IDBDatabase.prototype.transaction, []];
      let left = false;
      IDBDatabase.prototype.transaction = function (...all) {
        open.push(own.apply(this, all));
        if (left) open.at(-1).abort();
        return open.at(-1);
      };
      addEventListener('pagehide', () => {
        left = true;
        for (const one of open) {
          try {
            one.abort();
          } catch {
            // It had ended.
          }
        }
      });
    });
    const chip = await visit.page.locator('.mc-chip').first().elementHandle();
    await Promise.all([visit.page.waitForURL('about:blank'), chip.evaluate((reason) => {
      reason.click();
      location.href = 'about:blank';
    })]);
    await visit.page.close();
    await visit.context.setOffline(false);
    await new RatePage(await visit.context.newPage()).open(collector.origin);
    await collector.until((rows) => rows.some((row) => row.answers.overall === 2 && row.answers.why?.length === 1));
    visit.calm();
    await visit.end();
  });

  test('reload in the middle: the same answer goes on', async () => {
    const visit = await phone(collector);
    const rate = await new RatePage(visit.page).open(collector.origin);
    await rate.ready();
    const before = await collector.rows();
    await rate.tap(3);
    const more = new MorePage(visit.page);
    await more.shown();
    await visit.page.locator('.mc-chip').nth(1).tap();
    await more.words().fill('chờ hơi lâu');
    await visit.page.locator('.mc-keeping[data-keep]').waitFor();
    await visit.page.reload();
    await more.shown();
    assert.equal(await more.words().inputValue(), 'chờ hơi lâu');
    assert.equal(await visit.page.locator('.mc-chip input').nth(1).isChecked(), true);
    await more.done();
    const rows = await collector.until((rows) => rows.length === before.length + 1 && rows.some((row) => row.complete && row.answers.words === 'chờ hơi lâu'));
    assert.equal(rows.length, before.length + 1);
    visit.calm();
    await visit.end();
  });

  test('the back button goes from thanks to the questions to the faces and loses nothing', async () => {
    const visit = await phone(collector);
    const rate = await new RatePage(visit.page).open(collector.origin);
    await rate.ready();
    await rate.tap(4);
    const more = new MorePage(visit.page);
    await more.shown();
    await more.words().fill('tốt');
    await more.done();
    await visit.page.locator('.mc-thanks').waitFor();
    await visit.page.goBack();
    await more.shown();
    assert.equal(await more.words().inputValue(), 'tốt');
    await visit.page.goBack();
    await visit.page.locator('#mc-rate').waitFor({ state: 'visible' });
    assert.equal(await rate.chosen(), '4');
    visit.calm();
    await visit.end();
  });

  test('a login page in place of the answer is no acknowledgement', async () => {
    const visit = await phone(collector);
    let portal = true;
    await visit.context.route('**/api/responses', (route) =>
      portal ? route.fulfill({ status: 200, contentType: 'text/html', body: '<title>Wi-Fi</title>' }) : route.continue());
    const rate = await new RatePage(visit.page).open(collector.origin);
    await rate.ready();
    const before = (await collector.rows()).length;
    await rate.tap(5);
    await visit.page.locator('.mc-keeping[data-keep="attention"]').waitFor();
    assert.match(await visit.page.locator('.mc-keeping').textContent(), /Wi-Fi/);
    portal = false;
    await visit.page.reload();
    await visit.page.locator('.mc-keeping[data-keep="sent"]').waitFor();
    await collector.until((rows) => rows.length === before + 1);
    visit.calm();
    await visit.end();
  });

  test('"delete this rating" removes it here and on the server', async () => {
    const visit = await phone(collector);
    const rate = await new RatePage(visit.page).open(collector.origin);
    await rate.ready();
    const before = (await collector.rows()).length;
    await rate.tap(1);
    const more = new MorePage(visit.page);
    await more.shown();
    await more.done();
    await new ThanksPage(visit.page).sent();
    await collector.until((rows) => rows.length === before + 1);
    // Two steps, and the first tap again changes one's mind.
    await visit.page.locator('[data-act="delete"]').tap();
    await visit.page.getByRole('button', { name: 'Giữ lại' }).tap();
    await visit.page.locator('[data-act="delete"]').tap();
    await visit.page.locator('[data-act="delete-yes"]').tap();
    await visit.page.locator('.mc-keeping[data-keep="sent"]', { hasText: 'Đã xóa' }).waitFor();
    await collector.until((rows) => rows.length === before);
    visit.calm();
    await visit.end();
  });
});
