// Every path by keyboard alone: the focus can be seen wherever it stops, and no screen loses it.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { Collector, phone, withBrowser } from './harness.mjs';
import { Keys } from './pages/keys.mjs';

withBrowser();
let collector;
before(async () => (collector = await Collector.start()));
after(() => collector?.stop());

const MAIN = '#mc-main';
const HEADING = '.mc-app h1';
const back = (page) => page.evaluate(() => history.back());

async function open(path, options) {
  const visit = await phone(collector, { hasTouch: false, ...options });
  await visit.page.goto(collector.origin + path);
  await visit.page.locator('.mc-nav').waitFor();
  return { ...visit, keys: new Keys(visit.page) };
}

test('rate, say more, thanks, change one\'s mind, and back', async () => {
  const { page, keys, calm, end } = await open('/Q/04795-3/DR');
  await keys.enter('.mc-skip');
  await keys.arrived(MAIN);
  await keys.to('#mc-rate input');
  await keys.press('ArrowDown');
  await keys.press('Enter');
  await page.locator('.mc-more-screen').waitFor();
  await keys.arrived(HEADING);
  await keys.to('.mc-chip input');
  await keys.press('Space');
  await keys.to('textarea');
  await page.keyboard.type('Chờ lâu');
  await keys.enter('[data-act="done"]');
  await keys.arrived('.mc-thanks h1');
  await keys.enter('.mc-links button');
  await keys.arrived(MAIN);
  await keys.to('#mc-rate input:checked');
  await back(page);
  await keys.arrived('.mc-thanks h1');
  await back(page);
  await keys.arrived('.mc-more-screen h1');
  assert.equal(await page.locator('textarea').inputValue(), 'Chờ lâu');
  assert.equal(await page.locator('.mc-chip input:checked').count(), 1);
  await collector.until((rows) => rows.some((row) => row.complete && row.answers.overall === 4 && row.answers.words === 'Chờ lâu'));
  calm();
  await end();
});

test('search, procedure, ward, and back; rate that procedure', async () => {
  const { page, keys, calm, end } = await open('/Q/04795/DL');
  await keys.to('#mc-query');
  await page.keyboard.type('khai sinh');
  await page.locator('.mc-hits mark').first().waitFor();
  await keys.enter('.mc-hit');
  await keys.arrived(`${HEADING}[lang]`);
  await keys.enter('.mc-group > div > .mc-link');
  await page.locator('.mc-week').waitFor();
  await keys.enter('.mc-screen .mc-link');
  await keys.arrived(`${HEADING}[lang]`);
  await keys.enter('.mc-screen > .mc-link');
  await keys.arrived(HEADING);
  await page.evaluate(() => history.forward());
  await keys.arrived(`${HEADING}[lang]`);
  await keys.enter('.mc-main .mc-button:last-child:not(.mc-quiet)');
  await keys.arrived(MAIN);
  await keys.to('#mc-rate input');
  await keys.press('Space');
  await keys.arrived('.mc-more-screen h1');
  calm();
  await end();
});

test('settings give the focus back; what waits, what is not there, what did not load are no dead end', async () => {
  const { page, context, keys, end } = await open('/Q/04795-3/DR', { allow: [/404|ERR_INTERNET/] });
  await keys.enter('.mc-aa');
  await keys.to('.mc-aside button:last-child');
  await keys.press('Escape');
  await keys.arrived('.mc-aa');
  const go = (hash) => page.evaluate((hash) => { location.hash = hash; }, hash);
  await go('#pending');
  await keys.arrived(HEADING);
  await keys.enter('.mc-screen > .mc-link');
  await keys.arrived(MAIN);
  await go('#p/9.999999');
  await keys.arrived(HEADING);
  assert.equal(await page.locator(HEADING).innerText(), 'Không có mục này ở đây');
  await context.setOffline(true);
  await go('#p/1.001193');
  await keys.arrived(HEADING);
  await page.getByText('Máy đang không có mạng').waitFor();
  await context.setOffline(false);
  await keys.enter('.mc-group .mc-button');
  await keys.arrived(`${HEADING}[lang]`);
  await keys.enter('.mc-nav button:last-child');
  await keys.arrived(HEADING);
  await keys.enter('.mc-nav button');
  await keys.to('#mc-rate input');
  await end();
});
