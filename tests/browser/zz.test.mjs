import { test } from 'node:test';
import assert from 'node:assert/strict';
import { rm } from 'node:fs/promises';
import { Collector, phone, withBrowser } from './harness.mjs';
import { SurveyPage, siteAsking } from './pages/survey.mjs';
withBrowser();
const t = (name, more = {}) => ({ type: 'text', name, title: `Câu ${name}`, ...more });
async function walk(name, def, act) {
  const site = await siteAsking('own', JSON.stringify({ title: 'T', ...def }));
  const c = await Collector.start({ site });
  const v = await phone(c, { hasTouch: false });
  try {
    const survey = await new SurveyPage(v.page).open(c.origin);
    await survey.start();
    await act(survey, v.page, c);
    v.calm();
  } catch (e) { console.log('FAILED', name, e.message); await v.page.screenshot({ path: `/tmp/f5/${name}.png` }); } finally { await v.end(); await c.stop(); await rm(site, { recursive: true }); }
}
const shown = (page) => page.locator('.mc-question').allInnerTexts();
test('proto', () => walk('proto', { elements: [t('__proto__'), t('constructor', { visibleIf: "{__proto__} = 'x'" })], completedHtml: '<p>Hết {__proto__}</p>' }, async (s, page, c) => {
  await s.field('Câu __proto__').fill('x'); await s.field('Câu constructor').fill('y'); await s.next(); await page.getByText('Hết x').waitFor();
  console.log(JSON.stringify((await c.until((r) => r[0]?.complete))[0].answers)); }));
for (const mode of ['questionPerPage', 'singlePage', 'inputPerPage']) test(mode, () => walk(mode, { pages: [{ elements: [t('a'), t('b')] }, { elements: [t('c')] }], questionsOnPageMode: mode, showPreviewBeforeComplete: 'showAllQuestions' }, async (s, page, c) => {
  for (let n = 0; n < 5; n++) { console.log(mode, await page.locator('h1').first().innerText(), JSON.stringify(await shown(page)), await page.locator('[data-act="done"]').innerText()); if (/Xem lại/.test(await page.locator('h1').first().innerText())) break; const u = page.url(); for (const f of await page.locator('input.mc-input').all()) await f.fill('v'); await s.next(); await page.waitForURL((x) => x.href !== u); }
  await page.screenshot({ path: `/tmp/f5/${mode}.png` });
  await s.next(); await page.locator('.mc-thanks').waitFor(); console.log(JSON.stringify((await c.until((r) => r[0]?.complete))[0].answers)); }));
test('random', () => walk('random', { pages: [{ elements: [t('a'), t('b'), t('c'), t('d'), { type: 'checkbox', name: 'k', title: 'Chọn', choices: ['1', '2', '3', '4', '5', '6'], choicesOrder: 'random' }], questionOrder: 'random' }] }, async (s, page) => {
  const before = await shown(page); console.log(JSON.stringify(before)); await s.field('Câu a').fill('x'); await page.locator('.mc-keeping[data-keep="sent"]').waitFor(); await page.reload(); await s.shown(); assert.deepEqual(await shown(page), before); await s.next(); await page.locator('.mc-thanks').waitFor(); }));
test('clear', () => walk('clear', { clearInvisibleValues: 'onHidden', elements: [{ type: 'boolean', name: 'o', title: 'Thêm?' }, t('w', { visibleIf: '{o} = true' })], completedHtml: '<p>A</p>', completedHtmlOnCondition: [{ expression: '{o} = false', html: '<p>Không thêm gì</p>' }] }, async (s, page, c) => {
  await s.chip('Thêm?', 'Có').click(); await s.field('Câu w').fill('x'); await s.chip('Thêm?', 'Không').click(); await s.next(); await page.getByText('Không thêm gì').waitFor(); console.log(JSON.stringify((await c.until((r) => r[0]?.complete))[0].answers)); }));
test('cyclic', () => walk('cyclic', { elements: [t('a', { visibleIf: '{b} empty' }), t('b', { visibleIf: '{a} empty' }), t('n')], calculatedValues: [] }, async (s, page) => {
  await s.field('Câu a').fill('x'); await page.getByText('Câu b').waitFor({ state: 'detached' }); await s.next(); await page.locator('.mc-thanks').waitFor(); }));
