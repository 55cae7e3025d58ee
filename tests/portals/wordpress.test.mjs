// What a real WordPress makes of our tags: an administrator's stay, an author's become the link inside them.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { Collector, phone, withBrowser } from '../browser/harness.mjs';
import { WordPress } from './wordpress.mjs';

const packages = process.env.MC_WORDPRESS;
const skip = !packages && 'no MC_WORDPRESS';
withBrowser();
let collector, wordpress;
before(async () => {
  if (skip) return;
  collector = await Collector.start();
  const { origin } = collector;
  const link = `<a href="${origin}/Q/04795-1">Đánh giá Quầy 1</a>`;
  const post = `<!-- wp:html -->${link}<script src="${origin}/embed.js"></script><mot-cua place="04795-2">${link}</mot-cua><script async src="${origin}/element.js"></script><!-- /wp:html -->`;
  wordpress = await WordPress.start(packages, post);
});
after(async () => {
  await wordpress?.stop();
  await collector?.stop();
});

async function open(who) {
  const visit = await phone(collector, { hosts: [new URL(wordpress.origin).host], allow: [/favicon/] });
  // PHP's own server takes its time to listen.
  for (let tries = 0; tries < 50 && !(await visit.page.goto(wordpress.origin + wordpress.pages[who]).catch(() => null)); tries++) {
    await new Promise((done) => setTimeout(done, 100));
  }
  return visit;
}

test('an administrator pastes the tags: the frame and the element rate', { skip }, async () => {
  const visit = await open('admin');
  await visit.page.frameLocator('iframe').locator('label.mc-face:has(input[value="5"])').tap();
  const element = visit.page.locator('mot-cua');
  await element.scrollIntoViewIfNeeded();
  await element.locator('label.mc-face:has(input[value="4"])').tap();
  const rows = await collector.until((rows) => rows.length === 2);
  assert.deepEqual(rows.map((row) => `${row.place.counter}:${row.answers.overall} ${row.tier}`).sort(), ['1:5 embed', '2:4 embed']);
  visit.calm();
  await visit.end();
});

test('an author pastes the same: kses leaves the link, and it leads to the faces', { skip }, async () => {
  const visit = await open('author');
  assert.equal(await visit.page.locator('iframe, mot-cua, script[src*="embed.js"]').count(), 0);
  await visit.page.getByRole('link', { name: 'Đánh giá Quầy 1' }).first().click();
  await visit.page.locator('label.mc-face').first().waitFor();
  assert.equal(visit.page.url(), `${collector.origin}/Q/04795-1`);
  visit.calm();
  await visit.end();
});
