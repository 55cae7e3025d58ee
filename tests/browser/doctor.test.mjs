// "What does this portal allow?": pasted into portals that allow all, some and nothing, and asked from outside.
import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { after, before, test } from 'node:test';
import { promisify } from 'node:util';
import { Collector, withBrowser } from './harness.mjs';
import { NUKEVIET, Portal } from './portal.mjs';

withBrowser();
let collector, portal;
before(async () => {
  collector = await Collector.start();
  const { origin } = collector;
  const tag = `<a href="${origin}/doctor/">Kiểm tra cổng</a><script src="${origin}/doctor.js"></script>`;
  const under = (policy) => ({ html: tag, headers: { 'content-security-policy': policy } });
  portal = await Portal.start({
    '/': tag,
    '/no-frames': under(`default-src ${origin} 'wasm-unsafe-eval'; frame-src 'none'`),
    '/script-only': under(`default-src 'none'; script-src ${origin}`),
    '/trusted': under(`frame-src 'self'; require-trusted-types-for 'script'`),
    '/nukeviet': under(NUKEVIET),
    '/nukeviet-asked': under(NUKEVIET.replace(/(script|frame)-src/g, `$& ${origin}`)),
    '/frame': `<iframe src="${origin}/doctor/" width="340" height="400"></iframe>`,
    '/sandbox': `<iframe sandbox="allow-scripts" src="${origin}/doctor/" width="340" height="400"></iframe>`,
  });
});
after(async () => {
  await portal?.stop();
  await collector?.stop();
});

const POLICY = { allow: [/Content Security Policy|policy:|violates|TrustedHTML|WebAssembly|sandbox|CORS|ERR_FAILED/i] };

/** What the box says: {yes, no, way, ask}. */
async function told(path) {
  const visit = await portal.visit(collector, path, POLICY);
  await visit.page.locator('div[data-done]').waitFor();
  const all = await visit.page.evaluate(() => {
    const { shadowRoot } = document.querySelector('div[data-done]');
    const names = (kind) => [...shadowRoot.querySelectorAll(`li.${kind}`)].map((item) => Object.keys(item.dataset)[0]).join(' ');
    const way = shadowRoot.querySelector('[data-way]').dataset.way;
    return { yes: names('yes'), no: names('no'), way, ask: shadowRoot.querySelector('pre')?.textContent };
  });
  await visit.end();
  return all;
}

/** The same from outside. */
async function judged(path) {
  const asked = ['doctor', portal.origin.replace('portal.test', '127.0.0.1') + path, '--base', collector.origin, '--format', 'json'];
  return JSON.parse((await promisify(execFile)(process.env.MC_BIN, asked)).stdout);
}

// A private window forbids storage in frames of another host.
test('each portal is told what it allows, the way to take, and the line to ask for; the program outside says the same', async () => {
  const { origin } = collector;
  assert.deepEqual(await told('/'), { yes: 'script frame connect style wasm html', no: 'storage', way: 'tag', ask: undefined });
  const noFrames = await told('/no-frames');
  assert.equal(noFrames.way, 'element');
  assert.equal(noFrames.ask, `Content-Security-Policy: default-src ${origin} 'wasm-unsafe-eval'; frame-src ${origin}`);
  const scriptOnly = await told('/script-only');
  assert.deepEqual([scriptOnly.yes, scriptOnly.way], ['script html', 'link']);
  assert.equal(scriptOnly.ask, `Content-Security-Policy: default-src 'none'; script-src ${origin}; frame-src ${origin}`);
  assert.equal((await told('/trusted')).way, 'link');
  assert.equal((await told('/nukeviet-asked')).way, 'tag');
  for (const [path, way] of [['/', 'tag'], ['/no-frames', 'element'], ['/script-only', 'link'], ['/trusted', 'link'], ['/nukeviet', 'link'], ['/nukeviet-asked', 'tag']]) {
    assert.equal((await judged(path)).way, way, path);
  }
  const { ask: [line] } = await judged('/nukeviet');
  assert.ok(line.includes(`*.zalo.me ${origin}`) && line.includes("base-uri 'self'"), line);
});

test('where scripts are forbidden its link stays; in a frame it says so', async () => {
  const nukeviet = await portal.visit(collector, '/nukeviet', POLICY);
  assert.equal(await nukeviet.page.locator('a').isVisible(), true);
  assert.equal(await nukeviet.page.locator('div').count(), 0);
  await nukeviet.end();
  for (const path of ['/frame', '/sandbox']) {
    const visit = await portal.visit(collector, path, POLICY);
    await visit.page.frameLocator('iframe').locator('li[data-here="no"]').waitFor();
    await visit.end();
  }
});

test('its own page shows the tags to paste, and fits a phone', async () => {
  const visit = await portal.visit(collector, '/', POLICY);
  await visit.page.goto(`${collector.origin}/doctor/`);
  assert.match(await visit.page.locator('#doctor-tag').textContent(), new RegExp(`<script src="${collector.origin}/doctor.js"></script>`));
  assert.ok(await visit.page.evaluate(() => document.documentElement.scrollWidth <= innerWidth));
  visit.calm();
  await visit.end();
});
