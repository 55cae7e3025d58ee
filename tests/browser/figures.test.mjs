// The collector's own pages, with figures in them, by keyboard and in every theme: the leader's month, the inbox, what everybody may
// see, the hall's screen, a receipt.
import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { after, before, test } from 'node:test';
import { promisify } from 'node:util';
import { everywhere } from './axe.mjs';
import { BINARY, Collector, ROOT, phone, withBrowser } from './harness.mjs';
import { Keys } from './pages/keys.mjs';

withBrowser();
const run = promisify(execFile);
let collector;
let key;
before(async () => {
  collector = await Collector.start();
  const tell = (...args) => run(BINARY, [...args, '--db', collector.db], { cwd: ROOT });
  await tell('seed', '--count', '600');
  [key] = /\S{20,}/.exec((await tell('key', 'add', 'leader')).stdout);
});
after(() => collector?.stop());

test('the key, the month, an answer in the inbox, and out, by keyboard alone; free of barriers', async () => {
  const { page, calm, end } = await phone(collector, { hasTouch: false, bypassCSP: true, allow: [/favicon/] });
  const keys = new Keys(page);
  await page.goto(`${collector.origin}/results/door`);
  await keys.to('input[name="key"]');
  await page.keyboard.type(key);
  await page.keyboard.press('Enter');
  await page.waitForURL(/\/results(\?|$)/);
  await everywhere(page, 'results');
  await keys.enter('a[href*="inbox"]');
  await page.locator('textarea').first().waitFor();
  await everywhere(page, 'inbox');
  await keys.to('textarea');
  await page.keyboard.type('Đã thêm một quầy vào buổi sáng.');
  await keys.enter('button');
  await page.getByText('Đã thêm một quầy').first().waitFor();
  await everywhere(page, 'inbox, answered');
  await keys.enter('nav a');
  await page.waitForURL(/\/results(\?|$)/);
  await keys.enter('form[action*="leave"] button');
  await page.locator('form[action*="leave"]').waitFor({ state: 'detached' });
  calm();
  await end();
});

test('what everybody may see', async () => {
  const { page, calm, end } = await phone(collector, { bypassCSP: true, allow: [/favicon/] });
  const [{ receipt }] = await collector.rows();
  for (const path of ['/results/public', '/results/tv', `/receipt?code=${receipt}`]) {
    await page.goto(collector.origin + path);
    await page.locator('h1').first().waitFor();
    await everywhere(page, path);
  }
  assert.ok(receipt);
  calm();
  await end();
});
