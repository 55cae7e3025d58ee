// The one tag in a portal's page: link, script, frame. The portal is left as it was, and a portal that allows less has the link.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { Collector, withBrowser } from './harness.mjs';
import { Portal } from './portal.mjs';

withBrowser();
let collector, portal;
const HOSTILE = '<style>* { all: unset !important } html { font-size: 62.5% }</style>';
before(async () => {
  collector = await Collector.start();
  const { origin } = collector;
  const tag = (place, attributes = '') =>
    `<a href="${origin}/Q/${place}">Đánh giá ${place}</a><script ${attributes} src="${origin}/embed.js"></script>`;
  const below = '<p id="below">Tin của phường</p>';
  portal = await Portal.start({
    '/': `<h1>Cổng</h1>${tag('04795-1')}${below}`,
    '/two': `${tag('04795-1')}${tag('04795-2')}`,
    '/attributes': `<script src="${origin}/embed.js" data-place="04795-1" data-lang="en" data-height="700"></script>`,
    '/far': `<div style="height: 3000px"></div>${tag('04795-1', 'async')}`,
    '/hostile': `${HOSTILE}<body dir="rtl">${tag('04795-1')}`,
    '/no-scripts': { html: tag('04795-1'), headers: { 'content-security-policy': "default-src 'self'; script-src 'self'" } },
    '/no-frames': { html: tag('04795-1'), headers: { 'content-security-policy': `default-src 'self'; script-src ${origin}; frame-src 'self'` } },
    '/strict': { html: tag('04795-1'), headers: { 'content-security-policy': `default-src 'none'; script-src ${origin}; frame-src ${origin}` } },
    '/print': `<iframe src="${origin}/print/"></iframe><iframe src="${origin}/api/results?unit=04795&month=2026-09"></iframe>`,
    '/refused': `<a href="${origin}/print/">In</a><script src="${origin}/embed.js"></script>`,
    '/figures': `<a href="${origin}/results/public?unit=04795">Kết quả</a><script src="${origin}/embed.js"></script>`,
    '/bad-place': `<script src="${origin}/embed.js" data-place="../../evil?x=//evil.example"></script>`,
  });
});
after(async () => {
  await portal?.stop();
  await collector?.stop();
});

const framed = (page, at = 0) => page.frameLocator('iframe').nth(at);
const face = (frame, value) => frame.locator(`label.mc-face:has(input[value="${value}"])`);

test('a link becomes a frame of the right height; a face in it is one answer, and the portal hears that, not which', async () => {
  const visit = await portal.visit(collector, '/');
  const { page } = visit;
  await visit.hears('ready');
  await visit.hears('resize');
  assert.ok(await page.evaluate(() => window.shifted) < 0.001, 'nothing of the portal moved');
  await page.evaluate(() => scrollTo(0, 50));
  const at = await page.evaluate(() => scrollY);
  await face(framed(page), 5).tap();
  const [row] = await collector.until((rows) => rows.length === 1);
  assert.equal(row.context.mode, 'embed');
  assert.equal(row.tier, 'embed');
  await visit.hears('rated');
  await visit.hears('sent');
  await framed(page).locator('.mc-more-screen').waitFor();
  assert.deepEqual(await page.evaluate(() => window.heard.filter(([, detail]) => detail !== null)), []);
  // To the pixel, after the next screen came.
  await page.waitForFunction(() => {
    const frame = document.querySelector('iframe');
    return frame.clientHeight > 300;
  });
  const inside = await page.frames()[1].evaluate(() => Math.ceil(document.body.getBoundingClientRect().height));
  await page.waitForFunction((inside) => Math.abs(document.querySelector('iframe').clientHeight - inside) <= 1, inside);
  assert.equal(page.url(), `${portal.origin}/`);
  assert.equal(await page.evaluate(() => scrollY), at, 'the portal did not scroll');
  assert.equal(await page.evaluate(() => history.length), 2);
  assert.deepEqual(await visit.newGlobals(), []);
  assert.equal(await page.locator('a').isHidden(), true);
  visit.calm();
  await visit.end();
});

test('the public figures are framed like a desk, as tall as they are', async () => {
  const visit = await portal.visit(collector, '/figures');
  await visit.hears('resize');
  const inside = await visit.page.frames()[1].evaluate(() => Math.ceil(document.body.getBoundingClientRect().height));
  await visit.page.waitForFunction((inside) => document.querySelector('iframe').clientHeight === inside, inside);
  visit.calm();
  await visit.end();
});

test('two on a page are two desks', async () => {
  const visit = await portal.visit(collector, '/two');
  for (const [at, value] of [[0, 4], [1, 2]]) {
    await visit.page.locator('iframe').nth(at).scrollIntoViewIfNeeded();
    await face(framed(visit.page, at), value).tap();
  }
  const rows = await collector.until((rows) => rows.length === 3);
  const said = rows.map((row) => `${row.place.counter}:${row.answers.overall}`).sort();
  assert.deepEqual(said, ['1:4', '1:5', '2:2']);
  visit.calm();
  await visit.end();
});

test('attributes instead of a link; a place that is none leads to our front page and nowhere else', async () => {
  const visit = await portal.visit(collector, '/attributes');
  await visit.hears('ready');
  assert.equal(await visit.page.locator('iframe').getAttribute('src'), `${collector.origin}/Q/04795-1?lang=en`);
  assert.equal(await visit.page.locator('iframe').getAttribute('title'), 'Rate the service');
  await visit.page.goto(`${portal.origin}/bad-place`);
  assert.equal(await visit.page.locator('iframe').getAttribute('src'), `${collector.origin}/`);
  await visit.end();
});

test('nothing is asked for before it is in view', async () => {
  const asked = [];
  const visit = await portal.visit(collector, '/far', {
    before: (page) => page.on('request', (request) => asked.push(new URL(request.url()).pathname)),
  });
  await visit.page.locator('iframe').waitFor({ state: 'attached' });
  await visit.page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))));
  assert.deepEqual(asked.filter((path) => !['/far', '/favicon.ico'].includes(path)), ['/embed.js']);
  await visit.page.locator('iframe').scrollIntoViewIfNeeded();
  await visit.hears('ready');
  visit.calm();
  await visit.end();
});

test('hostile styles and right-to-left leave a frame that can be tapped', async () => {
  const visit = await portal.visit(collector, '/hostile');
  await visit.hears('ready');
  const { width, height } = await visit.page.locator('iframe').boundingBox();
  assert.ok(width > 300 && height > 300, `${width} × ${height}`);
  assert.ok((await face(framed(visit.page), 5).boundingBox()).height >= 48);
  await visit.end();
});

test('where scripts are forbidden the link is there; where frames are, it comes back', async () => {
  for (const path of ['/no-scripts', '/no-frames']) {
    const visit = await portal.visit(collector, path, { allow: [/Content Security Policy|policy:|violates/i] });
    await visit.page.locator('a').waitFor();
    await visit.page.locator('iframe').waitFor({ state: 'detached' });
    assert.equal(await visit.page.locator('a').isVisible(), true, path);
    if (path === '/no-frames') await visit.hears('error');
    await visit.end();
  }
});

test('a portal that allows nothing but our script and frame needs to allow nothing more', async () => {
  const visit = await portal.visit(collector, '/strict', { allow: [/favicon/] });
  await visit.hears('ready');
  await visit.hears('resize');
  visit.calm();
  await visit.end();
});

test('codes to print are shown in no frame', async () => {
  const visit = await portal.visit(collector, '/print', { allow: [/frame-ancestors|Framing|refused|404|400/i] });
  const shown = () => Promise.all(visit.page.frames().slice(1).map((frame) => frame.url()));
  await visit.page.waitForLoadState('load');
  assert.ok(!(await shown()).some((url) => url.endsWith('/print/')), String(await shown()));
  await visit.end();
});

/** Timers of the portal's page that wait ten seconds are kept, to be let go by hand; a frame of ours speaks at its very start. */
const patience = (page) =>
  page.addInitScript(() => {
    if (window !== top) {
      if (location.pathname.startsWith('/Q/')) parent.postMessage({ mc: 1, kind: 'here' }, '*');
      return;
    }
    window.waiting = new Map();
    const [set, clear] = [window.setTimeout, window.clearTimeout];
    window.setTimeout = (act, ms, ...rest) => {
      if (ms !== 10000) return set(act, ms, ...rest);
      window.waiting.set(-1 - window.waiting.size, act);
      return -window.waiting.size;
    };
    window.clearTimeout = (id) => window.waiting.delete(id) || clear(id);
  });
const letGo = (page) => page.evaluate(() => [...window.waiting.values()].forEach((act) => act()));

/** A page that spoke before its document had loaded was taken away ten seconds later. */
test('a frame that is there stays; one that is refused without a word gives way to the link', async () => {
  // Its early word is the only one.
  const silent = (page) => page.route('**/frame.js', (route) => route.abort()).then(() => patience(page));
  const there = await portal.visit(collector, '/', { before: silent, allow: [/frame\.js/] });
  await there.hears('ready');
  await there.page.waitForLoadState('load');
  await letGo(there.page);
  assert.equal(await there.page.locator('iframe').count(), 1);
  await there.end();
  const refused = await portal.visit(collector, '/refused', { before: patience, allow: [/frame-ancestors|Framing|refused/i] });
  await refused.page.waitForFunction(() => window.waiting.size === 1);
  assert.equal(await refused.page.locator('a').isVisible(), false);
  await letGo(refused.page);
  assert.equal(await refused.page.locator('a').isVisible(), true);
  assert.equal(await refused.page.locator('iframe').count(), 0);
  await refused.end();
});
