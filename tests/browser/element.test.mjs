// <mot-cua> on a bare page of another host: the same views in a shadow root; the host is left alone.
import assert from 'node:assert/strict';
import { createServer } from 'node:http';
import { after, before, test } from 'node:test';
import { Collector, phone, withBrowser } from './harness.mjs';

withBrowser();
let collector, portal, portalOrigin;
before(async () => {
  collector = await Collector.start();
  portal = createServer((request, response) => {
    response.setHeader('content-type', 'text/html; charset=utf-8');
    response.end(`<!doctype html><html lang="vi"><title>Cổng</title><h1>Cổng thông tin</h1>
      <mot-cua src="${collector.origin}/" place="04795-1" lang="vi"></mot-cua>
      <script type="module" src="${collector.origin}/element.js"></script>`);
  });
  await new Promise((done) => portal.listen(0, '127.0.0.1', done));
  portalOrigin = `http://portal.test:${portal.address().port}`;
});
after(async () => {
  portal?.close();
  await collector?.stop();
});

test('the element rates from a foreign page and leaves its address and its globals alone', async () => {
  const visit = await phone(collector, { hosts: [new URL(portalOrigin).host], allow: [/favicon/] });
  const { page } = visit;
  await page.addInitScript(() => { window.__before = Object.keys(window); });
  await page.goto(portalOrigin);
  const face = page.locator('mot-cua label.mc-face:has(input[value="5"])');
  await face.waitFor();
  await page.locator('mot-cua .mc-nav').waitFor();
  await face.tap();
  const [row] = await collector.until((rows) => rows.length === 1);
  assert.deepEqual(row.place, { unit: '04795', counter: '1' });
  assert.equal(row.context.mode, 'embed');
  await page.locator('mot-cua .mc-more-screen').waitFor();
  assert.equal(page.url(), `${portalOrigin}/`);
  const globals = await page.evaluate(() => Object.keys(window).filter((key) => !window.__before.includes(key) && key !== '__before'));
  assert.deepEqual(globals, []);
  visit.calm();
  await visit.end();
});
