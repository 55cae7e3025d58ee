// Several tabs with one queue, and a queue that is long.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { backlog, stuff } from './backlog.mjs';
import { PendingPage } from './pages.mjs';
import { Visit, scene } from './visit.mjs';

const at = scene();

const LONG = Boolean(process.env.MC_LONG);

const withoutLocks = (context) =>
  context.addInitScript(() => Object.defineProperty(navigator, 'locks', { get: () => undefined }));

for (const [name, spoil] of [
  ['with Web Locks', async () => {}],
  ['without Web Locks', withoutLocks],
]) {
  test(`F37 three tabs, ${name}: one sends at a time, each answer once; when it dies another goes on`, async () => {
    const visit = await Visit.begin(at.proxy);
    const { context } = visit.phone;
    await spoil(context);
    const rows = backlog(24);
    await stuff(visit.page, rows);
    await visit.page.close();
    // As the network really is: a reply takes its time, so that two senders would overlap.
    at.proxy.fault = async (exchange) => {
      await new Promise((done) => setTimeout(done, 30));
      await exchange.pass();
    };
    const tabs = await Promise.all([1, 2, 3].map(() => context.newPage()));
    await Promise.all(tabs.map((tab) => tab.goto(`${at.proxy.origin}/#pending`)));
    await visit.until(() => at.proxy.posts.length >= 5, () => 'nobody sends');
    // Whichever it is: the first two tabs die, the third has to finish.
    await tabs[0].close();
    await tabs[1].close();
    visit.page = tabs[2];
    // Where there are no locks, what a dead tab held runs out with time.
    await visit.until(
      async () => {
        await visit.page.clock.fastForward(1_000);
        return (await visit.queue()).length === 0;
      },
      () => 'the last tab does not finish',
    );
    assert.equal((await visit.rows()).length, rows.length);
    assert.equal(at.proxy.mostFlying, 1);
    // A tab that died may have left one request whose reply nobody heard.
    assert.ok(at.proxy.posts.length <= rows.length + 2, `${at.proxy.posts.length} requests for ${rows.length} answers`);
    await visit.end();
  });
}

test('F38 a long backlog, every third request fails in one way or another: all arrive once, the screen lists them', async () => {
  const count = LONG ? 1000 : 150;
  const visit = await Visit.begin(at.proxy, { chance: 0 });
  await stuff(visit.page, backlog(count));
  await visit.page.addInitScript(() => {
    window.__long = [];
    new PerformanceObserver((list) => window.__long.push(...list.getEntries().map((entry) => Math.round(entry.duration)))).observe({ type: 'longtask' });
  });
  let down = true;
  at.proxy.fault = (exchange, nth) => {
    if (down) return exchange.reset();
    return [() => exchange.pass(), () => exchange.pass(), () => (nth % 2 ? exchange.reset() : exchange.ask().then(() => exchange.reset()))][nth % 3]();
  };
  await visit.page.goto(`${at.proxy.origin}/?again#pending`);
  const pending = new PendingPage(visit.page);
  await pending.row(19).waitFor();
  assert.equal(await visit.page.locator('.mc-way[data-row]').count(), 20);
  await visit.page.getByText(`Còn ${count - 20} đánh giá nữa`).waitFor();
  down = false;
  await pending.sendNow();
  await visit.until(
    async () => {
      await visit.page.clock.fastForward(1_100);
      return (await visit.queue()).length === 0;
    },
    () => 'not all left',
    LONG ? 6000 : 1200,
  );
  const rows = await visit.rows();
  assert.equal(rows.length, count);
  assert.equal(at.proxy.mostFlying, 1);
  const long = await visit.page.evaluate(() => window.__long);
  console.log(`F38: ${count} answers, ${at.proxy.posts.length} requests; tasks of 50 ms or more: ${long.length}, the longest ${Math.max(0, ...long)} ms`);
  await visit.end();
});
