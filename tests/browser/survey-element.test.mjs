// <mot-cua> with a survey that does not begin with faces: the same start, parts, faults and end in the shadow root.
import assert from 'node:assert/strict';
import { copyFile, rm } from 'node:fs/promises';
import { createServer } from 'node:http';
import { join } from 'node:path';
import { test } from 'node:test';
import { Collector, ROOT, phone, withBrowser } from './harness.mjs';
import { siteAsking } from './pages/survey.mjs';

withBrowser();

async function embedded(definition, act) {
  const site = await siteAsking('own', JSON.stringify(definition));
  await copyFile(join(ROOT, 'tests/surveys/so-do.png'), join(site, 'surveys/so-do.png'));
  const collector = await Collector.start({ site });
  const portal = createServer((request, response) => {
    response.setHeader('content-type', 'text/html; charset=utf-8');
    response.end(`<!doctype html><html lang="vi"><title>Cổng</title><h1>Cổng thông tin</h1>
      <mot-cua src="${collector.origin}/" place="04795-1" lang="vi"></mot-cua>
      <script type="module" src="${collector.origin}/element.js"></script>`);
  });
  await new Promise((done) => portal.listen(0, '127.0.0.1', done));
  const origin = `http://portal.test:${portal.address().port}`;
  const visit = await phone(collector, { hosts: [new URL(origin).host], allow: [/favicon/] });
  try {
    await visit.page.goto(origin);
    await act(visit.page, collector);
    visit.calm();
  } finally {
    await visit.end();
    portal.close();
    await collector.stop();
    await rm(site, { recursive: true });
  }
}

const within = (page) => page.evaluate(() => document.activeElement.shadowRoot?.activeElement?.id);

test('a welcome page, a fault and its way there, the answer', () =>
  embedded(
    {
      title: 'Phiếu nhỏ', firstPageIsStartPage: true,
      pages: [
        { name: 'hi', elements: [{ type: 'html', name: 'h', html: '<p>Mời ông/bà trả lời.</p>' }] },
        { name: 'one', title: 'Phần một', elements: [{ type: 'image', name: 'i', imageLink: 'surveys/so-do.png', altText: 'Sơ đồ' }, { type: 'rating', name: 'r', title: 'Mấy điểm?', rateType: 'stars' }, { type: 'text', name: 'a', title: 'Câu a', isRequired: true }] },
      ],
    },
    async (page, collector) => {
      await page.getByText('Mời ông/bà trả lời.').waitFor();
      assert.equal(await page.locator('mot-cua .mc-face').count(), 0);
      await page.locator('mot-cua [data-act="start"]').click();
      await page.getByRole('heading', { name: 'Phần một' }).waitFor();
      const picture = page.getByRole('img', { name: 'Sơ đồ' });
      await picture.evaluate((image) => image.decode());
      assert.equal(new URL(await picture.getAttribute('src')).origin, collector.origin);
      await page.locator('mot-cua [data-act="done"]').click();
      await page.locator('mot-cua #mc-faults').waitFor();
      await page.waitForFunction(() => document.activeElement.shadowRoot?.activeElement?.matches('input[type=text]'));
      await page.locator('mot-cua [data-act="done"]').focus();
      await page.locator('mot-cua #mc-faults button').click();
      assert.equal(await within(page), await page.getByLabel('Câu a').getAttribute('id'));
      await page.getByLabel('Câu a').fill('một');
      const star = await page.locator('mot-cua .mc-signs .mc-chip').first().boundingBox();
      assert.ok(star.width >= 48 && star.height >= 48, JSON.stringify(star));
      await page.locator('mot-cua [data-act="done"]').click();
      await page.locator('mot-cua .mc-thanks').waitFor();
      const [row] = await collector.until((rows) => rows[0]?.complete);
      assert.deepEqual([row.answers, row.context.mode], [{ a: 'một' }, 'embed']);
    },
  ));

test('faces begin a longer survey as they do on our own page', () =>
  embedded(
    {
      title: 'Phiếu',
      pages: [
        { name: 'rate', elements: [{ type: 'rating', name: 'overall', title: 'Hài lòng không?' }] },
        { name: 'why', title: 'Thêm', elements: [{ type: 'text', name: 'b', title: 'Câu b', visibleIf: '{overall} < 3' }] },
      ],
    },
    async (page, collector) => {
      // An earlier tap is sent by the page without WebAssembly: it is then shown as one that arrived, with a button to go on.
      await page.locator('mot-cua form[data-pending]').waitFor({ state: 'attached' });
      await page.locator('mot-cua label.mc-face:has(input[value="2"])').tap();
      await page.getByLabel('Câu b').fill('chờ lâu');
      await page.locator('mot-cua [data-act="done"]').click();
      const [row] = await collector.until((rows) => rows[0]?.complete);
      assert.deepEqual(row.answers, { overall: 2, b: 'chờ lâu' });
    },
  ));
