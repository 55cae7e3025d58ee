// Markup and addresses that would run, in every text a designer or a citizen can write: shown as words, run never. The policy
// is off, so that only the page's own code stands in the way; the checker, which refuses some of them, is passed by too.
import assert from 'node:assert/strict';
import { readFile, rm } from 'node:fs/promises';
import { after, before, test } from 'node:test';
import { Collector, phone, withBrowser } from './harness.mjs';
import { SurveyPage, siteAsking } from './pages/survey.mjs';

withBrowser();
const BAD = JSON.parse(await readFile(new URL('./fixtures/payloads.json', import.meta.url), 'utf8'));
const STAND_IN = JSON.stringify({ title: 'Thử', elements: [{ type: 'text', name: 'a' }] });
let collector;
let site;
before(async () => {
  site = await siteAsking('payloads', STAND_IN);
  collector = await Collector.start({ site });
});
after(async () => {
  await collector?.stop();
  await rm(site, { recursive: true, force: true });
});

/** Every kind of text there is, each of these words. */
function texts(words, at) {
  const name = (kind) => `${kind}${at}`;
  const all = { title: words, description: words };
  return [
    { type: 'html', name: name('h'), html: words },
    { type: 'text', name: name('t'), ...all, placeholder: words, requiredErrorText: words, isRequired: true },
    { type: 'radiogroup', name: name('r'), ...all, choices: [{ value: 'a', text: words }, words], showOtherItem: true, otherText: words },
    { type: 'rating', name: name('l'), ...all, rateValues: [{ value: 1, text: words }, 2], minRateDescription: words, maxRateDescription: words },
    { type: 'matrix', name: name('m'), ...all, columns: [{ value: 1, text: words }], rows: [{ value: 'a', text: words }] },
    { type: 'multipletext', name: name('x'), ...all, items: [{ name: 'a', title: words, placeholder: words }] },
    { type: 'image', name: name('i'), imageLink: words, altText: words },
    { type: 'panel', name: name('p'), ...all, elements: [{ type: 'boolean', name: name('b'), ...all, labelTrue: words }] },
    { type: 'paneldynamic', name: name('d'), ...all, panelAddText: words, templateTitle: words, panelCount: 1, templateElements: [{ type: 'comment', name: 'c', ...all }] },
    { type: 'expression', name: name('e'), ...all, expression: `'${words.replaceAll("'", '’')}'` },
  ];
}

async function calmly(visit) {
  const { page } = visit;
  assert.equal(await page.evaluate(() => window.bad), undefined);
  const found = await page.evaluate(() => {
    const all = [...document.querySelectorAll('.mc-main *')];
    const runs = all.filter((one) => [...one.attributes].some((attribute) => attribute.name.startsWith('on') || attribute.name === 'style'));
    const foreign = all.filter((one) => ['SCRIPT', 'IFRAME', 'OBJECT', 'EMBED', 'STYLE', 'LINK', 'META', 'BASE', 'VIDEO', 'AUDIO', 'MATH'].includes(one.tagName));
    const leads = all.filter((one) => one.hasAttribute('href') && !/^($|https?:\/\/|mailto:|tel:|#|\/)/.test(one.getAttribute('href')));
    return [...runs, ...foreign, ...leads].map((one) => one.outerHTML.slice(0, 200));
  });
  assert.deepEqual(found, []);
}

test(`${BAD.length} payloads in every text: none runs, with the policy off`, async () => {
  assert.ok(BAD.length >= 60);
  const definition = {
    title: BAD[0], description: BAD[7], completedHtml: `${BAD.join('\n')} {t0}`, showPreviewBeforeComplete: 'showAllQuestions',
    pages: [{ name: 'p', title: BAD[7], description: BAD[7], elements: BAD.flatMap(texts) }],
  };
  const visit = await phone(collector, { bypassCSP: true, allow: [/ERR_|404|net::/] });
  const { page } = visit;
  const dialogs = [];
  page.on('dialog', (dialog) => { dialogs.push(dialog.message()); return dialog.dismiss(); });
  await page.route(/\/payloads[^/]*\.json/, (route) => route.fulfill({ json: definition }));
  const survey = await new SurveyPage(page).open(collector.origin);
  await survey.start();
  assert.ok((await page.locator('.mc-question').count()) >= BAD.length * 8);
  await calmly(visit);
  await survey.next();
  await survey.summary().waitFor();
  await calmly(visit);
  const fields = await page.locator('input[type=text]').all();
  assert.ok(fields.length >= BAD.length);
  await page.evaluate((bad) => {
    [...document.querySelectorAll('input.mc-input')].forEach((field, at) => {
      field.value = bad[at % bad.length];
      field.dispatchEvent(new Event('input', { bubbles: true }));
    });
  }, BAD);
  await survey.next();
  await page.getByRole('heading', { name: 'Xem lại câu trả lời' }).waitFor();
  await calmly(visit);
  await survey.next();
  await page.locator('.mc-ending').waitFor();
  await calmly(visit);
  assert.deepEqual(dialogs, []);
  await visit.end();
});

test('names that mean something to scripts are names like others', async () => {
  const names = ['__proto__', 'constructor', 'prototype', 'toString', 'hasOwnProperty'];
  const definition = { title: 'Tên', elements: names.map((name) => ({ type: 'text', name, title: `Câu ${name}` })) };
  const visit = await phone(collector);
  await visit.page.route(/\/payloads[^/]*\.json/, (route) => route.fulfill({ json: definition }));
  const survey = await new SurveyPage(visit.page).open(collector.origin);
  await survey.start();
  for (const name of names) await survey.field(`Câu ${name}`).fill(`x ${name}`);
  await visit.page.reload();
  await survey.shown();
  for (const name of names) assert.equal(await survey.field(`Câu ${name}`).inputValue(), `x ${name}`);
  assert.equal(await visit.page.evaluate(() => ({}).x), undefined);
  await visit.end();
});
