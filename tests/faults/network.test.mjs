// Between phone and backend: connections that break, hang, or lead elsewhere.
import assert from 'node:assert/strict';
import { createServer } from 'node:http';
import { test } from 'node:test';
import * as faults from './faults.mjs';
import { Visit, scene } from './visit.mjs';

const at = scene();

test('F01 offline before the tap: kept on the phone; sent soon after the network is there', async () => {
  const visit = await Visit.begin(at.proxy);
  await visit.phone.context.setOffline(true);
  await visit.rate.tap(4);
  await visit.says('kept', /Đã lưu trên máy này.*mạng/);
  await visit.holds(1);
  await visit.phone.context.setOffline(false);
  await visit.page.clock.fastForward(5_000);
  await visit.arrives();
  await visit.end();
});

test('F06 the tab is closed while a request is under way: a later opening settles it', async () => {
  const visit = await Visit.begin(at.proxy);
  let go;
  const closed = new Promise((done) => (go = done));
  await visit.tapUnder(async (exchange) => {
    await exchange.body();
    await closed;
    await exchange.ask(Buffer.from(exchange.heard.body)).catch(() => {});
    exchange.reset();
  });
  await visit.asked(1);
  await visit.page.close();
  go();
  at.proxy.fault = (exchange) => exchange.pass();
  visit.page = await visit.phone.context.newPage();
  await visit.page.goto(`${at.proxy.origin}/#pending`);
  await visit.page.getByText('Không có đánh giá nào').waitFor();
  await visit.holds(0);
  assert.equal((await visit.rows()).length, 1);
  assert.equal(new Set(at.proxy.posts.map(({ key }) => key)).size, 1);
  await visit.end();
});

for (const [name, fault] of [
  ['F09 the connection breaks within the request', faults.reset],
  ['F10 the connection breaks within the reply, after the backend stored it', faults.cutReply],
  ['F10 201 with half of its JSON', faults.halfJson],
  ['F04 the reply is lost after the backend stored it', faults.lostReply],
]) {
  test(`${name}: kept, sent again, one row`, async () => {
    const visit = await Visit.begin(at.proxy);
    await visit.tapUnder(faults.inTurn(fault, faults.reset, fault, faults.reset));
    await visit.says('kept');
    await visit.holds(1);
    await visit.heal();
    await visit.arrives();
    assert.ok(at.proxy.posts.length >= 2);
    await visit.end();
  });
}

for (const [name, fault] of [
  ['F11 black hole', faults.blackHole],
  ['F12 a reply at a byte a second', faults.slowLoris],
]) {
  test(`${name}: given up after 20 s, the page stays usable, one row`, async () => {
    const visit = await Visit.begin(at.proxy);
    await visit.tapUnder(faults.inTurn(fault, faults.reset, faults.reset, faults.reset, faults.reset));
    await visit.says('sending', /Đang gửi/);
    await visit.page.locator('.mc-chip').first().tap();
    assert.equal(await visit.page.locator('.mc-chip input').first().isChecked(), true);
    await visit.asked(1);
    await visit.page.clock.fastForward(14_000);
    await visit.asked(1);
    await visit.page.clock.fastForward(6_500);
    await visit.says('kept');
    await visit.heal();
    const [row] = await visit.arrives();
    assert.equal(row.answers.why.length, 1);
    await visit.end();
  });
}

test('F13 captive portal, a login page with 200: named, not taken for an answer; its door is offered', async () => {
  const visit = await Visit.begin(at.proxy);
  await visit.tapUnder(faults.loginPage);
  await visit.says('attention', /Đã lưu trên máy này.*cần đăng nhập/);
  await visit.holds(1);
  const door = visit.page.getByRole('link', { name: /Mở trang đăng nhập/ });
  assert.equal(await door.evaluate((link) => link.target), '_blank');
  assert.equal(await door.evaluate((link) => new URL(link.href).origin), at.proxy.origin);
  assert.equal((await visit.rows()).length, 0);
  await visit.heal();
  await visit.arrives();
  await visit.end();
});

test('F14 captive portal, 302 to another host: not followed, not taken for an answer', async (t) => {
  let asked = 0;
  const portal = createServer((_, response) => {
    asked++;
    response.writeHead(200, { 'content-type': 'text/html', 'access-control-allow-origin': '*' }).end('<title>Wi-Fi</title>');
  });
  await new Promise((done) => portal.listen(0, '127.0.0.1', done));
  t.after(() => portal.close());
  const visit = await Visit.begin(at.proxy, { allow: [/redirect/i] });
  await visit.tapUnder(faults.says(302, { location: `http://portal.test:${portal.address().port}/login` }));
  await visit.says('kept');
  await visit.holds(1);
  assert.equal(asked, 0);
  await visit.heal();
  await visit.arrives();
  await visit.end();
});

for (const [name, fault] of [
  ['F15 a proxy says 200 {}', faults.says(200, faults.json, '{}')],
  ['F15 201 for another answer', faults.says(201, faults.json, '{"id":"0bd5f6cc-0bd5-4bd5-8bd5-0bd5f6cc0bd5","rev":1}')],
  ['F16 201 without a body', faults.says(201)],
  ['F16 204', faults.says(204)],
]) {
  test(`${name}: no acknowledgement for this backend`, async () => {
    const visit = await Visit.begin(at.proxy);
    await visit.tapUnder(fault);
    await visit.says('kept');
    await visit.holds(1);
    assert.equal((await visit.rows()).length, 0);
    await visit.heal();
    await visit.arrives();
    await visit.end();
  });
}
