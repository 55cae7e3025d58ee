// Vietnamese first, English complete, switched at run time and remembered.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { Collector, phone, withBrowser } from './harness.mjs';
import { MorePage } from './pages/more.mjs';
import { RatePage } from './pages/rate.mjs';

withBrowser();
let collector;
before(async () => (collector = await Collector.start()));
after(() => collector?.stop());

test('the language switches on every screen, is remembered, and travels with the answer', async () => {
  const visit = await phone(collector);
  const rate = await new RatePage(visit.page).open(collector.origin);
  await rate.ready();
  assert.equal(await visit.page.locator('html').getAttribute('lang'), 'vi');
  await visit.page.locator('.mc-lang[hreflang="en"]').tap();
  await visit.page.getByText('Very satisfied').first().waitFor({ state: 'visible' });
  await visit.page.getByRole('button', { name: 'Look up' }).waitFor();
  assert.equal(await visit.page.locator('html').getAttribute('lang'), 'en');
  await rate.tap(4);
  const more = new MorePage(visit.page);
  await more.shown();
  await visit.page.getByText('Thank you').first().waitFor();
  await collector.until((rows) => rows.some((row) => row.lang === 'en'));
  await visit.page.reload();
  await more.shown();
  assert.equal(await visit.page.locator('html').getAttribute('lang'), 'en');
  visit.calm();
  await visit.end();
});
