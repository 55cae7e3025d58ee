// What is said of the element is what it does: attributes, events and parts of public/element.js and docs/embedding.md.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readFileSync, readdirSync } from 'node:fs';
import { figures } from '../../public/element/figures.mjs';

const file = (path) => readFileSync(new URL(`../../${path}`, import.meta.url), 'utf8');
const header = file('public/element.js');
const code = readdirSync(new URL('../../public/element/', import.meta.url)).map((name) => file(`public/element/${name}`)).join('\n');
const all = (text, pattern) => [...new Set([...text.matchAll(pattern)].map(([, name]) => name))].sort();
const said = (what) => all(header, new RegExp(`^// @${what} +(\\S+)`, 'gm'));

const INSIDE = ['connectedCallback', 'attributeChangedCallback', 'open', 'begin', 'start', 'frame', 'form', 'ask', 'paint', 'fill', 'fail', 'tell'];
const found = {
  attr: all(code, /(?:this\.(?:get|has)Attribute\(|return \[)'([a-z]+)'/g),
  event: [...all(code, /tell\('([a-z]+)'\)/g), ...all(code.match(/EVENT_OF = \{(.*)\}/)[1], /: '([a-z]+)'/g)].map((name) => `mot-cua-${name}`).sort(),
  part: all(code, /part: '([a-z]+)'/g),
  // What a portal may call: the class has other methods, which its own file alone calls.
  method: all(code.match(/class MotCua [\s\S]*/)[0], /^  (?:async )?([a-z]\w*)\(.*\) \{$/gm).filter((name) => !INSIDE.includes(name)),
};

for (const what of Object.keys(found)) {
  test(`every ${what} of the element is documented, and nothing else is`, () => {
    assert.ok(found[what].length > 2, String(found[what]));
    assert.deepEqual(said(what), found[what]);
    const page = file('docs/embedding.md').split('## The element')[1];
    for (const name of found[what]) assert.ok(page.includes(`\`${name}${what === 'method' ? '()' : ''}\``), `docs/embedding.md: ${name}`);
  });
}

test('the forced dark theme has the dark tokens, all of them', () => {
  const tokens = (text) => [...text.matchAll(/^ *(--mc-[\w-]+: .*;)$/gm)].map(([, token]) => token);
  const dark = file('style/tokens.css').match(/prefers-color-scheme: dark\) \{\n  \.mc:not[^}]*\}/)[0];
  assert.ok(tokens(dark).length > 10);
  assert.deepEqual(tokens(file('style/dark.css')), tokens(dark));
});

test('the figures are where the collector serves them, else a file beside the site; nowhere is told', async (t) => {
  const base = new URL('https://ward.example/mc/');
  const found = (site, unit, lang) => figures({ units: [{ id: '04795' }], ...site }, base, unit, lang);
  t.mock.method(globalThis, 'fetch', async (url, { method }) => ({ ok: method === 'HEAD' && url.host === 'ward.example' && !url.pathname.includes('04796') }));
  const two = [{ id: '04795' }, { id: '04796' }];
  assert.equal(await found({}, '04795', 'en'), 'https://ward.example/mc/results/public?unit=04795&lang=en');
  assert.equal(await found({}, '"><x', null), 'https://ward.example/mc/results/public?unit=04795');
  assert.equal(await found({ submit: { kind: 'json', url: '/php' } }, '04795'), 'https://ward.example/mc/results.html');
  assert.equal(await found({ submit: { url: 'https://api.example/api/responses' }, units: two }, '04795'), 'https://ward.example/mc/results-04795.html');
  await assert.rejects(found({ submit: { kind: 'form', url: '/php' }, units: two }, '04796'), /results-04796\.html; docs\/embedding\.md/);
});
