// A designer saves a file: the open page follows; a broken one is told on the page, which stays.
import assert from 'node:assert/strict';
import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { Collector, ROOT, phone, withBrowser } from './harness.mjs';
import { RatePage } from './pages/rate.mjs';
import { SurveyPage } from './pages/survey.mjs';

withBrowser();
let folder;
let collector;
before(async () => {
  folder = await mkdtemp(join(tmpdir(), 'mot-cua-site-'));
  await cp(join(ROOT, 'public'), folder, { recursive: true });
  collector = await Collector.start({ site: folder, options: ['--watch', '--lang', 'vi'] });
});
after(async () => {
  await collector?.stop();
  await rm(folder, { recursive: true, force: true });
});

test('saving a survey opens the page again; a mistake in it is shown there and nothing else changes', async () => {
  // Once a phone had kept the site, it opened the kept page, which heard of a newer one and opened itself again, for ever. So
  // nothing is kept while a site is being written.
  const visit = await phone(collector, { serviceWorkers: 'allow' });
  const rate = await new RatePage(visit.page).open(collector.origin);
  await rate.ready();
  const quick = join(folder, 'surveys/quick.json');
  const text = await readFile(quick, 'utf8');
  await writeFile(quick, text.replace('lần phục vụ này', 'lần ghé này'));
  await visit.page.getByText('lần ghé này').first().waitFor();

  await writeFile(quick, text.replace('"rating"', '"ratin"'));
  const told = visit.page.locator('mot-cua-watch section.error');
  await told.waitFor();
  const words = await told.innerText();
  assert.match(words, /surveys\/quick\.json: pages\[0\]\.elements\[0\]/);
  assert.match(words, /“ratin”/);
  assert.match(words, /“rating”/);
  await visit.page.screenshot({ path: process.env.MC_SHOT ?? join(folder, 'told.png') });
  assert.ok(await visit.page.getByText('lần ghé này').first().isVisible());

  await writeFile(quick, text);
  await told.waitFor({ state: 'detached' });
  await visit.page.getByText('lần phục vụ này').first().waitFor();
  visit.calm();
  await visit.end();
});

test('in the middle of a longer survey the new words stand where the old ones stood, and what was answered stays', async () => {
  const own = (words) => writeFile(join(folder, 'surveys/own.json'), JSON.stringify({ title: 'Phiếu', elements: [{ type: 'text', name: 'a', title: words }] }));
  await own('Câu cũ');
  const site = join(folder, 'site.json');
  await writeFile(site, JSON.stringify({ ...JSON.parse(await readFile(site, 'utf8')), survey: 'own' }));
  const visit = await phone(collector);
  const survey = new SurveyPage(visit.page);
  await survey.open(collector.origin);
  await survey.start();
  await survey.field('Câu cũ').fill('đã viết');
  await visit.page.locator('.mc-keeping[data-keep="sent"]').waitFor();
  await own('Câu mới');
  await survey.field('Câu mới').waitFor();
  assert.equal(await survey.field('Câu mới').inputValue(), 'đã viết');
  visit.calm();
  await visit.end();
});
