// boot.js without a browser: the first tap is kept, sent once, and never said to be more than it is.

import assert from 'node:assert/strict';
import { beforeEach, test } from 'node:test';
import { readFileSync } from 'node:fs';
import { fields, receipt } from '../../public/boot/answer.mjs';
import { own as ownBy } from '../../public/boot/form.mjs';
import { holds } from '../../public/boot/send.mjs';
import { browser, form, reply, stored } from './fake.mjs';

const own = (form, submit = { kind: 'mot-cua', url: '/api/responses' }) => ownBy(form, submit);
const cases = (name) => JSON.parse(readFileSync(new URL(`../cases/${name}.json`, import.meta.url), 'utf8'));
const keys = () => Object.keys(window.localStorage).sort();
const waiting = () => keys().filter((key) => key.startsWith('mc.tap.'));
const now = () => JSON.parse(window.sessionStorage.getItem('mc.now'));

let world;
beforeEach(() => {
  world = browser();
});

/** Runs with a clock that stands still until it is moved. */
function timed(name, run) {
  test(name, async (t) => {
    t.mock.timers.enable({ apis: ['setTimeout'] });
    await run(async (ms) => {
      t.mock.timers.tick(ms);
      for (let i = 0; i < 5; i++) await world.settle();
    });
  });
}

timed('a tap is kept at once, sent after four seconds, and said to be sent when acknowledged', async (pass) => {
  const one = form();
  world.answer = stored;
  own(one);
  one.tap(5);
  assert.equal(waiting().length, 1);
  assert.equal(one.state, 'chosen');
  assert.equal(now().frozen, false);
  await pass(3900);
  assert.equal(world.requests.length, 0);
  await pass(200);
  const [request] = world.requests;
  const { id, rev } = JSON.parse(request.body);
  assert.equal(request.headers['idempotency-key'], `"${id}:${rev}"`);
  assert.equal(request.redirect, 'error');
  assert.equal(one.state, 'sent');
  assert.equal(one.code.textContent, receipt(id));
  assert.deepEqual(keys(), [`mc.ack.${id}.1`]);
  assert.equal(window.localStorage.getItem(`mc.ack.${id}.1`), request.body);
  await pass(1e6);
  assert.equal(world.requests.length, 1);
});

timed('another face rewrites what was not sent, and opens a revision after that', async (pass) => {
  const one = form();
  world.answer = stored;
  own(one);
  one.tap(5);
  one.tap(2);
  assert.equal(waiting().length, 1);
  await pass(4000);
  one.tap(3);
  await pass(4000);
  const sent = world.requests.map(({ body }) => JSON.parse(body));
  assert.deepEqual(sent.map(({ rev, answers }) => [rev, answers.overall]), [[1, 2], [2, 3]]);
  assert.equal(sent[0].id, sent[1].id);
});

timed('a tap while a revision is under way opens the next one', async (pass) => {
  const one = form();
  own(one);
  let release;
  globalThis.fetch = async (url, options) => {
    world.requests.push(options);
    await new Promise((resolve) => (release = resolve));
    const { status, headers, body } = stored(JSON.parse(options.body));
    return { status, headers: new Map(Object.entries(headers)), text: async () => body };
  };
  one.tap(5);
  await pass(4000);
  one.tap(1);
  assert.equal(waiting().length, 2);
  release();
  await pass(0);
  await pass(0);
  release();
  await pass(0);
  assert.deepEqual(world.requests.map(({ body }) => JSON.parse(body).rev), [1, 2]);
  assert.equal(one.state, 'sent');
  assert.deepEqual(waiting(), []);
});

timed('without a network the bytes stay, are said to be unsent, and go out unchanged later', async (pass) => {
  const one = form();
  own(one);
  one.tap(4);
  await pass(4000);
  assert.equal(one.state, 'unsent');
  assert.equal(waiting().length, 1);
  world.answer = reply(200, '<html>please log in</html>', { 'content-type': 'text/html' });
  await pass(5000);
  assert.equal(one.state, 'unsent');
  world.answer = stored;
  world.window.fire('online');
  await pass(0);
  assert.equal(one.state, 'sent');
  assert.equal(new Set(world.requests.map(({ body }) => body)).size, 1);
});

timed('after the takeover it neither listens nor sends', async (pass) => {
  const one = form();
  world.answer = stored;
  own(one);
  one.tap(5);
  one.fire('mc-takeover');
  one.tap(1);
  await pass(1e6);
  assert.equal(world.requests.length, 0);
  assert.equal(JSON.parse(window.localStorage.getItem(waiting()[0])).answers.overall, 5);
});

timed('sends at once when WebAssembly failed, and when the page hides', async (pass) => {
  for (const why of [() => world.window.fire('mc-wasm-failed'), () => world.window.fire('pagehide')]) {
    world = browser();
    world.answer = stored;
    const one = form();
    own(one);
    one.tap(5);
    why();
    await pass(0);
    assert.equal(one.state, 'sent');
  }
  assert.equal(world.requests[0].keepalive, true);
});

timed('a face that was tapped before it was here counts', async (pass) => {
  const one = form();
  one.radios[1].checked = true;
  own(one);
  assert.equal(now().answer.answers.overall, 4);
  await pass(0);
});

timed('a reload goes on with the same answer, and begins none by itself', async (pass) => {
  const before = form();
  own(before);
  before.tap(5);
  const { id } = now().answer;
  const after = form();
  own(after);
  assert.equal(after.radios[0].checked, true);
  assert.equal(after.inputs.id.value, id);
  assert.equal(waiting().length, 1);
  after.tap(2);
  assert.equal(now().answer.id, id);
  assert.equal(now().answer.rev, 1);

  const other = form({}, { counter: '1' });
  own(other);
  assert.equal(other.radios.some((radio) => radio.checked), false);
  other.tap(3);
  assert.notEqual(now().answer.id, id);
  await pass(0);
});

timed('a finished answer is not gone on with', async (pass) => {
  const before = form();
  own(before);
  before.tap(5);
  window.sessionStorage.setItem('mc.now', JSON.stringify({ answer: { ...now().answer, complete: true }, frozen: true }));
  const after = form();
  own(after);
  assert.equal(after.state, 'idle');
  await pass(0);
});

timed('where nothing can be stored it is sent at once', async (pass) => {
  const refuse = () => {
    throw new Error('QuotaExceededError');
  };
  for (const box of ['localStorage', 'sessionStorage']) window[box] = { setItem: refuse, getItem: refuse, removeItem: refuse };
  world.answer = stored;
  const one = form();
  own(one);
  one.tap(5);
  await pass(0);
  assert.equal(one.state, 'sent');
  await pass(1e6);
  assert.equal(world.requests.length, 1);
});

timed('what earlier visits left is sent too when the page does not come', async (pass) => {
  const left = form();
  own(left);
  left.tap(5);
  const { localStorage } = window;
  world = browser();
  window.localStorage = localStorage;
  world.answer = stored;
  own(form());
  world.window.fire('mc-wasm-failed');
  await pass(0);
  assert.equal(world.requests.length, 1);
  assert.deepEqual(waiting(), []);
});

timed('a backend that needs WebAssembly is not spoken to, and it says so', async (pass) => {
  for (const submit of [{ kind: 'json' }, { kind: 'postgrest' }, { kind: 'form', revisions: 'final' }]) {
    world = browser();
    const one = form();
    own(one, submit);
    one.tap(5);
    await pass(1e6);
    assert.equal(world.requests.length, 0);
    assert.equal(one.state, 'unsent');
    assert.equal(waiting().length, 1);
  }
});

timed('fields are sent as fields, and believed by the rules of the site', async (pass) => {
  const ack = { status: [200], contentType: 'application/json', body: { '/kept': '{key}' } };
  const submit = { kind: 'form', url: '/form?to=ward', headers: { 'X-Site': 'x' }, ack };
  const one = form();
  own(one, submit);
  world.answer = reply(200, { kept: 'another' });
  one.tap(4);
  await pass(4000);
  assert.equal(one.state, 'unsent');
  world.answer = reply(200, '<html>log in</html>', { 'content-type': 'text/html' });
  await pass(3000);
  assert.equal(one.state, 'unsent');
  world.answer = ({ id, rev }) => reply(200, { kept: `${id}-${rev}` })();
  world.window.fire('online');
  await pass(0);
  assert.equal(one.state, 'sent');
  const { id } = now().answer;
  const [request] = world.requests;
  assert.equal(`${request.body}`, `survey=quick&unit=04795&counter=3&lang=vi&id=${id}&rev=1&overall=4`);
  assert.equal(request.url, '/form?to=ward');
  assert.deepEqual(request.headers, { 'X-Site': 'x' });
  assert.equal(new Set(world.requests.map(({ body }) => `${body}`)).size, 1);
});

test('fields are written as WebAssembly writes them', () => {
  for (const { what, answer, template, body } of cases('form-bodies')) assert.equal(`${fields(answer, template)}`, body, what);
});

test('rules mean what they mean to WebAssembly', () => {
  for (const { what, rule, answer, status, type, body, holds: expected } of cases('rules')) {
    assert.equal(holds(rule, status, type, body, answer), expected, what);
  }
});

timed('where fetch is forbidden the form posts, once a tap, with its id and revision', async (pass) => {
  const one = form();
  own(one);
  one.tap(5);
  world.document.fire('securitypolicyviolation', { effectiveDirective: 'connect-src' });
  await pass(4000);
  assert.equal(one.posts, 1);
  assert.equal(one.inputs.id.value, now().answer.id);
  assert.equal(one.inputs.rev.value, 1);
  assert.equal(now().frozen, true);
  await pass(1e6);
  assert.equal(one.posts, 1);
  assert.equal(world.classes.has('mc-js'), false, 'the button is there again');
});

timed('Enter in a radio does not post the form', async (pass) => {
  const one = form();
  world.answer = stored;
  own(one);
  one.tap(5);
  assert.equal(one.fire('submit').prevented, true);
  await pass(0);
  assert.equal(world.requests.length, 1);
});
