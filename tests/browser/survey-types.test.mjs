// What holds for every type of question alike: it can be reached by keyboard alone and in its order, what is missing is told
// beside it and in the summary, what is closed is closed.
import assert from 'node:assert/strict';
import { rm } from 'node:fs/promises';
import { test } from 'node:test';
import { Collector, phone, withBrowser } from './harness.mjs';
import { SurveyPage, siteAsking } from './pages/survey.mjs';

withBrowser();
const many = { choicesMin: 1, choicesMax: 30 };
const few = { choices: [{ value: 'a', text: 'Một' }, { value: 'b', text: 'Hai' }, { value: 'c', text: 'Ba' }] };
const TYPES = {
  'text: words': { type: 'text' },
  'text: number': { type: 'text', inputType: 'number' },
  'text: date': { type: 'text', inputType: 'date' },
  comment: { type: 'comment' },
  multipletext: { type: 'multipletext', items: [{ name: 'x', title: 'Dòng một' }, { name: 'y', title: 'Dòng hai' }] },
  radiogroup: { type: 'radiogroup', ...few },
  dropdown: { type: 'dropdown', ...few },
  'dropdown: long': { type: 'dropdown', ...many },
  checkbox: { type: 'checkbox', ...few },
  tagbox: { type: 'tagbox', ...many },
  boolean: { type: 'boolean' },
  'rating: numbers': { type: 'rating', rateMin: 0, rateMax: 10 },
  'rating: stars': { type: 'rating', rateType: 'stars' },
  'rating: faces': { type: 'rating', rateType: 'smileys' },
  ranking: { type: 'ranking', ...few },
  'ranking: chosen': { type: 'ranking', ...few, selectToRankEnabled: true },
  matrix: { type: 'matrix', columns: [1, 2, 3], rows: ['r', 's'] },
  file: { type: 'file' },
};
const NAMES = Object.keys(TYPES);
/** All types on one page, each with these members. */
const all = (more) => JSON.stringify({ title: 'Mọi loại', elements: NAMES.map((title, at) => ({ name: `q${at}`, title, ...TYPES[title], ...more })) });

async function asking(text, act) {
  const site = await siteAsking('types', text);
  const collector = await Collector.start({ site });
  const visit = await phone(collector, { hasTouch: false });
  try {
    const survey = await new SurveyPage(visit.page).open(collector.origin);
    await survey.start();
    await act(survey, visit.page);
    visit.calm();
  } finally {
    await visit.end();
    await collector.stop();
    await rm(site, { recursive: true });
  }
}

const focused = (page) => page.evaluate(() => document.activeElement.closest('.mc-question')?.querySelector('legend, .mc-label')?.firstChild.textContent ?? null);

test('every type is named, with its role, and is reached by the tabulator in its order', () =>
  asking(all({}), async (survey, page) => {
    const tree = await page.locator('.mc-more-screen').ariaSnapshot();
    for (const name of NAMES) assert.match(tree, new RegExp(`(group|textbox) "${name}"`), name);
    assert.doesNotMatch(tree, /- (textbox|radio|checkbox|button|searchbox)( \[[a-z]+\])?$/m);
    await page.locator('.mc-more-screen h1').focus();
    const met = [];
    for (let press = 0; press < 200; press++) {
      await page.keyboard.press('Tab');
      const name = await focused(page);
      if (name && met.at(-1) !== name) met.push(name);
      if (await page.evaluate(() => document.activeElement.dataset.act === 'done')) break;
    }
    assert.deepEqual(met, NAMES);
  }));

test('what must be answered and is not: told beside each type, in the summary, with the way there', () =>
  asking(all({ isRequired: true }), async (survey, page) => {
    await survey.next();
    await survey.summary().waitFor();
    const links = survey.summary().getByRole('button');
    assert.deepEqual(await links.allInnerTexts(), NAMES);
    await page.waitForFunction(() => document.activeElement.matches('input'));
    assert.equal(await focused(page), NAMES[0]);
    for (const [at, name] of NAMES.entries()) {
      await links.nth(at).focus();
      await page.keyboard.press('Enter');
      assert.equal(await focused(page), name);
      const question = page.locator('.mc-question[data-fault="true"]').nth(at);
      const fault = await question.locator('.mc-fault').first().innerText();
      assert.ok(fault.length > 5, name);
      const told = await question.evaluate((box) => [box, ...box.querySelectorAll('input, textarea')].some((one) => one.getAttribute('aria-describedby')?.includes(box.querySelector('.mc-fault').id)));
      assert.ok(told, `${name}: the fault is not described`);
    }
  }));

test('what is closed takes nothing', () =>
  asking(all({ readOnly: true }), async (survey, page) => {
    const open = page.locator('.mc-question :is(input, textarea, button):not([type=search]):enabled');
    assert.deepEqual(await open.evaluateAll((fields) => fields.map((field) => field.outerHTML)), []);
    assert.ok((await page.locator('.mc-question :is(input, textarea, button):disabled').count()) >= NAMES.length);
  }));

test('large enough for a thumb at 320 px', () =>
  asking(all({}), async (survey, page) => {
    await page.setViewportSize({ width: 320, height: 640 });
    const small = await page.locator('.mc-question :is(.mc-chip, button, input.mc-input, textarea)').evaluateAll((all) =>
      all.map((one) => [one.closest('.mc-question').querySelector('legend, .mc-label').textContent, one.getBoundingClientRect()])
        .filter(([, box]) => box.width < 47.9 || box.height < 47.9).map(([name, box]) => `${name}: ${box.width} × ${box.height}`));
    assert.deepEqual(small, []);
    assert.ok((await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)) <= 0);
  }));

/** What asks nothing itself: a text, a picture, a sum, questions that belong together, rows of them. */
const AROUND = JSON.stringify({
  title: 'Cùng nhau',
  elements: [
    { type: 'html', name: 'h', html: '<p>Đọc <a href="https://vidu.vn/huong-dan">hướng dẫn</a></p>' },
    { type: 'image', name: 'i', imageLink: 'data:image/gif;base64,R0lGODlhAQABAAAAACwAAAAAAQABAAA=', altText: 'Sơ đồ quầy' },
    { type: 'panel', name: 'p', title: 'Nhóm', elements: [{ type: 'text', name: 'a', title: 'Trong nhóm', inputType: 'number', isRequired: true }] },
    { type: 'paneldynamic', name: 'd', title: 'Mỗi người', isRequired: true, templateElements: [{ type: 'text', name: 'b', title: 'Tên', isRequired: true }] },
    { type: 'expression', name: 'e', title: 'Gấp đôi', expression: '{a} * 2' },
    { type: 'panel', name: 'shut', title: 'Nhóm khoá', readOnly: true, elements: [
      { type: 'text', name: 'c', title: 'Khoá', defaultValue: 'x' },
      { type: 'paneldynamic', name: 'f', title: 'Hàng khoá', panelCount: 1, templateElements: [{ type: 'text', name: 'g', title: 'Ô khoá' }] },
    ] },
  ],
});

test('what holds others or is only read: named, by keyboard alone, faults told, closed, restored, at 200 %', () =>
  asking(AROUND, async (survey, page) => {
    const tree = await page.locator('.mc-more-screen').ariaSnapshot();
    for (const part of [/link "hướng dẫn"/, /img "Sơ đồ quầy"/, /group "Nhóm"/, /group "Mỗi người/, /status "Gấp đôi"/, /group "Nhóm khoá"/]) assert.match(tree, part);
    const missing = page.locator('#mc-faults button');
    await survey.next();
    await missing.first().waitFor();
    assert.deepEqual(await missing.allInnerTexts(), ['Trong nhóm', 'Mỗi người']);
    const panel = page.locator('fieldset.mc-question', { hasText: 'Mỗi người' }).first();
    await missing.nth(1).focus();
    await page.keyboard.press('Enter');
    assert.ok(await panel.evaluate((box) => box.contains(document.activeElement)));
    assert.ok(await panel.evaluate((box) => box.getAttribute('aria-describedby').includes(box.querySelector('.mc-fault').id)));

    await survey.field('Trong nhóm').focus();
    await page.keyboard.type('21');
    await page.locator('output', { hasText: '42' }).waitFor();
    await page.keyboard.press('Tab');
    assert.equal(await page.evaluate(() => document.activeElement.dataset.act), 'add');
    await page.keyboard.press('Enter');
    await survey.field('Tên').focus();
    await page.keyboard.type('An');
    await page.locator('#mc-faults').waitFor({ state: 'detached' });

    const open = page.getByRole('group', { name: 'Nhóm khoá' }).locator('input:enabled, button:enabled');
    assert.equal(await open.count(), 0);
    assert.equal(await page.getByRole('textbox', { name: 'Khoá', exact: true }).inputValue(), 'x');

    await page.locator('.mc-keeping[data-keep="sent"]').waitFor();
    await page.reload();
    await survey.shown();
    assert.deepEqual([await survey.field('Trong nhóm').inputValue(), await survey.field('Tên').inputValue(), await page.locator('output').innerText()], ['21', 'An', '42']);
    await page.setViewportSize({ width: 320, height: 640 });
    await page.evaluate(() => { document.documentElement.style.fontSize = '200%'; });
    assert.ok((await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)) <= 0, 'too wide at 200 %');
  }));
