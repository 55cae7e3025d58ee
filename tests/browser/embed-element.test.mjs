// <mot-cua> in portals that mean well, badly, or nothing at all.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { Collector, withBrowser } from './harness.mjs';
import { NUKEVIET, Portal } from './portal.mjs';

withBrowser();
let collector, portal;
before(async () => {
  collector = await Collector.start();
  const { origin } = collector;
  const script = `<script async src="${origin}/element.js"></script>`;
  const element = (place) => `<mot-cua place="${place}" lang="vi"><a href="${origin}/Q/${place}">Đánh giá</a></mot-cua>`;
  const allowing = (rest) => ({ 'content-security-policy': `default-src 'none'; ${rest}` });
  const html = `${element('04795-1')}${script}`;
  portal = await Portal.start({
    '/': html,
    '/two': `${element('04795-1')}${element('04795-2')}${script}`,
    '/far': `<div style="height: 3000px"></div>${html}`,
    '/hostile': `<style>* { all: unset !important } html { font-size: 62.5% } label { display: none !important }</style><body dir="rtl">${html}`,
    '/no-wasm': { html, headers: allowing(`script-src ${origin}; style-src ${origin}; connect-src ${origin}`) },
    '/no-connect': { html, headers: allowing(`script-src ${origin}; style-src ${origin}`) },
    '/no-script': { html, headers: allowing("script-src 'self'") },
    '/elsewhere': `<mot-cua src="http://evil.test/"><a href="${origin}/">Đánh giá</a></mot-cua>${script}`,
    '/search': `<mot-cua place="04795-1/P1001193" view="search"></mot-cua>${script}`,
    '/procedure': `<mot-cua place="04795-1/P1001193" view="procedure"></mot-cua>${script}`,
    '/results': { html: `<mot-cua place="04795" view="results" lang="en"><a href="${origin}/results/public">Kết quả</a></mot-cua>${script}`, headers: allowing(`script-src ${origin}; connect-src ${origin}; frame-src ${origin}`) },
    '/no-frames': { html: `<mot-cua view="results"><a href="${origin}/results/public">Kết quả</a></mot-cua>${script}`, headers: allowing(`script-src ${origin}; connect-src ${origin}`) },
    '/button': `<mot-cua place="04795-1" mode="button">Đánh giá Quầy 1</mot-cua>${script}`,
    '/attributes': `<mot-cua place='"><img src=x onerror=bad()>/../..//evil.test' lang="__proto__" theme='"><b' view="constructor"></mot-cua>${script}`,
    '/nukeviet': { html, headers: { 'content-security-policy': NUKEVIET } },
    '/sandbox': `<iframe sandbox="allow-scripts allow-forms" src="${origin}/Q/04795-1" width="340" height="700"></iframe>`,
  });
});
after(async () => {
  await portal?.stop();
  await collector?.stop();
});

const face = (page, value, at = 0) => page.locator('mot-cua').nth(at).locator(`label.mc-face:has(input[value="${value}"])`);
const answered = (overall) => collector.until((rows) => rows.some((row) => row.answers.overall === overall));
const POLICY = { allow: [/Content Security Policy|policy:|WebAssembly|wasm|violates/i] };

test('two on a page are two desks, and each hears its own', async () => {
  const visit = await portal.visit(collector, '/two');
  await face(visit.page, 4).tap();
  await visit.page.locator('mot-cua').nth(1).scrollIntoViewIfNeeded();
  await face(visit.page, 2, 1).tap();
  const rows = await collector.until((rows) => rows.length === 2);
  assert.deepEqual(rows.map((row) => `${row.place.counter}:${row.answers.overall} ${row.tier}`).sort(), ['1:4 embed', '2:2 embed']);
  visit.calm();
  await visit.end();
});

test('nothing is asked for before it is in view, and what is inside is shown until then', async () => {
  const asked = [];
  const visit = await portal.visit(collector, '/far', {
    before: (page) => page.on('request', (request) => asked.push(new URL(request.url()).pathname)),
  });
  await visit.page.waitForFunction(() => customElements.get('mot-cua'));
  await visit.page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))));
  assert.deepEqual(asked.filter((path) => !['/far', '/favicon.ico'].includes(path)), ['/element.js']);
  assert.equal(await visit.page.locator('mot-cua a').isVisible(), true);
  await visit.page.locator('mot-cua').scrollIntoViewIfNeeded();
  await visit.hears('ready');
  assert.equal(await visit.page.locator('mot-cua a').isVisible(), false);
  visit.calm();
  await visit.end();
});

test('taken out while it sends, nothing is lost; put back elsewhere, it goes on', async () => {
  const visit = await portal.visit(collector, '/');
  const { page } = visit;
  await visit.hears('ready');
  await page.evaluate(() => {
    const element = document.querySelector('mot-cua');
    element.shadowRoot.querySelector('input[value="3"]').click();
    element.remove();
    window.taken = element;
  });
  await answered(3);
  await page.evaluate(() => {
    const box = document.createElement('div');
    box.append(window.taken);
    document.body.append(box);
  });
  await page.locator('mot-cua .mc-more-screen').waitFor();
  assert.equal((await visit.heard()).filter((name) => name === 'ready').length, 1);
  visit.calm();
  await visit.end();
});

test('the theme may change at any time', async () => {
  const visit = await portal.visit(collector, '/', { colorScheme: 'dark' });
  await visit.hears('ready');
  const ground = () => visit.page.locator('mot-cua .mc-box').evaluate((box) => getComputedStyle(box).backgroundColor);
  const dark = await ground();
  await visit.page.locator('mot-cua').evaluate((element) => element.setAttribute('theme', 'light'));
  assert.notEqual(await ground(), dark);
  await visit.page.locator('mot-cua').evaluate((element) => element.removeAttribute('theme'));
  assert.equal(await ground(), dark);
  await visit.page.emulateMedia({ colorScheme: 'light' });
  assert.notEqual(await ground(), dark);
  await visit.page.locator('mot-cua').evaluate((element) => element.setAttribute('theme', 'dark'));
  assert.equal(await ground(), dark);
  await visit.end();
});

test('it looks up, or shows one procedure, where the portal asks for that', async () => {
  const visit = await portal.visit(collector, '/search');
  await visit.hears('ready');
  await visit.page.locator('mot-cua #mc-query').waitFor();
  assert.equal(await face(visit.page, 5).isVisible(), false);
  await visit.page.goto(`${portal.origin}/procedure`);
  await visit.page.locator('mot-cua .mc-pair').last().waitFor();
  assert.equal(visit.page.url(), `${portal.origin}/procedure`);
  visit.calm();
  await visit.end();
});

test('it shows the public figures as tall as they are; where frames are forbidden, the link', async () => {
  const visit = await portal.visit(collector, '/results');
  const { page } = visit;
  await visit.hears('resize');
  await page.frameLocator('mot-cua iframe').locator('h1', { hasText: 'How people rate us' }).waitFor();
  const inside = await page.frames()[1].evaluate(() => Math.ceil(document.body.getBoundingClientRect().height));
  await page.waitForFunction((inside) => document.querySelector('mot-cua').shadowRoot.querySelector('iframe').clientHeight === inside, inside);
  assert.equal(await page.locator('mot-cua a').isVisible(), false);
  visit.calm();
  await visit.end();
  const refused = await portal.visit(collector, '/no-frames', POLICY);
  await refused.hears('error');
  assert.equal(await refused.page.locator('mot-cua a').isVisible(), true);
  await refused.end();
});

test('as a button it asks for nothing, and opens in its own place', async () => {
  const asked = [];
  const visit = await portal.visit(collector, '/button', {
    before: (page) => page.on('request', (request) => asked.push(new URL(request.url()).pathname)),
  });
  const { page } = visit;
  const button = page.getByRole('button', { name: 'Đánh giá Quầy 1' });
  await button.waitFor();
  assert.ok((await button.boundingBox()).height >= 48);
  assert.deepEqual(asked.filter((path) => !['/button', '/favicon.ico'].includes(path)), ['/element.js']);
  await button.press('Enter');
  await face(page, 5).waitFor();
  await button.waitFor({ state: 'detached' });
  assert.equal(await page.evaluate(() => document.querySelector('mot-cua').shadowRoot.activeElement.className), 'mc mc-box');
  visit.calm();
  await visit.end();
});

test('attributes that are no attributes are a place of the site, in its language', async () => {
  const visit = await portal.visit(collector, '/attributes');
  await visit.page.evaluate(() => (window.bad = () => (window.ran = true)));
  await face(visit.page, 3).waitFor();
  assert.equal(await visit.page.evaluate(() => window.ran || ({}).polluted), undefined);
  assert.equal(await visit.page.locator('mot-cua img').count(), 0);
  visit.calm();
  await visit.end();
});

test('hostile styles reach nothing inside', async () => {
  const visit = await portal.visit(collector, '/hostile');
  await visit.hears('ready');
  const { width, height } = await face(visit.page, 5).boundingBox();
  assert.ok(width >= 48 && height >= 48, `${width} × ${height}`);
  await visit.end();
});

test("without 'wasm-unsafe-eval' the faces are there and an answer arrives", async () => {
  const visit = await portal.visit(collector, '/no-wasm', POLICY);
  await face(visit.page, 1).tap();
  await answered(1);
  await visit.hears('error');
  await visit.hears('sent');
  await visit.end();
});

test('where our host may not be asked, or our script not run, the link stays', async () => {
  for (const path of ['/no-connect', '/no-script', '/elsewhere', '/nukeviet']) {
    const visit = await portal.visit(collector, path, POLICY);
    if (!['/no-script', '/nukeviet'].includes(path)) await visit.hears('error');
    assert.equal(await visit.page.locator('a').isVisible(), true, path);
    await visit.end();
  }
});

test('a frame without an origin of its own keeps nothing, and the answer arrives', async () => {
  const visit = await portal.visit(collector, '/sandbox', { allow: [/sandbox|denied|insecure|SecurityError|CORS/i] });
  const before = (await collector.rows()).length;
  await visit.page.frameLocator('iframe').locator('label.mc-face').first().tap();
  await collector.until((rows) => rows.length === before + 1);
  await visit.end();
});

test('what was not sent is told and sent when asked; the next citizen begins with no face marked', async () => {
  const visit = await portal.visit(collector, '/', { allow: [/ERR_|net::|Failed to fetch/] });
  const { page } = visit;
  const element = page.locator('mot-cua');
  const waiting = (count) => page.waitForFunction((count) => document.querySelector('mot-cua').pending() === count, count);
  await visit.hears('ready');
  const before = (await collector.rows()).length;
  await collector.down();
  await face(page, 2).tap();
  await visit.hears('saved');
  await waiting(1);
  await collector.up();
  await element.evaluate((element) => element.flush());
  await waiting(0);
  await element.evaluate((element) => element.reset());
  await face(page, 5).waitFor();
  assert.equal(await element.locator('input:checked').count(), 0);
  await face(page, 5).tap();
  const rows = await collector.until((rows) => rows.length === before + 2);
  assert.ok([2, 5].every((overall) => rows.some((row) => row.answers.overall === overall)), JSON.stringify(rows));
  await visit.end();
});
