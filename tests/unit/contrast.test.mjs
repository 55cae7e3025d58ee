// Every pair of words and ground that the sheets use is 7:1 or better in every theme; frames and the focus 3:1 (WCAG 2.2: 1.4.6, 1.4.11).
import assert from 'node:assert/strict';
import { readFileSync, readdirSync } from 'node:fs';
import { test } from 'node:test';

const read = (name) => readFileSync(new URL(`../../style/${name}.css`, import.meta.url), 'utf8');
const sheet = (read('tokens') + read('dark') + read('look')).replace(/\/\*.*?\*\//gs, '');
const GROUNDS = ['ground', 'card', 'sunken'];
const WORDS = [
  ...['ink', 'ink-soft', 'accent', 'warm'].flatMap((ink) => GROUNDS.map((ground) => [ink, ground])),
  ['on-accent', 'accent'], ['accent', 'accent-soft'], ['ink', 'accent-soft'], ['warm', 'warm-soft'], ['ink', 'warm-soft'], ['accent', 'warm-soft'],
  ...[1, 2, 3, 4, 5].map((value) => ['face-ink', `face-${value}`]),
];
const FRAMES = [...GROUNDS, 'accent-soft'].flatMap((ground) => [['line-strong', ground], ['focus', ground]]);

/** The lists of the sheet in its order: [the condition and selector before it, {name: colour}]. */
const lists = [...sheet.matchAll(/([^{}]*)\{([^{}]*--mc-ground[^{}]*)\}/g)].map(([whole, selector, body], at) => {
  const media = sheet.slice(0, sheet.indexOf(whole)).split('}').pop() + selector;
  return [media.replace(/\s+/g, ' ').trim(), Object.fromEntries([...body.matchAll(/--mc-([\w-]+): (#[0-9a-f]{6})/g)].map(([, name, colour]) => [name, colour])), at];
});
const list = (pattern) => lists.filter(([selector]) => pattern.test(selector)).map(([, tokens]) => tokens);
const base = lists[0][1];
const [dark, darkChosen] = [list(/^@media \(prefers-color-scheme: dark\)/)[0], list(/data-look~="dark"/).pop()];
const [highLight] = list(/^@media \(prefers-contrast: more\) \{/);
const [highDark, highChosen] = [list(/more\) and \(prefers-color-scheme: dark/)[0], list(/data-look~="high"/).pop()];
const THEMES = { light: base, dark: { ...base, ...dark }, 'more contrast': { ...base, ...highLight }, 'high contrast': { ...base, ...highChosen } };

function ratio(one, other) {
  const light = (colour) => {
    const [r, g, b] = [1, 3, 5].map((at) => parseInt(colour.slice(at, at + 2), 16) / 255).map((part) => (part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4));
    return 0.2126 * r + 0.7152 * g + 0.0722 * b;
  };
  const [more, less] = [light(one), light(other)].sort((a, b) => b - a);
  return (more + 0.05) / (less + 0.05);
}

for (const [name, tokens] of Object.entries(THEMES)) {
  test(`words and frames can be told from their ground: ${name}`, () => {
    const short = (pairs, least) => pairs.filter(([ink, ground]) => ratio(tokens[ink], tokens[ground]) < least)
      .map(([ink, ground]) => `${ink} on ${ground}: ${ratio(tokens[ink], tokens[ground]).toFixed(2)}`);
    assert.deepEqual(short(WORDS, 7), []);
    assert.deepEqual(short(FRAMES, 3), []);
  });
}

test('what the citizen chose is what a phone asks for', () => {
  assert.equal(lists.length, 6);
  assert.deepEqual(darkChosen, dark);
  assert.deepEqual(highChosen, highDark);
});

// A pair that a sheet names and nobody computed would go unseen in the themes that nobody looked at.
test('every pair of words and ground that a sheet names is computed', () => {
  const folder = new URL('../../style/', import.meta.url);
  const sheets = readdirSync(folder, { recursive: true }).filter((name) => /\.css$/.test(name) && !/^(?:tokens|dark|look|print|paper)\.css$/.test(name));
  assert.ok(sheets.length > 20);
  const computed = new Set(WORDS.map(String));
  const inks = new Set(WORDS.map(([ink]) => ink));
  const missing = [];
  for (const name of sheets) {
    for (const [, selector, body] of readFileSync(new URL(name, folder), 'utf8').replace(/\/\*.*?\*\//gs, '').matchAll(/([^{}]+)\{([^{}]*)\}/g)) {
      // Colours of paper: ink on white.
      if (/--mc-ground:/.test(body)) continue;
      const token = (property) => new RegExp(`(?:^|[;\\s])${property}: var\\(--mc-([\\w-]+)\\)`).exec(body)?.[1];
      const [ink, ground] = [token('color'), token('background')];
      if (/#[0-9a-f]{3,8}\b/i.test(body.replace(/url\([^)]*\)/g, ''))) missing.push(`${name}: ${selector.trim()}: a colour that is no token`);
      if (ink && !inks.has(ink)) missing.push(`${name}: ${selector.trim()}: ${ink}`);
      // A sign of empty content, such as a half-filled circle, is no ground of words.
      if (ground && /content: ""/.test(body)) continue;
      if (ground && !/face-/.test(ground) && ground !== 'accent' && !computed.has(`${ink ?? 'ink'},${ground}`)) missing.push(`${name}: ${selector.trim()}: ${ink ?? 'ink'} on ${ground}`);
      if (ground === 'accent' && ink && ink !== 'on-accent') missing.push(`${name}: ${selector.trim()}: ${ink} on accent`);
    }
  }
  assert.deepEqual(missing, []);
});
