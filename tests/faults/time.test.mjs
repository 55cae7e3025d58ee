// Clocks that are wrong or jump, and pages that sleep.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { MorePage } from '../browser/pages/more.mjs';
import * as faults from './faults.mjs';
import { Visit, scene } from './visit.mjs';

// Playwright switches the back-forward cache off.
const at = scene({ ignoreDefaultArgs: ['--disable-back-forward-cache'] });

test('F07 frozen by the browser for an hour: no burst at waking, one row', async () => {
  const visit = await Visit.begin(at.proxy, { chance: 0.999 });
  await visit.tapUnder(faults.reset);
  await visit.says('kept');
  const cdp = await visit.phone.context.newCDPSession(visit.page);
  await cdp.send('Page.setWebLifecycleState', { state: 'frozen' });
  at.proxy.fault = (exchange) => exchange.pass();
  const before = at.proxy.posts.length;
  await cdp.send('Page.setWebLifecycleState', { state: 'active' });
  await visit.page.clock.fastForward('01:00:00');
  await visit.arrives();
  assert.equal(at.proxy.posts.length, before + 1);
  await visit.end();
});

test('F08 back from the back-forward cache: the line is true, nothing goes twice', async () => {
  const visit = await Visit.begin(at.proxy);
  await visit.page.evaluate(() => addEventListener('pageshow', (event) => (window.__restored = event.persisted)));
  await visit.tapUnder(faults.reset);
  await visit.says('kept');
  at.proxy.fault = (exchange) => exchange.pass();
  await visit.page.goto(`${at.proxy.origin}/thanks/7K3QX0M2VD`);
  // A restored page fires no `load`.
  await visit.page.goBack({ waitUntil: 'commit' });
  assert.equal(await visit.page.evaluate(() => window.__restored), true);
  await visit.page.clock.fastForward(2_000);
  await visit.arrives();
  const { length } = at.proxy.posts;
  await visit.page.clock.fastForward('01:00:00');
  await visit.asked(length);
  await visit.end();
});

for (const [years, date] of [
  ['ten years ahead', '2036-11-22T09:00:00+07:00'],
  ['ten years behind', '2016-11-22T09:00:00+07:00'],
]) {
  test(`F30 the phone's clock is ${years}, then jumps back: the later revision wins, nothing expires`, async () => {
    const visit = await Visit.begin(at.proxy, { time: new Date(date) });
    await visit.tapUnder(faults.reset, 1);
    await visit.says('kept');
    await visit.page.clock.setSystemTime(new Date('2026-01-01T00:00:00+07:00'));
    await new MorePage(visit.page).wrong();
    await visit.rate.tap(5);
    await visit.says('kept');
    await visit.page.clock.setSystemTime(new Date(date));
    await visit.heal();
    const [row] = await visit.arrives();
    assert.equal(row.answers.overall, 5);
    assert.equal(row.savedAt.slice(0, 4), '2026');
    await visit.end();
  });
}
