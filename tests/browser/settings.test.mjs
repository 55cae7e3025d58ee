// Letters, colours and reading aloud behind one control, remembered; and what keeps a citizen from fear.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { Collector, phone, withBrowser } from './harness.mjs';
import { MorePage } from './pages/more.mjs';
import { RatePage } from './pages/rate.mjs';

withBrowser();
let collector;
before(async () => (collector = await Collector.start()));
after(() => collector?.stop());

const opener = (page) => page.locator('.mc-aa');
const panel = (page) => page.locator('.mc-aside');
const press = (page, name) => panel(page).getByRole('button', { name, exact: true }).press('Enter');
const style = (page, selector, name) => page.locator(selector).first().evaluate((node, name) => getComputedStyle(node)[name], name);

test('by keyboard alone: larger letters, high contrast, remembered before the first paint and without a jump', async () => {
  const visit = await phone(collector, { hasTouch: false });
  const { page } = visit;
  const rate = await new RatePage(page).open(collector.origin);
  await rate.ready();
  await opener(page).press('Enter');
  await panel(page).waitFor();
  assert.equal(await opener(page).getAttribute('aria-expanded'), 'true');
  await press(page, 'A+ Chữ lớn hơn');
  await panel(page).getByText('Cỡ chữ 125 %').waitFor();
  await press(page, 'Tương phản cao');
  assert.equal(await style(page, 'body', 'backgroundColor'), 'rgb(0, 0, 0)');
  await page.keyboard.press('Escape');
  await panel(page).waitFor({ state: 'detached' });
  assert.equal(await page.evaluate(() => document.activeElement.matches('.mc-aa')), true);

  await page.addInitScript(() => {
    window.shifts = 0;
    new PerformanceObserver((list) => list.getEntries().forEach(({ value }) => (window.shifts += value))).observe({ type: 'layout-shift', buffered: true });
  });
  // Neither boot.js nor anything else comes: what is seen is the stamped page alone.
  await page.route(/assets\/(boot|loader)/, (route) => route.abort());
  await page.reload();
  assert.equal(await style(page, 'html', 'fontSize'), '20px');
  assert.equal(await style(page, 'body', 'backgroundColor'), 'rgb(0, 0, 0)');
  await page.unroute(/assets\/(boot|loader)/);
  await page.reload();
  await rate.ready();
  assert.equal(await page.evaluate(() => window.shifts), 0);
  await visit.end();
});

test('reads what is shown, in its order, when asked; a clip where there is no voice; says where there is neither', async () => {
  const visit = await phone(collector);
  const { page } = visit;
  await page.addInitScript(() => {
    window.spoken = [];
    const voices = [{ lang: 'vi-VN', name: 'a voice' }];
    window.SpeechSynthesisUtterance = class { constructor(text) { this.text = text; } };
    const speech = Object.assign(new EventTarget(), {
      getVoices: () => (window.mute ? [] : voices),
      speak: (said) => { window.spoken.push(said.text); setTimeout(said.onend); },
      cancel: () => {},
    });
    Object.defineProperty(window, 'speechSynthesis', { value: speech });
  });
  // A pack that brings a recording of one of the texts.
  await page.route('**/DR', async (route) => {
    const page = await route.fetch();
    return route.fulfill({ response: page, body: (await page.text()).replace('"languages":', '"clips":{"vi":"/clips/vi.json"},"languages":') });
  });
  await page.route('**/clips/vi.json', (route) => route.fulfill({ json: { 'Hài lòng': 'vi/hai-long.opus' } }));
  await page.addInitScript(() => {
    window.Audio = class extends EventTarget {
      constructor(url) { super(); this.url = url; }
      async play() { window.spoken.push(this.url); setTimeout(() => this.dispatchEvent(new Event('ended'))); }
      pause() {}
    };
  });
  const rate = await new RatePage(page).open(collector.origin);
  await rate.ready();
  await opener(page).tap();
  await panel(page).waitFor();
  assert.deepEqual(await page.evaluate(() => window.spoken), []);
  await press(page, 'Đọc trang này');
  await page.waitForFunction(() => window.spoken.some((text) => text.includes('Rất không hài lòng')));
  const spoken = await page.evaluate(() => window.spoken);
  const at = (words) => spoken.findIndex((text) => text.includes(words));
  assert.ok(at('Ông/bà có hài lòng') >= 0 && at('Ông/bà có hài lòng') < at('Rất hài lòng'), spoken.join(' | '));
  assert.ok(!spoken.some((text) => /Very satisfied|Tương phản/.test(text)), spoken.join(' | '));
  assert.equal(at('Hài lòng'), -1);
  assert.equal(at('/clips/vi/hai-long.opus'), at('Rất hài lòng') + 1);
  await page.evaluate(() => { window.mute = true; });
  await page.unroute('**/clips/vi.json');
  await page.route('**/clips/vi.json', (route) => route.fulfill({ json: {} }));
  await page.getByRole('button', { name: 'Đọc trang này' }).press('Enter');
  await panel(page).getByText('chưa có giọng đọc tiếng Việt').waitFor();
  visit.calm();
  await visit.end();
});

test('nobody across the counter reads the chosen face: rows look alike, and what is restored is hidden until asked', async () => {
  const visit = await phone(collector);
  const { page } = visit;
  await page.route('**/*.wasm', (route) => route.abort());
  const rate = await new RatePage(page).open(collector.origin);
  await rate.tap(1);
  const looks = () => page.locator('.mc-face').evaluateAll((rows) => rows.map((row) => {
    const { backgroundColor, borderColor, outlineStyle, boxShadow } = getComputedStyle(row);
    return [backgroundColor, borderColor, outlineStyle, boxShadow].join();
  }));
  assert.equal(new Set(await looks()).size, 1);
  const peek = page.getByText('Hiện mặt đã chọn');
  const tick = () => rate.face(1).locator('.mc-word').evaluate((word) => getComputedStyle(word, '::after').content);
  assert.equal(await tick(), '""');
  await page.unroute('**/*.wasm');
  await page.reload();
  await rate.ready();
  await page.goto(`${page.url().split('#')[0]}#rate`);
  assert.equal(await rate.chosen(), '1');
  assert.equal(await tick(), 'none');
  await page.getByLabel('Hiện mặt đã chọn').tap();
  assert.equal(await tick(), '""');
  await page.evaluate(() => sessionStorage.clear());
  await page.goto(`${collector.origin}/Q/04795-1/DR`);
  await rate.ready();
  await page.waitForLoadState('networkidle');
  assert.equal(await peek.isVisible(), false);
  await visit.end();
});

test('"at home" keeps the place on the phone and nothing else, until it is rated', async () => {
  const visit = await phone(collector);
  const { page } = visit;
  const rate = await new RatePage(page).open(collector.origin);
  await rate.ready();
  await page.getByRole('button', { name: 'Để về nhà đánh giá' }).tap();
  await page.getByText('Máy này đã nhớ nơi').waitFor();
  const [path, ...names] = JSON.parse(await page.evaluate(() => localStorage['mc.later']));
  assert.equal(path, '/Q/04795-3/DR');
  assert.match(names.join(), /^Phường Hoà Bình.*Quầy 3/);
  await page.goto(`${collector.origin}/`);
  await page.getByRole('link', { name: 'Đánh giá bây giờ' }).tap();
  await rate.ready();
  await rate.tap(5);
  await new MorePage(page).shown();
  assert.equal(await page.evaluate(() => localStorage['mc.later']), undefined);
  visit.calm();
  await visit.end();
});
