// One suite that every view of a question passes: name and role, keyboard alone, a fault announced, disabled, restored,
// axe, 200 % text, 320 px.
import assert from 'node:assert/strict';
import { readFile, rm } from 'node:fs/promises';
import { after, before, describe, test } from 'node:test';
import { everywhere } from './axe.mjs';
import { Collector, phone, withBrowser } from './harness.mjs';
import { SurveyPage, siteAsking } from './pages/survey.mjs';

withBrowser();
const FIXTURE = new URL('./fixtures/views.json', import.meta.url);
let collector;
let site;
before(async () => {
  site = await siteAsking('views', await readFile(FIXTURE, 'utf8'));
  collector = await Collector.start({ site });
});
after(async () => {
  await collector?.stop();
  await rm(site, { recursive: true, force: true });
});

async function begun(options) {
  const visit = await phone(collector, options);
  const survey = await new SurveyPage(visit.page).open(collector.origin);
  await survey.start();
  return { visit, survey, page: visit.page };
}

/** From one part to the next with every field filled. */
async function onwards(survey) {
  const before = survey.page.url();
  await survey.fill();
  await survey.next();
  await survey.page.waitForURL((url) => url.href !== before);
  await survey.shown();
}

test('axe: every view', async () => {
  const { visit, survey, page } = await begun({ bypassCSP: true });
  await everywhere(page, 'first');
  await survey.next();
  await survey.summary().waitFor();
  await everywhere(page, 'with faults');
  for (let part = 0; part < 3; part++) {
    await onwards(survey);
    const add = page.locator('[data-act="add"]');
    if (await add.count()) {
      await add.click();
      await survey.fill();
    }
    await everywhere(page, await survey.title());
  }
  await visit.end();
});

test('every field and every button has a name', async () => {
  const { visit, survey, page } = await begun();
  for (let part = 0; part < 3; part++) {
    const fields = page.locator('.mc-more-screen :is(input, textarea, button):visible');
    const tree = await page.locator('.mc-more-screen').ariaSnapshot();
    assert.doesNotMatch(tree, /- (textbox|radio|checkbox|button|searchbox)( \[[a-z]+\])?$/m, tree);
    assert.ok((await fields.count()) > 3);
    await onwards(survey);
  }
  visit.calm();
  await visit.end();
});

test('a fault is told beside the question, in a summary that leads there, and goes when it is mended', async () => {
  const { visit, survey, page } = await begun();
  await survey.field('Tuổi').fill('200');
  await survey.next();
  await survey.summary().waitFor();
  const name = survey.field('Tên gọi');
  const focused = () => page.evaluate(() => document.activeElement.id);
  await page.waitForFunction(() => document.activeElement.matches('input'));
  assert.equal(await focused(), await name.getAttribute('id'));
  assert.equal(await survey.summary().getAttribute('role'), 'alert');
  await survey.summary().getByRole('button', { name: /Tuổi/ }).click();
  assert.equal(await focused(), await survey.field('Tuổi').getAttribute('id'));
  await survey.summary().getByRole('button', { name: /Tên gọi/ }).click();
  assert.equal(await name.getAttribute('aria-invalid'), 'true');
  assert.equal(await page.evaluate(() => document.activeElement.id), await name.getAttribute('id'));
  assert.match(await survey.question('Tuổi').innerText(), /Nhiều nhất là 120/);
  await page.keyboard.type('An');
  await page.locator('#mc-faults li').nth(1).waitFor({ state: 'detached' });
  assert.equal(await name.getAttribute('aria-invalid'), null);
  await survey.field('Tuổi').fill('20');
  await survey.summary().waitFor({ state: 'detached' });
  visit.calm();
  await visit.end();
});

test('what one types shows the next question and keeps the focus; answers stand in texts', async () => {
  const { visit, survey, page } = await begun();
  assert.equal(await page.locator('textarea').count(), 0);
  await survey.field('Tên gọi').focus();
  await page.keyboard.type('Bà Tư');
  await page.getByText('Muốn nói gì với Bà Tư?').waitFor();
  assert.equal(await survey.field('Tên gọi').inputValue(), 'Bà Tư');
  assert.equal(await page.evaluate(() => window.bad), undefined);
  assert.equal(await page.locator('.mc-rich a[href^="javascript"]').count(), 0);
  visit.calm();
  await visit.end();
});

describe('keyboard alone', () => {
  test('every part is answered without a pointer, looked over, changed and sent', async () => {
    const { visit, survey, page } = await begun({ hasTouch: false });
    const press = async (...keys) => { for (const key of keys) await page.keyboard.press(key); };
    await survey.field('Tên gọi').focus();
    await page.keyboard.type('An');
    await page.locator('[data-act="done"]').focus();
    await press('Enter');
    await page.getByRole('heading', { name: 'Chọn' }).waitFor();
    await page.getByRole('radio', { name: 'Ý khác' }).focus();
    await press('Space', 'Tab');
    await page.keyboard.type('Qua hàng xóm');
    await page.getByRole('checkbox', { name: 'Tất cả' }).focus();
    await press('Space');
    assert.equal(await page.getByRole('checkbox', { name: 'Gần nhà' }).isChecked(), true);
    await page.getByRole('button', { name: 'Đưa lên: Rõ ràng' }).focus();
    await press('Enter');
    await page.waitForFunction(() => document.activeElement.getAttribute('aria-label') === 'Đưa lên: Rõ ràng');
    await page.locator('[data-act="done"]').focus();
    await press('Enter');
    await page.getByRole('heading', { name: 'Mức độ' }).waitFor();
    await page.locator('.mc-scale input').first().focus();
    await press('Space', 'ArrowRight');
    for (const row of await page.locator('.mc-row').all()) {
      await row.locator('input').first().focus();
      await press('Space');
    }
    await page.locator('[data-act="add"]').focus();
    await press('Enter');
    await survey.field('Ai?').focus();
    await page.keyboard.type('Con gái');
    await page.locator('[data-act="done"]').focus();
    await press('Enter');
    await page.getByRole('heading', { name: 'Xem lại câu trả lời' }).waitFor();
    await page.getByRole('button', { name: 'Sửa: Tên gọi ở nhà' }).focus();
    await press('Enter');
    await survey.field('Tên gọi').fill('Bình');
    for (let part = 0; part < 4; part++) {
      const before = page.url();
      await page.locator('[data-act="done"]').focus();
      await press('Enter');
      await page.waitForURL((url) => url.href !== before);
    }
    await page.getByText('Xong rồi, Bình!').waitFor();
    const rows = await collector.until((all) => all.some((row) => row.complete && row.answers.name === 'Bình'));
    const { answers } = rows.find((row) => row.answers.name === 'Bình');
    assert.deepEqual(
      [answers.way, answers['way-Comment'], answers.why, answers.order, answers.nps, answers.grid, answers.people, answers.fixed],
      ['other', 'Qua hàng xóm', ['near', 'fast'], ['b', 'a', 'c'], 1, { wait: 1, talk: 1 }, [{ who: 'Con gái' }], 'vậy'],
    );
    visit.calm();
    await visit.end();
  });
});

test('after a reload every answer and the part are there again', async () => {
  const { visit, survey, page } = await begun();
  await onwards(survey);
  await survey.fill();
  const kept = () => page.evaluate(() => [...document.querySelectorAll('.mc-more-screen :is(input, textarea)')].map((field) => `${field.id} ${field.type} ${field.checked} ${field.value}`));
  await page.locator('.mc-keeping[data-keep="sent"]').waitFor();
  const before = await kept();
  await page.reload();
  await survey.shown();
  assert.equal(await survey.title(), 'Chọn');
  assert.deepEqual(await kept(), before);
  await survey.back();
  assert.equal(await survey.field('Tên gọi').inputValue(), 'một');
  assert.equal(await survey.field('Số nhà').inputValue(), '7');
  visit.calm();
  await visit.end();
});

test('what is closed cannot be changed, and says so', async () => {
  const { visit, survey } = await begun();
  await onwards(survey);
  await onwards(survey);
  assert.equal(await survey.field('Không sửa được').isDisabled(), true);
  assert.equal(await survey.field('Không sửa được').inputValue(), 'vậy');
  visit.calm();
  await visit.end();
});

test('a row of a dynamic panel goes only after a second tap', async () => {
  const { visit, survey, page } = await begun();
  await onwards(survey);
  await onwards(survey);
  await page.locator('[data-act="add"]').click();
  await page.locator('[data-act="add"]').click();
  await survey.field('Ai?').fill('Một');
  await page.locator('[data-act="remove"]').first().click();
  assert.equal(await page.locator('.mc-card').count(), 2);
  await page.locator('[data-act="remove-yes"]').click();
  await page.locator('.mc-card').nth(1).waitFor({ state: 'detached' });
  assert.equal(await survey.field('Ai?').inputValue(), '');
  visit.calm();
  await visit.end();
});
