// SECURITY.md names 23 items, and tests that exist; a test that names an item is named under it.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readFileSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { looksSecret } from './secrets.mjs';

const root = new URL('../../', import.meta.url).pathname;
const below = (folder, kinds) =>
  readdirSync(join(root, folder)).flatMap((name) => {
    const path = join(folder, name);
    if (name === 'node_modules' || name === 'target') return [];
    if (statSync(join(root, path)).isDirectory()) return below(path, kinds);
    return kinds.test(name) ? [path] : [];
  });
const read = (path) => readFileSync(join(root, path), 'utf8');

const items = read('SECURITY.md').split(/^## (?=\d)/m).slice(1).map((text) => {
  const [held = ''] = text.match(/^Held by: [^]*/m) ?? [];
  return { number: parseInt(text, 10), text, tests: [...held.matchAll(/`([^`]+)`/g)].map(([, name]) => name) };
});
const sources = ['crates', 'tests/browser', 'tests/faults', 'tests/unit'].flatMap((folder) => below(folder, /\.(rs|mjs)$/)).map(read).join('\n');

test('all 23 items are there, each with a promise or a reason and with tests', () => {
  assert.deepEqual(items.map(({ number }) => number), Array.from({ length: 23 }, (_, at) => at + 1));
  for (const { number, text, tests } of items) {
    assert.match(text, /^(Promised|Not used): /m, `item ${number}`);
    assert.ok(tests.length > 0, `item ${number} is held by nothing`);
  }
});

test('every test that the page names exists', () => {
  const there = (name) => sources.includes(`fn ${name}(`) || sources.includes(`test('${name}'`) || sources.includes(`test("${name}"`);
  assert.deepEqual(items.flatMap(({ tests }) => tests).filter((name) => !there(name)), []);
});

test('every test that names an item is named under it', () => {
  const named = [...sources.matchAll(/fn (item_(\d+)_\w+)\(/g), ...sources.matchAll(/^test\('(item (\d+): [^']+)'/gm)];
  assert.ok(named.length > 10);
  for (const [, name, number] of named) {
    const item = items.find((item) => item.number === Number(number));
    assert.ok(item?.tests.includes(name), name);
  }
});

test('item 12: nothing that is shipped looks like a secret', () => {
  for (const planted of ['{"apiKey": "a1b2c3d4e5"}', `x = 'AKIA${'A1'.repeat(8)}'`]) assert.ok(looksSecret(planted), planted);
  const shipped = below('public', /\.(js|mjs|json)$/);
  assert.ok(shipped.length > 50);
  assert.deepEqual(shipped.filter((path) => looksSecret(read(path))), []);
});
