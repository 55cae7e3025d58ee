// The traps of a record: what is not free, not known, not fresh or not in force says so; nothing is guessed.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { Collector, phone, withBrowser } from './harness.mjs';
import { ProcedurePage } from './pages/procedure.mjs';
import { record, siteWith } from './site.mjs';

const TRAPS = record('9.000001', {
  source: 'javascript:alert(1)',
  channels: [
    { by: 'inPerson', time: { amount: 3 }, fees: [{ state: 'amount', amount: 0, currency: 'VND', note: 'Do HĐND tỉnh quyết định' }] },
    { by: 'online', time: { amount: 0, unit: 'day' }, fees: [] },
    {
      by: 'post',
      time: { amount: 3, unit: 'workingDay' },
      fees: [
        { state: 'amount', amount: 20, currency: 'VND', maybeThousands: true, note: '20.000 đồng/tờ' },
        { state: 'amount', amount: -1 },
        { state: 'seeNote', note: 'Theo bưu cục' },
      ],
    },
    { by: 'inPerson', time: { amount: 1, unit: 'day' }, fees: [{ state: 'free' }] },
  ],
  cases: [{ documents: [{ name: 'Tờ khai <b>', originals: 20251, copies: 1, form: true, formUrl: 'javascript:alert(2)' }] }],
});
const OLD = record('9.000002', { status: 'replaced', replacedBy: '9.000003' });
const NEW = record('9.000003', { channels: [{ by: 'online', fees: [] }, { by: 'inPerson', fees: [] }] });
const UNDATED = record('9.000004', { retrieved: undefined, replacedBy: '9.000004' });

withBrowser();
let collector;
let site;
before(async () => {
  site = await siteWith([TRAPS, OLD, NEW, UNDATED], { wards: null });
  collector = await Collector.start({ site: site.folder });
});
after(async () => {
  await collector?.stop();
  await site?.remove();
});

async function shown(code, day = '2026-11-22T03:00:00Z') {
  const visit = await phone(collector);
  await visit.page.clock.setFixedTime(new Date(day));
  return { visit, procedure: await new ProcedurePage(visit.page).open(collector.origin, code) };
}

test('a fee of nothing is not free, a time without a unit says so, a sum in thousands shows its note', async () => {
  const { visit, procedure } = await shown('9.000001');
  const ways = await visit.page.locator('.mc-facts .mc-way').allInnerTexts();
  assert.match(ways[0], /3 \(nguồn không ghi là ngày hay giờ\)/);
  assert.match(ways[0], /Xem ghi chú\s+Do HĐND tỉnh quyết định/);
  assert.equal(ways[1].match(/nguồn không ghi/g).length, 2, 'neither time nor fee');
  assert.match(ways[2], /3 ngày làm việc/);
  assert.match(ways[2], /20\s₫ \(có thể tính bằng nghìn đồng, xin hỏi lại\)\s+20\.000 đồng\/tờ\s+nguồn không ghi\s+Xem ghi chú\s+Theo bưu cục/);
  assert.ok(ways.slice(0, 3).every((way) => !/Không mất tiền|0 ₫|0 ngày\b/.test(way.replace('20', ''))), ways.join('\n'));
  assert.match(ways[3], /Không mất tiền/);
  assert.match(await visit.page.locator('.mc-document').innerText(), /Tờ khai <b>\s+Nguồn ghi mục này không rõ ràng, xin hỏi lại tại quầy. · 1 bản sao/);
  assert.equal(await visit.page.locator('.mc-app a').count(), 0, 'no other scheme becomes a link');
  assert.equal(await procedure.notice().count(), 0);
  visit.calm();
  await visit.end();
});

test('a record that was replaced says so and leads to what took its place', async () => {
  const { visit, procedure } = await shown('9.000002');
  assert.match(await procedure.notice().innerText(), /không còn hiệu lực/);
  await procedure.notice().getByRole('button', { name: '9.000003' }).tap();
  await visit.page.getByRole('heading', { level: 1, name: 'Thủ tục 9.000003' }).waitFor();
  assert.equal(await procedure.notice().count(), 0);
  const file = procedure.way(0).getByRole('link', { name: 'Nộp trên Cổng dịch vụ công quốc gia' });
  assert.equal(await file.getAttribute('href'), NEW.source);
  assert.equal(await procedure.way(1).getByRole('link').count(), 0, 'only what can be filed online');
  visit.calm();
  await visit.end();
});

test('an old record says so after 90 days, louder after a year, and where nobody knows its day', async () => {
  for (const [code, day, words] of [
    ['9.000003', '2027-02-17T03:00:00Z', null],
    ['9.000003', '2027-02-19T03:00:00Z', /có thể đã cũ/],
    ['9.000003', '2027-11-21T03:00:00Z', /hơn một năm/],
    ['9.000004', '2026-11-22T03:00:00Z', /có thể đã cũ/],
  ]) {
    const { visit, procedure } = await shown(code, day);
    if (words) assert.match(await procedure.notice().innerText(), words, day);
    else assert.equal(await procedure.notice().count(), 0, day);
    assert.equal(await procedure.notice().getByRole('button').count(), 0, 'nothing replaces itself');
    visit.calm();
    await visit.end();
  }
});
