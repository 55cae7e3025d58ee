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
  await whole(page, where, 9);
}

/** No word of so many letters is torn; nothing is cut off, nothing lies on something else. */
async function whole(page, where, letters) {
  assert.deepEqual(await page.evaluate(torn, letters), [], `${where}: words on two lines`);
  assert.deepEqual(await page.evaluate(hidden), [], `${where}: cut off, or one on the other`);
}

async function clean(page, where) {
  // Read once a document: it is half a megabyte.
  if (!(await page.evaluate('window.axe?.run'))) await page.evaluate(AXE);
  const found = await page.evaluate(`axe.run(document, { runOnly: ${JSON.stringify(TAGS)}, rules: { 'color-contrast-enhanced': { enabled: true } } })`);
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
 * The same on one screen, without loading it again: as it is, at 320 px, with letters twice as large, and in every theme with both.
 * Both at once leave room for seven letters, as many as a Vietnamese syllable has.
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
  await whole(page, `${where}, 320 px, text 200 %`, 7);
  await page.emulateMedia({ colorScheme: null, contrast: null });
  await page.setViewportSize(before);
  await whole(page, `${where}, text 200 %`, 9);
  await size('');
}

/** Words, all short in Vietnamese, that begin on one line and end on another: their column is too narrow for them. */
function torn(letters) {
  const found = [];
  const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  for (let node = texts.nextNode(); node; node = texts.nextNode()) {
    for (const { 0: word, index } of node.data.matchAll(/[\p{L}\d]+/gu)) {
      // A receipt's code is longer than a line of large letters; an address, a name with points in it, a colour's number is one
      // word to the browser.
      if (word.length > letters || /[/.#]/.test(node.data[index - 1]) || node.data[index + word.length] === '/') continue;
      const range = document.createRange();
      range.setStart(node, index);
      range.setEnd(node, index + word.length);
      if (new Set([...range.getClientRects()].map((box) => Math.round(box.top))).size > 1) found.push(word);
    }
  }
  return found;
}

/** Texts that a box cuts off or the window does not reach, and texts that lie on each other. */
function hidden() {
  const found = [];
  const lines = [];
  const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  for (let node = texts.nextNode(); node; node = texts.nextNode()) {
    const holder = node.parentElement;
    if (!node.data.trim() || !holder.checkVisibility({ visibilityProperty: true, opacityProperty: true }) || holder.closest('svg, textarea')) continue;
    const range = document.createRange();
    range.selectNodeContents(node);
    const boxes = [...range.getClientRects()].filter((box) => box.width > 1 && box.height > 1);
    const around = [];
    for (let box = holder; box; box = box.parentElement) if (getComputedStyle(box).overflow !== 'visible' && box !== document.documentElement && box !== document.body) around.push(box);
    // For screen readers alone: nobody sees where it is.
    if (around.some((box) => box.clientWidth <= 1)) continue;
    // What stays while the rest goes by lies on something: whether on what has the focus, the keyboard's tests see.
    let stays = false;
    for (let box = holder; box; box = box.parentElement) stays ||= /sticky|fixed/.test(getComputedStyle(box).position) && box.offsetHeight < innerHeight / 2;
    if (stays) continue;
    for (const { left, right, top, bottom } of boxes) {
      if (!around.length && (left < -1 || right > innerWidth + 1)) found.push(`outside: ${node.data.trim()}`);
      const shut = (box) => /hidden|clip/.test(getComputedStyle(box).overflow) && !/auto|scroll/.test(getComputedStyle(box).overflow);
      for (const box of around.filter(shut).map((box) => box.getBoundingClientRect())) if (top < box.top - 2 || bottom > box.bottom + 2 || left < box.left - 2 || right > box.right + 2) found.push(`cut off: ${node.data.trim()}`);
      for (const line of lines) {
        const [wide, high] = [Math.min(right, line.right) - Math.max(left, line.left), Math.min(bottom, line.bottom) - Math.max(top, line.top)];
        // A box is taller than its letters.
        if (wide > 4 && high > 0.4 * Math.min(bottom - top, line.bottom - line.top)) found.push(`${node.data.trim()} on ${line.data.trim()}`);
      }
    }
    lines.push(...boxes.map(({ left, right, top, bottom }) => ({ left, right, top, bottom, data: node.data })));
  }
  return [...new Set(found)].slice(0, 10);
}
