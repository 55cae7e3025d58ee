// What a backend may say instead of "stored": patience, pause, refusal, and "that is here already".
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { MorePage } from '../browser/pages/more.mjs';
import * as faults from './faults.mjs';
import { PendingPage } from './pages.mjs';
import { Visit, scene } from './visit.mjs';

const at = scene();

/** As the collector says it. */
const problem = (status, name, more = {}) =>
  faults.says(status, { 'content-type': 'application/problem+json' }, JSON.stringify({ type: `https://mot-cua.example/problems/${name}`, title: name, status, ...more }));

const inTwoMinutes = () => new Date(Date.now() + 120_000).toUTCString();

for (const [name, status, wait] of [
  ['F17 429 with Retry-After in seconds', 429, () => '120'],
  ['F17 429 with Retry-After as a date', 429, inTwoMinutes],
  ['F18 503 with Retry-After', 503, () => '120'],
]) {
  test(`${name}: no attempt before, one after`, async () => {
    const visit = await Visit.begin(at.proxy, { chance: 0 });
    await visit.tapUnder(faults.inTurn(faults.says(status, { 'retry-after': wait() })));
    await visit.says('kept', /bận/);
    await visit.holds(1);
    await visit.page.clock.fastForward(110_000);
    await visit.page.evaluate(() => dispatchEvent(new Event('online')));
    await visit.page.waitForTimeout(100);
    await visit.asked(1);
    await visit.page.clock.fastForward(12_000);
    await visit.arrives();
    await visit.asked(2);
    await visit.end();
  });
}

test('F18 503 without Retry-After: waits grow, each drawn anew up to its ceiling', async () => {
  const visit = await Visit.begin(at.proxy, { chance: 0.999 });
  await visit.still();
  await visit.tapUnder(faults.says(503));
  for (const [attempts, ceiling] of [[1, 1000], [2, 2000], [3, 4000], [4, 8000]]) {
    await visit.until(() => at.proxy.posts.length === attempts, () => `no attempt ${attempts}`);
    await visit.says('kept', /bận/);
    await visit.page.clock.fastForward(ceiling * 0.9);
    await visit.page.waitForTimeout(50);
    await visit.asked(attempts);
    await visit.page.clock.fastForward(ceiling * 0.1);
  }
  await visit.says('kept');
  await visit.holds(1);
  await visit.heal();
  await visit.arrives();
  await visit.end();
});

test('F19 500, 502 with HTML, 504, 520: never taken for an answer, never given up', async () => {
  const visit = await Visit.begin(at.proxy);
  const html = [{ 'content-type': 'text/html' }, '<h1>Bad gateway</h1>'];
  const all = [faults.says(500), faults.says(502, ...html), faults.says(504), faults.says(520, ...html)];
  await visit.tapUnder((exchange, nth) => all[(nth - 1) % all.length](exchange));
  for (let attempt = 1; attempt <= 8; attempt++) {
    await visit.until(() => at.proxy.posts.length >= attempt, () => `no attempt ${attempt}`);
    await visit.says('kept');
    await visit.page.clock.fastForward('05:01');
  }
  await visit.holds(1);
  await visit.heal();
  await visit.arrives();
  await visit.end();
});

for (const status of [400, 422]) {
  test(`F20 refused with ${status}: explained, to be carried away as file and text; sent once the backend is mended`, async () => {
    const visit = await Visit.begin(at.proxy, { chance: 0 });
    await visit.tapUnder(problem(status, 'invalid', { field: 'overall' }), 2);
    await visit.says('attention', /chưa nhận/);
    await visit.holds(1);
    await visit.page.getByRole('button', { name: 'Xem cách xử lý' }).click();
    const pending = new PendingPage(visit.page);
    const file = await pending.file();
    const answer = JSON.parse(file.text);
    assert.deepEqual(answer.answers, { overall: 2 });
    assert.match(file.name, /^mot-cua-[0-9A-Z]{10}\.json$/);
    const text = await pending.copy();
    for (const words of ['Phường Hoà Bình', 'Quầy 3', 'Không hài lòng', file.name.slice(8, 18)]) assert.ok(text.includes(words), text);
    await visit.page.clock.fastForward('01:00:00');
    await visit.asked(1);
    at.proxy.fault = (exchange) => exchange.pass();
    await pending.again();
    await pending.empty();
    const rows = await visit.rows();
    assert.deepEqual(rows.map((row) => row.id), [answer.id]);
    await visit.holds(0);
    await visit.end();
  });
}

for (const [name, status] of [
  ['F21 401', 401],
  ['F21 403', 403],
  ['F22 404', 404],
]) {
  test(`${name}: paused, the answer is safe; goes on by itself`, async () => {
    const visit = await Visit.begin(at.proxy);
    await visit.tapUnder(faults.says(status));
    await visit.says('kept', /Đã lưu trên máy này.*tạm ngừng/);
    await visit.holds(1);
    await visit.heal('20:00');
    await visit.arrives();
    await visit.end();
  });
}

test('F22 the endpoint moved: the page reads the site again and goes on there, with the same bytes', async () => {
  const visit = await Visit.begin(at.proxy);
  const { path } = at.proxy;
  at.proxy.path = /^\/(api|elsewhere)\/responses/;
  let seen;
  const reread = new Promise((done) => (seen = done));
  at.proxy.edit = (path, reply) => {
    if (!path.startsWith('/site.json?')) return;
    seen();
    reply.body = Buffer.from(reply.body.toString().replace('"/api/responses"', '"/elsewhere/responses"'));
  };
  await visit.tapUnder((exchange) => {
    if (exchange.request.url.startsWith('/api')) return exchange.say(404);
    exchange.request.url = '/api/responses';
    return exchange.pass();
  });
  await reread;
  await visit.page.clock.fastForward('20:00');
  await visit.arrives();
  at.proxy.path = path;
  await visit.end();
});

test('F23 413: the rating arrives, the long text stays on the phone, visible and to be carried away', async () => {
  const visit = await Visit.begin(at.proxy, { chance: 0 });
  const long = 'Chờ rất lâu mà không ai gọi. '.repeat(40).trim();
  await visit.tapUnder(async (exchange) => {
    const body = await exchange.body();
    if (body.length > 1000) return exchange.say(413, { 'content-type': 'application/problem+json' }, '{"type":"about:blank","status":413}');
    return exchange.ask(body).then(({ status, headers, body }) => exchange.response.writeHead(status, headers).end(body));
  });
  const more = new MorePage(visit.page);
  await more.words().fill(long);
  await more.done();
  await visit.says('attention', /Đánh giá đã gửi.*chưa gửi được/);
  const [row] = await visit.rows();
  assert.equal(row.answers.overall, 4);
  assert.equal(row.answers.words, undefined);
  await visit.page.getByRole('button', { name: 'Xem cách xử lý' }).click();
  const { text } = await new PendingPage(visit.page).file();
  assert.equal(JSON.parse(text).answers.words, long);
  await visit.end();
});

test('F24 409 while the same key is under way elsewhere: waits, asks again, one row', async () => {
  const visit = await Visit.begin(at.proxy);
  await visit.tapUnder(faults.inTurn(problem(409, 'concurrent'), problem(409, 'concurrent')));
  await visit.says('kept');
  await visit.page.clock.fastForward('05:01');
  await visit.page.clock.fastForward('05:01');
  await visit.arrives();
  await visit.end();
});

test('F26 the same key with other bytes is there already: kept aside by the backend, delivered for the phone', async () => {
  const visit = await Visit.begin(at.proxy);
  await visit.tapUnder(
    faults.inTurn(async (exchange) => {
      const bytes = await exchange.body();
      await at.proxy.fetch(exchange.request, Buffer.from(bytes.toString().replace('"overall":4', '"overall":1')));
      exchange.reset();
    }),
  );
  await visit.says('kept');
  await visit.heal();
  await visit.says('sent');
  await visit.holds(0);
  const [row] = await visit.rows();
  assert.equal(row.answers.overall, 1);
  assert.equal(at.proxy.posts.at(-1).status, 422);
  await visit.end();
});
