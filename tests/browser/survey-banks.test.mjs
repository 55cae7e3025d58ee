// Every bank of questions that ships runs from the first screen to the row.
import assert from 'node:assert/strict';
import { readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { test } from 'node:test';
import { Collector, ROOT, phone, withBrowser } from './harness.mjs';
import { RatePage } from './pages/rate.mjs';
import { SurveyPage, siteAsking } from './pages/survey.mjs';

withBrowser();

const BANKS = { 'sipas-2023': 'faces', 'sipas-22': 'faces', internal: 'faces', 'one-stop-nine': 'start', nps: 'start', feedback: 'start' };

for (const [name, opening] of Object.entries(BANKS)) {
  test(`${name}: answered from the first screen to the row`, async () => {
    const site = await siteAsking(name);
    const collector = await Collector.start({ site });
    const visit = await phone(collector);
    const survey = new SurveyPage(visit.page);
    await survey.open(collector.origin);
    if (opening === 'faces') {
      await new RatePage(visit.page).tap(4);
      await collector.until((rows) => rows.length === 1 && Object.values(rows[0].answers)[0] === 4);
    } else {
      await survey.start();
    }
    await survey.toTheEnd();
    const [row] = await collector.until((rows) => rows[0]?.complete);
    const definition = JSON.parse(await readFile(join(ROOT, 'public/surveys', `${name}.json`), 'utf8'));
    const asked = definition.pages.flatMap((page) => page.elements);
    const required = asked.filter((question) => question.isRequired || question.type === 'rating').map((question) => question.name);
    for (const question of required) assert.ok(question in row.answers, `${question} of ${JSON.stringify(row.answers)}`);
    assert.equal(row.survey, name);
    assert.equal(row.validated ?? true, true);
    const receipt = await visit.page.locator('.mc-thanks [data-receipt]').innerText();
    assert.ok(receipt.length === 10);
    // The way to where the ward's answer will stand.
    const links = await visit.page.locator('.mc-thanks a[href*="receipt"]').evaluateAll((links) => links.map((link) => link.getAttribute('href')));
    assert.deepEqual(links, [`/receipt?code=${receipt}`]);
    visit.calm();
    await visit.end();
    await collector.stop();
    await rm(site, { recursive: true });
  });
}
