// axe finds nothing, nothing is wider than the screen, no word is torn apart. Needs a context with `bypassCSP`: axe is put in past the page's
// own policy.
import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';

const AXE = await readFile(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
// And contrast 7:1 (1.4.6), of what is really drawn.
const TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

export async function axe(page, where) {
  await clean(page, where);
  assert.deepEqual(await page.evaluate(torn), [], `${where}: words on two lines`);
}

async function clean(page, where) {
  const found = await page.evaluate(`${AXE}; axe.run(document, { runOnly: ${JSON.stringify(TAGS)}, rules: { 'color-contrast-enhanced': { enabled: true } } })`);
  const told = found.violations.map((v) => `${v.id}: ${v.nodes.map((n) => n.target.join(' ')).join(', ')}`);
  assert.deepEqual(told, [], where);
  const wide = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
  assert.ok(wide <= 0, `${where}: ${wide} px too wide`);
}

/** With letters of this size from the first frame on. */
export async function letters(page, size) {
  await page.addInitScript((size) => addEventListener('DOMContentLoaded', () => { document.documentElement.style.fontSize = size; }), size);
}

const THEMES = {
  light: { colorScheme: 'light', contrast: 'no-preference' },
  dark: { colorScheme: 'dark', contrast: 'no-preference' },
  'more contrast': { colorScheme: 'light', contrast: 'more' },
  // The same colours as "high contrast" behind "Aa": tests/unit/contrast.test.mjs.
  'more contrast, dark': { colorScheme: 'dark', contrast: 'more' },
};

/**
 * The same on one screen, without loading it again: as it is, then in every theme at 320 px with letters twice as large. Words stay whole
 * at 320 px, and with letters twice as large; both at once leave room for eight letters.
 */
export async function everywhere(page, where) {
  await axe(page, where);
  const before = page.viewportSize();
  const size = (size) => page.evaluate((size) => { document.documentElement.style.fontSize = size; }, size);
  await page.setViewportSize({ width: 320, height: 640 });
  await axe(page, `${where}, 320 px`);
  await size('200%');
  for (const [name, theme] of Object.entries(THEMES)) {
    await page.emulateMedia(theme);
    await clean(page, `${where}, ${name}, 320 px, text 200 %`);
  }
  await page.emulateMedia({ colorScheme: null, contrast: null });
  await page.setViewportSize(before);
  assert.deepEqual(await page.evaluate(torn), [], `${where}, text 200 %: words on two lines`);
  await size('');
}

/** Words, all short in Vietnamese, that begin on one line and end on another: their column is too narrow for them. */
function torn() {
  const found = [];
  const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  for (let node = texts.nextNode(); node; node = texts.nextNode()) {
    for (const { 0: word, index } of node.data.matchAll(/[\p{L}\d]+/gu)) {
      // A receipt's code is longer than a line of large letters; an address is one word to the browser.
      if (word.length > 9 || node.data[index - 1] === '/' || node.data[index + word.length] === '/') continue;
      const range = document.createRange();
      range.setStart(node, index);
      range.setEnd(node, index + word.length);
      if (new Set([...range.getClientRects()].map((box) => Math.round(box.top))).size > 1) found.push(word);
    }
  }
  return found;
}
