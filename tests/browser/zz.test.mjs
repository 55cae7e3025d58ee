import { test } from 'node:test';
import assert from 'node:assert/strict';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Collector, phone, withBrowser } from './harness.mjs';
import { SurveyPage, siteAsking } from './pages/survey.mjs';
withBrowser();
const S = (t) => JSON.stringify({ title: 'T', pages: [{ name: 'p1', title: 'Phần 1', elements: [{ type: 'text', name: 'a', title: `Câu ${t}`, isRequired: true }] }, { name: 'p2', title: 'Phần 2', elements: [{ type: 'comment', name: 'b', title: `Hai ${t}` }] }] });
test('watch', async () => {
  const site = await siteAsking('own', S('một'), true);
  const c = await Collector.start({ site, options: ['--watch', '--lang', 'vi'] });
  setTimeout(() => { c.process.kill(); process.exit(1); }, 60000).unref();
  try {
  const v = await phone(c, { hasTouch: false, serviceWorkers: 'allow' });
  const survey = await new SurveyPage(v.page).open(c.origin);
  await survey.start();
  await survey.field('Câu một').fill('x');
  await v.page.locator('.mc-keeping[data-keep="sent"]').waitFor();
  for (const t of ['hai', 'ba', 'bốn']) {
    const nav = v.page.waitForEvent('framenavigated');
    const start = Date.now();
    await writeFile(join(site, 'surveys/own.json'), S(t));
    await nav; const reload = Date.now() - start;
    try { await v.page.locator('.mc-more-screen').waitFor({timeout: 5000}); } catch (e) { await v.page.screenshot({path:'/tmp/f5/fail.png'}); console.log(await v.page.evaluate(() => document.body.innerText.slice(0,600)), await v.page.evaluate(() => sessionStorage.getItem('mc.now')), await v.page.evaluate(()=>document.documentElement.outerHTML.slice(0,3000)), c.output); throw e; }
    console.log('reload after', reload, 'ms, shown after', Date.now() - start, 'ms', await v.page.locator('.mc-question').first().innerText());
  }
  let start = Date.now();
  await writeFile(join(site, 'surveys/own.json'), S('năm').replace('"comment"', '"coment"'));
  await v.page.locator('mot-cua-watch section.error').waitFor();
  console.log('lint after', Date.now() - start, await v.page.locator('mot-cua-watch').innerText());
  await v.page.screenshot({ path: '/tmp/f5/watch.png' });
  await writeFile(join(site, 'surveys/own.json'), S('sáu'));
  await v.page.locator('mot-cua-watch').waitFor({ state: 'detached' });
  // mid-way on the old version: they finish on it
  await survey.shown();
  console.log(await v.page.locator('.mc-question').first().innerText(), await survey.field('Câu').inputValue());
  await survey.next();
  await v.page.getByRole('heading', { name: 'Phần 2' }).waitFor();
  console.log(await v.page.locator('.mc-question').first().innerText());
  await survey.field('Hai').fill('xong');
  await survey.next();
  await v.page.locator('.mc-thanks').waitFor();
  const rows = await c.until((rows) => rows.some((r) => r.complete));
  console.log(JSON.stringify(rows));
  // a fresh citizen meets the new one
  const w = await phone(c, { hasTouch: false });
  const s2 = await new SurveyPage(w.page).open(c.origin); await s2.start();
  console.log('fresh:', await w.page.locator('.mc-question').first().innerText());
  v.calm();
  await v.end(); await w.end();
  } catch (e) { console.log('FAILED', e); throw e; } finally { await c.stop(); }
});
