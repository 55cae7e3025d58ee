// Going through a survey: what triggers do, and what a new version does to somebody who is in the middle of the old one.
import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { test } from 'node:test';
import { Collector, phone, withBrowser } from './harness.mjs';
import { SurveyPage, siteAsking } from './pages/survey.mjs';

withBrowser();
const text = (name, more) => ({ type: 'text', name, title: `Câu ${name}`, ...more });
const page = (name, ...elements) => ({ name, title: `Phần ${name}`, elements });

/** Runs `act` on a site that asks `definition`. */
async function asking(definition, act, allow = []) {
  const site = await siteAsking('steps', JSON.stringify({ title: 'Thử', ...definition }));
  const collector = await Collector.start({ site });
  const visit = await phone(collector, { allow });
  try {
    const survey = await new SurveyPage(visit.page).open(collector.origin);
    await survey.start();
    await act({ survey, page: visit.page, context: visit.context, collector, site });
    visit.calm();
  } finally {
    await visit.end();
    await collector.stop();
    await rm(site, { recursive: true });
  }
}

test('a jump that a letter asks for waits until the field is left; one that a choice asks for comes at once', () =>
  asking(
    {
      triggers: [
        { type: 'skip', expression: '{a} notempty', gotoName: 'c' },
        { type: 'skip', expression: '{d} = true', gotoName: 'z' },
      ],
      pages: [page('1', text('a'), text('more')), page('2', text('b')), page('3', text('c'), { type: 'boolean', name: 'd', title: 'Đến cuối?' }), page('4', text('y')), page('5', text('z'))],
    },
    async ({ survey, page }) => {
      await survey.field('Câu a').focus();
      await page.keyboard.type('Bà Tư');
      assert.equal(await survey.title(), 'Phần 1');
      assert.equal(await survey.field('Câu a').inputValue(), 'Bà Tư');
      await page.keyboard.press('Tab');
      await page.getByRole('heading', { name: 'Phần 3' }).waitFor();
      await survey.chip('Đến cuối?', 'Có').click();
      await page.getByRole('heading', { name: 'Phần 5' }).waitFor();
      await survey.back();
      await page.getByRole('heading', { name: 'Phần 4' }).waitFor();
      // "Next" right after the last letter jumps too, and once.
      for (const before of ['Phần 3', 'Phần 2', 'Phần 1']) {
        await survey.back();
        await page.getByRole('heading', { name: before }).waitFor();
      }
      await survey.field('Câu a').fill('Bà Năm');
      await survey.next();
      await page.getByRole('heading', { name: 'Phần 3' }).waitFor();
    },
  ));

test('a trigger ends the survey early; what must be answered before it must be, what comes after it need not', () =>
  asking(
    {
      triggers: [{ type: 'complete', expression: "{b} = 'x'" }],
      pages: [page('1', text('a', { isRequired: true })), page('2', text('b')), page('3', text('c', { isRequired: true }))],
    },
    async ({ survey, page, collector }) => {
      // Somebody opens the second part by its address.
      await page.evaluate(() => { location.hash = 'more/1'; });
      await page.getByRole('heading', { name: 'Phần 2' }).waitFor();
      await survey.field('Câu b').fill('x');
      await survey.next();
      await survey.summary().waitFor();
      assert.equal(await survey.title(), 'Phần 1');
      await survey.field('Câu a').fill('một');
      await survey.next();
      await page.getByRole('heading', { name: 'Phần 2' }).waitFor();
      await survey.next();
      await page.locator('.mc-thanks').waitFor();
      const [row] = await collector.until((rows) => rows[0]?.complete);
      assert.deepEqual(row.answers, { a: 'một', b: 'x' });
    },
  ));

test('a survey that could end early and did not is checked to its end', () =>
  asking(
    {
      triggers: [{ type: 'complete', expression: "{a} = 'x'" }],
      pages: [page('1', text('a')), page('2', text('b', { isRequired: true })), page('3', text('c'))],
    },
    async ({ survey, page }) => {
      await page.evaluate(() => { location.hash = 'more/2'; });
      await page.getByRole('heading', { name: 'Phần 3' }).waitFor();
      await survey.next();
      await survey.summary().waitFor();
      assert.equal(await survey.title(), 'Phần 2');
    },
  ));

test('an answer given in the moment in which the page is left is kept', () =>
  asking(
    { pages: [page('1', text('a'), { type: 'boolean', name: 'b', title: 'Có không?' })] },
    async ({ survey, page, context, collector }) => {
      await survey.field('Câu a').fill('một');
      await page.locator('.mc-keeping[data-keep="sent"]').waitFor();
      await context.setOffline(true);
      const yes = await survey.chip('Có không?', 'Có').elementHandle();
      await Promise.all([page.waitForURL('about:blank'), yes.evaluate((chip) => {
        chip.click();
        location.href = 'about:blank';
      })]);
      await page.close();
      await context.setOffline(false);
      await (await context.newPage()).goto(`${collector.origin}/Q/04795-3/DR`);
      const [row] = await collector.until((rows) => 'b' in rows[0].answers);
      assert.deepEqual(row.answers, { a: 'một', b: true });
    },
    [/ERR_INTERNET_DISCONNECTED/],
  ));

test('who began on one version finishes on it, though another is served by then', () => {
  const old = { pages: [page('1', text('a')), page('2', text('b'))] };
  const changed = { title: 'Thử', pages: [page('1', text('a')), page('2', { ...text('new'), isRequired: true })] };
  return asking(old, async ({ survey, page, collector, site }) => {
    await survey.field('Câu a').fill('một');
    await page.locator('.mc-keeping[data-keep="sent"]').waitFor();
    await collector.down();
    await writeFile(join(site, 'surveys/steps.json'), JSON.stringify(changed));
    await collector.up();
    await page.reload();
    await survey.shown();
    assert.equal(await survey.field('Câu a').inputValue(), 'một');
    await survey.next();
    await survey.field('Câu b').fill('hai');
    await survey.next();
    await page.locator('.mc-thanks').waitFor();
    const [row] = await collector.until((rows) => rows[0]?.complete);
    assert.deepEqual(row.answers, { a: 'một', b: 'hai' });
    const served = createHash('sha256').update(JSON.stringify({ title: 'Thử', ...old })).digest('hex');
    assert.equal(row.surveyVersion, `sha256:${served}`);
    // The next citizen gets the new one.
    await page.evaluate(() => sessionStorage.clear());
    await page.goto(`${collector.origin}/Q/04795-3/DR`);
    await survey.start();
    await survey.field('Câu a').fill('ba');
    await survey.next();
    await survey.field('Câu new').waitFor();
  });
});

test('a random order stays as it is over a reload, and so do the answers in another language', () =>
  asking(
    {
      elements: [
        { type: 'radiogroup', name: 'q', title: { vi: 'Ý nào?', en: 'Which?' }, choicesOrder: 'random',
          choices: [...'abcdefghijkl'].map((value) => ({ value, text: { vi: `Ý ${value}`, en: `Idea ${value}` } })) },
        text('a', { title: { vi: 'Câu a', en: 'Line a' } }),
      ],
    },
    async ({ survey, page }) => {
      const order = () => page.locator('.mc-chip').allInnerTexts();
      await survey.field('Câu a').fill('một');
      await survey.chip('Ý nào?', 'Ý c').click();
      const before = await order();
      assert.notDeepEqual(before, [...before].sort());
      await page.locator('.mc-keeping[data-keep="sent"]').waitFor();
      await page.reload();
      await survey.shown();
      assert.deepEqual(await order(), before);
      await page.getByRole('link', { name: 'English' }).click();
      await page.getByText('Which?').waitFor();
      assert.deepEqual(await order(), before.map((words) => words.replace('Ý', 'Idea')));
      assert.equal(await page.getByRole('radio', { name: 'Idea c' }).isChecked(), true);
      assert.equal(await survey.field('Line a').inputValue(), 'một');
    },
  ));
