// Messages between a portal and the frame: by origin, source and shape, both ways (docs: security list, item 9).
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { Collector, withBrowser } from './harness.mjs';
import { Portal } from './portal.mjs';

withBrowser();
let collector, portal;
before(async () => {
  collector = await Collector.start();
  const { origin } = collector;
  portal = await Portal.start({
    '/': `<script src="${origin}/embed.js" data-place="04795-1"></script><iframe id="stranger" srcdoc="<p>x"></iframe>`,
    '/plain': `<iframe src="${origin}/Q/04795-1" width="320" height="600"></iframe>`,
  });
});
after(async () => {
  await portal?.stop();
  await collector?.stop();
});

test('item 9: the portal heeds the frame alone, and of its messages those of a known shape', async () => {
  const visit = await portal.visit(collector, '/');
  const { page } = visit;
  await visit.hears('resize');
  const ours = page.frames().find((frame) => frame.url().startsWith(collector.origin));
  const tall = () => page.evaluate(() => document.querySelector('iframe').clientHeight);
  const before = await tall();
  // From another frame, from the portal itself, and from ours in shapes that are none.
  await page.frames().find((frame) => frame.url() === 'about:srcdoc').evaluate(() => parent.postMessage({ mc: 1, kind: 'height', height: 77 }, '*'));
  await page.evaluate(() => postMessage({ mc: 1, kind: 'height', height: 78 }, '*'));
  const events = (await visit.heard()).length;
  await ours.evaluate(() => {
    const bad = [null, 1, 'x', { kind: 'height', height: 79 }, { mc: 2, kind: 'height', height: 80 }, { mc: 1, kind: 'height', height: 1e9 },
      { mc: 1, kind: 'height', height: -5 }, { mc: 1, kind: 'height', height: '81' }, { mc: 1, kind: 'height', height: 81.5 },
      { mc: 1, kind: 'state', state: 'constructor' }, { mc: 1, kind: '__proto__' }, JSON.parse('{"__proto__":{"mc":1,"kind":"height","height":82}}')];
    for (const message of bad) parent.postMessage(message, '*');
  });
  // A good one comes after all of these: then they were read.
  await ours.evaluate(() => parent.postMessage({ mc: 1, kind: 'height', height: 901 }, '*'));
  await page.waitForFunction(() => document.querySelector('iframe').clientHeight === 901);
  assert.equal((await visit.heard()).length, events + 1);
  assert.notEqual(before, 77);
  assert.equal(await page.evaluate(() => ({}).mc), undefined);
  await visit.end();
});

test('item 9: the frame tells nothing until the page around it asks, and then to that origin', async () => {
  const visit = await portal.visit(collector, '/plain', {
    before: (page) => page.addInitScript(() => {
      if (window === top) {
        window.got = [];
        addEventListener('message', (event) => window.got.push(event.data));
      }
    }),
  });
  const { page } = visit;
  await page.waitForFunction(() => window.got.length > 0);
  const ours = page.frames().find((frame) => frame.url().startsWith(collector.origin));
  // Not from the page around.
  await ours.evaluate(() => postMessage({ mc: 1, kind: 'hello' }, '*'));
  await page.frameLocator('iframe').locator('label.mc-face').first().tap();
  await collector.until((rows) => rows.length === 1);
  assert.deepEqual(await page.evaluate(() => window.got), [{ mc: 1, kind: 'here' }]);
  await page.evaluate((origin) => frames[0].postMessage({ mc: 1, kind: 'hello' }, origin), collector.origin);
  await page.waitForFunction(() => window.got.some((said) => said.kind === 'height'));
  const { height } = (await page.evaluate(() => window.got)).find((said) => said.kind === 'height');
  assert.ok(height > 200 && height < 3000, `${height}`);
  await visit.end();
});
