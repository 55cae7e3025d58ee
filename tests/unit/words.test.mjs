// Every key that the page asks a language pack for is there, in Vietnamese and in English, and no pack carries a dead one.
import assert from 'node:assert/strict';
import { readFileSync, readdirSync } from 'node:fs';
import { test } from 'node:test';

const root = new URL('../../', import.meta.url);
const pack = (lang) => JSON.parse(readFileSync(new URL(`public/locales/${lang}.json`, root), 'utf8'));
const groups = 'choice|document|fee|keep|load|look|more|nav|pending|procedure|rate|thanks|time|way';

function used() {
  const keys = new Set();
  for (const file of readdirSync(new URL('src/', root), { recursive: true })) {
    if (!file.endsWith('.rs')) continue;
    const source = readFileSync(new URL(`src/${file}`, root), 'utf8');
    for (const [, key] of source.matchAll(new RegExp(`"((?:${groups})\\.[A-Za-z]+)"`, 'g'))) keys.add(key);
  }
  const faults = readFileSync(new URL('crates/survey/src/validate.rs', root), 'utf8');
  for (const [, code] of faults.matchAll(/=> "([a-z-]+)"/g)) keys.add(`fault.${code}`);
  return keys;
}

test('every word the page needs is in both packs', () => {
  const keys = used();
  assert.ok(keys.size > 60, `only ${keys.size} keys found: the search is broken`);
  for (const lang of ['vi', 'en']) {
    const words = pack(lang);
    assert.deepEqual([...keys].filter((key) => !words[key]?.trim()), [], lang);
  }
});

test('no pack carries a word of the page that nothing shows', () => {
  const keys = used();
  const dead = Object.keys(pack('vi')).filter((key) => new RegExp(`^(?:${groups}|fault)\\.`).test(key) && !keys.has(key));
  assert.deepEqual(dead.filter((key) => !key.endsWith('.one') && !/^thanks\./.test(key)), []);
});
