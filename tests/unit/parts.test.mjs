// The parts of boot.js that need no form: places, bytes, rounding, acknowledgements, pauses.

import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { beforeEach, test } from 'node:test';
import { receipt, revision, rounded, uuid } from '../../public/boot/answer.mjs';
import { readPlace } from '../../public/boot/place.mjs';
import { delivered, pause } from '../../public/boot/send.mjs';
import { browser } from './fake.mjs';

const cases = (name) => JSON.parse(readFileSync(new URL(`../cases/${name}.json`, import.meta.url)));

beforeEach(() => {
  browser();
});

test('reads places as the link crate does', () => {
  for (const { address, place, token, notices } of cases('place-links')) {
    const url = new URL(address, 'https://x.example');
    const read = readPlace(url.pathname, url.search);
    const { unit, counter, field, procedure, purpose } = read;
    const found = Object.fromEntries(Object.entries({ unit, counter, field, procedure, purpose }).filter(([, value]) => value !== undefined));
    assert.deepEqual(found, place || {}, address);
    assert.equal(read.token || null, token, address);
    assert.equal(read.lost, notices.length, address);
  }
});

test('writes the bytes of the contract', (t) => {
  t.mock.timers.enable({ apis: ['Date'] });
  let one;
  t.mock.method(Date.prototype, 'getTimezoneOffset', () => -one.offsetMinutes);
  t.mock.method(crypto, 'getRandomValues', (bytes) => bytes.set(Buffer.from(one.random, 'hex')) || bytes);
  for (one of cases('boot-answers')) {
    t.mock.timers.setTime(one.unixMs);
    const read = (of) => (name) => of[name] || undefined;
    const answer = revision(one.before, one.rev, one.name, one.value, read(one.facts), read(one.fields));
    assert.equal(JSON.stringify(answer), one.bytes);
    assert.equal(receipt(answer.id), one.receipt);
  }
});

test('rounds as the contract does, for any clock', () => {
  const ms = 1795228867000;
  assert.equal(rounded(ms, 420, 'hour'), '2026-11-21T09:00:00+07:00');
  assert.equal(rounded(ms, 420, 'day'), '2026-11-21T00:00:00+07:00');
  assert.equal(rounded(ms, -210, 'hour'), '2026-11-20T23:00:00-03:30');
  for (const odd of [NaN, 1e300, -1e300, 0, -1]) assert.equal(rounded(odd, 1e5, 'hour').length, 25, String(odd));
  assert.match(uuid(), /^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
});

test('only the backend itself can acknowledge', () => {
  const json = 'application/json; charset=utf-8';
  const of = (status, body, type = json) => delivered(status, type, typeof body === 'string' ? body : JSON.stringify(body), 'a', 2);
  assert.ok(of(201, { id: 'a', rev: 2 }));
  assert.ok(of(200, { id: 'a', rev: 2 }));
  assert.ok(of(422, { type: '/problems/conflict', stored: true }));
  assert.ok(of(410, { type: 'https://x.example/problems/deleted' }));
  for (const no of [
    of(200, '<html>Wi-Fi</html>', 'text/html'),
    of(201, '{"id":"a","rev":2}', 'text/html'),
    of(200, {}),
    of(200, 'null'),
    of(201, ''),
    of(201, { id: 'a', rev: 1 }),
    of(201, { id: 'b', rev: 2 }),
    of(204, { id: 'a', rev: 2 }),
    of(422, { type: '/problems/invalid', field: 'overall' }),
    of(422, { type: '/problems/conflict' }),
    of(410, {}),
    of(404, { id: 'a', rev: 2 }),
    of(503, { id: 'a', rev: 2 }),
  ]) {
    assert.equal(no, false);
  }
});

test('waits longer and longer, and as long as the server says', () => {
  for (let failures = 1; failures < 30; failures++) {
    const ms = pause(failures);
    assert.ok(ms >= 1000 && ms <= 300000);
  }
  assert.equal(pause(1, 120), 120000);
  assert.equal(pause(1, 1e9), 3600000);
});
