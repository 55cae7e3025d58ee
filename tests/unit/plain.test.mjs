// What a citizen reads about an answer is short: no sentence of more than fifteen words, none of a machine's words.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';

const pack = (lang) => JSON.parse(readFileSync(new URL(`../../public/locales/${lang}.json`, import.meta.url), 'utf8'));
const MACHINE = /\b(server|sync|error|offline|queue|máy chủ|lỗi mạng|đồng bộ|hàng đợi)\b/i;

for (const lang of ['vi', 'en']) {
  test(`sentences about keeping and sending are short and plain: ${lang}`, () => {
    const words = Object.entries(pack(lang)).filter(([key]) => /^(keep|pending|thanks|rate)\./.test(key));
    assert.ok(words.length > 40);
    for (const [key, text] of words) {
      for (const sentence of text.split(/[.?!…;:]/)) {
        const count = sentence.trim().split(/\s+/).length;
        assert.ok(count <= 15, `${key}: ${count} words: ${sentence}`);
      }
      assert.doesNotMatch(text, MACHINE, key);
    }
  });
}
