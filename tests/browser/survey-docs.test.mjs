// The worked examples of docs/surveys.md as the page shows them; MC_SHOTS=docs/images/surveys takes their pictures anew.
import assert from 'node:assert/strict';
import { access, copyFile, readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { test } from 'node:test';
import { Collector, ROOT, phone, withBrowser } from './harness.mjs';
import { SurveyPage, siteAsking } from './pages/survey.mjs';

withBrowser();
const TYPES = ['radiogroup', 'rating', 'checkbox', 'boolean', 'dropdown', 'tagbox', 'ranking', 'matrix', 'text', 'comment', 'multipletext', 'expression', 'html', 'image', 'panel', 'paneldynamic', 'file'];

test('every worked example of a type stands on the page, and has its picture', async () => {
  const read = async (type) => JSON.parse(await readFile(join(ROOT, 'tests/surveys', `${type}.json`), 'utf8'));
  const names = new Set();
  const own = (element) => (names.has(element.name) ? { ...element, name: `${element.name}_${names.size}` } : names.add(element.name) && element);
  const pages = [];
  for (const type of TYPES) {
    const example = await read(type);
    const elements = example.elements ?? example.pages.flatMap((page) => page.elements);
    pages.push({ name: type, title: type, elements: elements.map(own) });
  }
  const site = await siteAsking('docs', JSON.stringify({ title: 'Ví dụ', pages }));
  await copyFile(join(ROOT, 'tests/surveys/so-do.png'), join(site, 'surveys/so-do.png'));
  const collector = await Collector.start({ site });
  const visit = await phone(collector, { hasTouch: false });
  try {
    const survey = await new SurveyPage(visit.page).open(collector.origin);
    await survey.start();
    for (const [at, type] of TYPES.entries()) {
      await visit.page.evaluate((place) => { location.hash = `more/${place}`; }, at);
      await visit.page.getByRole('heading', { name: type, exact: true }).waitFor();
      const shown = visit.page.locator('.mc-more-screen > :is(.mc-question, .mc-panel)');
      assert.equal(await shown.count(), pages[at].elements.filter((one) => !one.visibleIf).length, type);
      await visit.page.waitForFunction(() => [...document.images].every((picture) => picture.complete && picture.naturalWidth > 0));
      const box = { x: 0, y: (await shown.first().boundingBox()).y - 12, width: 360 };
      const end = await shown.last().boundingBox();
      const file = join(ROOT, 'docs/images/surveys', `${type}.png`);
      if (process.env.MC_SHOTS) await visit.page.screenshot({ path: file, fullPage: true, clip: { ...box, height: end.y + end.height + 12 - box.y } });
      await access(file);
    }
    visit.calm();
  } finally {
    await visit.end();
    await collector.stop();
    await rm(site, { recursive: true });
  }
});
