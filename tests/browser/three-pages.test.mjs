// A site whose survey needs every question type, and that has look-up: two pages, each the way to the other.
import assert from 'node:assert/strict';
import { rm } from 'node:fs/promises';
import { after, before, describe, test } from 'node:test';
import { Collector, loaded, phone, withBrowser } from './harness.mjs';
import { LookPage } from './pages/look.mjs';
import { RatePage } from './pages/rate.mjs';
import { SurveyPage, siteAsking } from './pages/survey.mjs';

withBrowser();
/** Faces, and a question that depends on them: the small page cannot. */
const SURVEY = {
  pages: [
    { elements: [{ type: 'rating', name: 'overall', title: 'Ông/bà hài lòng không?', rateValues: [1, 2, 3, 4, 5] }] },
    { elements: [{ type: 'dropdown', name: 'why', title: 'Vì sao?', choices: ['a', 'b'], visibleIf: '{overall} < 5' }] },
  ],
};
let site;
let collector;
before(async () => {
  site = await siteAsking('logic', JSON.stringify(SURVEY), true);
  collector = await Collector.start({ site });
});
after(async () => {
  await collector?.stop();
  await rm(site, { recursive: true, force: true });
});

describe('a survey of any kind beside look-up', () => {
  test('from the faces to look-up, to a procedure, and back to the faces about it', async () => {
    const visit = await phone(collector);
    const { page } = visit;
    const rate = await new RatePage(page).open(collector.origin);
    await rate.ready();
    assert.equal(await loaded(page), 'full');

    await page.locator('.mc-nav button').nth(1).tap();
    const look = new LookPage(page);
    await page.locator('#mc-query').waitFor();
    assert.match(await loaded(page), /more/);
    await look.type('dang ky khai sinh');
    await look.hit(0).tap();
    await page.getByRole('heading', { level: 1, name: /khai sinh/i }).waitFor();
    const code = page.url().split('#p/')[1];
    await page.locator('.mc-app').getByRole('button', { name: /Đánh giá/ }).first().tap();
    await page.locator('.mc-place', { hasText: code }).waitFor();
    await rate.ready();
    await rate.tap(4);
    await new SurveyPage(page).shown();
    const [row] = await collector.until((rows) => rows.length === 1);
    assert.equal(row.procedure ?? row.place?.procedure, code);
    visit.calm();
    await visit.end();
  });

  test('who comes to look up loads look-up alone', async () => {
    const visit = await phone(collector);
    await new LookPage(visit.page).open(collector.origin);
    assert.equal(await loaded(visit.page), 'more');
    visit.calm();
    await visit.end();
  });
});
