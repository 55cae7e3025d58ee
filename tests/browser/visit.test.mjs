// A ticket's code: one visit, one answer that counts as one; whoever uses the ticket again rates all the same, and it shows.
import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { promisify } from 'node:util';
import { Collector, phone, withBrowser } from './harness.mjs';
import { RatePage } from './pages/rate.mjs';

const mc = async (...args) => (await promisify(execFile)(process.env.MC_BIN, args)).stdout.trim();
withBrowser();
let collector, folder, keys;
before(async () => {
  folder = await mkdtemp(join(tmpdir(), 'mot-cua-keys-'));
  keys = join(folder, 'visits.keys');
  await mc('token', 'keygen', '--keys', keys);
  collector = await Collector.start({ options: ['--keys', keys] });
});
after(async () => {
  await collector?.stop();
  await rm(folder, { recursive: true, force: true });
});

test('the ticket rates once; again it is marked; the token is neither in the address nor in the export', async () => {
  const link = new URL(await mc('token', 'issue', '--keys', keys, '--place', '04795-1', '--base', collector.origin)).pathname;
  const token = link.split('/T')[1];
  assert.match(await mc('token', 'verify', '--keys', keys, `${collector.origin}${link}`), /^genuine/);
  for (const [count, tier] of [[1, 'token'], [2, 'token-reused']]) {
    const visit = await phone(collector);
    const rate = await new RatePage(visit.page).open(collector.origin, link);
    await rate.ready();
    // Its address has no token any more.
    await visit.page.reload();
    await rate.ready();
    await rate.tap(4);
    const rows = await collector.until((rows) => rows.length === count);
    assert.equal(rows.filter((row) => row.tier === tier).length, 1, JSON.stringify(rows.map((row) => row.tier)));
    assert.ok(!JSON.stringify(rows).includes(token));
    assert.ok(!visit.page.url().includes(token), visit.page.url());
    visit.calm();
    await visit.end();
  }
});
