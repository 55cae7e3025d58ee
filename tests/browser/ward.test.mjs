// The ward itself and its promises: by the clock of Việt Nam, in the ward's own words, apart from the official ones.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { everywhere } from './axe.mjs';
import { Collector, phone, withBrowser } from './harness.mjs';
import { DeskPage } from './pages/desk.mjs';
import { record, siteWith } from './site.mjs';

const DAYS = ['thứ 2', 'T3', 'thứ Tư', '5', 'thứ Sáu'];
const WARDS = {
  former: ['Phường Cũ', 'Xã Cũ'],
  onlineHelp: { vi: 'Quầy 2, buổi sáng' },
  hours: {
    week: [{ days: DAYS, from: '7:30', to: '11:30' }, { days: DAYS, from: '13h30', to: '17:00' }],
    special: [
      { date: '2026-11-26', open: [{ from: '7:30', to: '19h' }], note: { vi: 'Giờ thứ 9' } },
      { date: '2027-02-04', to: '2027-02-14', note: { vi: 'Tết' } },
    ],
  },
  promises: [{
    code: '9.000001', time: { amount: 1, unit: 'day' }, atOnce: true, noAppointment: true, counter: '1',
    when: [{ days: ['thứ 4'], before: '15 giờ', time: { amount: 2, unit: 'hour' } }],
    delivery: { vi: 'người trên 80 tuổi' }, tips: { vi: 'Mang căn cước' },
    samples: { 'Tờ khai': 'https://ward.test/mau.pdf' },
  }],
};
const RECORD = record('9.000001', {
  channels: [{ by: 'inPerson', time: { amount: 3, unit: 'workingDay' }, fees: [] }],
  cases: [{ documents: [{ name: 'Tờ khai', originals: 1, copies: 0 }] }],
});

withBrowser();
let collector;
let site;
before(async () => {
  site = await siteWith([RECORD], { wards: WARDS, unit: { phone: '0218 000 0000', address: 'Số 1' } });
  collector = await Collector.start({ site: site.folder });
});
after(async () => {
  await collector?.stop();
  await site?.remove();
});

async function at(time, options) {
  const visit = await phone(collector, options);
  await visit.page.clock.setFixedTime(new Date(time));
  return visit;
}

async function ward(visit) {
  await visit.page.goto(`${collector.origin}/Q/04795/DL#ward`);
  await visit.page.locator('.mc-open').waitFor();
}

test('open, closed at noon, closed for the weekend, the ninth hour, a holiday: by the clock of Việt Nam', async () => {
  for (const [time, sign, words] of [
    ['2026-11-25T03:00:00Z', 'open', /^Đang mở cửa, đến 11:30\.$/],
    ['2026-11-25T05:00:00Z', 'closed', /Mở lại lúc 13:30 hôm nay/],
    ['2026-11-27T11:00:00Z', 'closed', /Mở lại lúc 7:30, Thứ Hai, 30 tháng 11/],
    ['2026-11-26T11:30:00Z', 'open', /đến 19:00\.\s+Hôm nay: Giờ thứ 9/],
    ['2027-02-05T03:00:00Z', 'closed', /Mở lại lúc 7:30, Thứ Hai, 15 tháng 2.*\s+Hôm nay: Tết/],
  ]) {
    const visit = await at(time, { timezoneId: 'America/New_York' });
    await ward(visit);
    const open = visit.page.locator('.mc-open');
    assert.equal(await open.getAttribute('data-desk'), sign, time);
    assert.match(await open.innerText(), words, time);
    visit.calm();
    await visit.end();
  }
});

test('the week, the days ahead, telephone, address, counters, help, former names', async () => {
  const visit = await at('2026-11-25T03:00:00Z');
  await ward(visit);
  const { page } = visit;
  assert.match(await page.locator('.mc-week [aria-current="date"]').innerText(), /Thứ Tư\s+7:30–11:30\s+13:30–17:00/);
  assert.match(await page.locator('.mc-week div').last().innerText(), /Chủ Nhật\s+nghỉ/);
  assert.equal(await page.getByRole('link', { name: /0218/ }).getAttribute('href'), 'tel:02180000000');
  const text = await page.locator('.mc-app').innerText();
  for (const words of ['Giờ thứ 9', 'Tết\nnghỉ', 'Số 1', 'Quầy 1: Hộ tịch, chứng thực', 'Quầy 2, buổi sáng', 'Phường Cũ, Xã Cũ']) {
    assert.ok(text.includes(words), words);
  }
  visit.calm();
  await visit.end();
});

test('the promise stands beside the rule, on both pages, and follows the clock', async () => {
  const visit = await phone(collector);
  const { page } = visit;
  await page.clock.install({ time: new Date('2026-11-25T07:59:00Z') });
  await page.goto(`${collector.origin}/Q/04795/DL#p/9.000001`);
  const desk = new DeskPage(page);
  await desk.ours().waitFor();
  assert.equal(await page.locator('link[href*="assets/more."]').count(), 0, 'the small page says it');
  const words = await desk.ours().innerText();
  for (const said of [
    'Ở đây: 1 ngày (quy định: 3 ngày làm việc)', 'Thứ Tư, nộp trước 15:00: 2 giờ', 'Làm xong ngay, ngồi chờ lấy.',
    'Không cần hẹn trước.', 'Trả kết quả tận nhà: người trên 80 tuổi', 'Mách nhỏ: Mang căn cước', 'Nộp tại Quầy 1', 'Mẫu điền sẵn: Tờ khai',
  ]) assert.ok(words.includes(said), `${said} in ${words}`);
  assert.equal(await desk.ours().getByRole('link').getAttribute('href'), 'https://ward.test/mau.pdf');
  await page.getByRole('button', { name: 'Chuẩn bị mang tới quầy' }).tap();
  await page.locator('.mc-need').waitFor();
  assert.equal((await desk.ours().innerText()).replace(' (nộp lúc này được vậy)', ''), words);
  await page.locator('.mc-ours', { hasText: '2 giờ (nộp lúc này được vậy)' }).waitFor();
  await page.clock.fastForward('01:00');
  await page.waitForFunction(() => !document.querySelector('.mc-ours').innerText.includes('nộp lúc này'), null, { timeout: 5000 });
  visit.calm();
  await visit.end();
});

test('open turns into closed on the screen, when the hour passes', async () => {
  const visit = await phone(collector);
  await visit.page.clock.install({ time: new Date('2026-11-25T04:29:30Z') });
  await ward(visit);
  const sign = (wanted) => visit.page.locator(`.mc-open[data-desk="${wanted}"]`).waitFor();
  await sign('open');
  await visit.page.clock.fastForward('00:31');
  await sign('closed');
  assert.match(await visit.page.locator('.mc-open').innerText(), /Mở lại lúc 13:30 hôm nay/);
  visit.calm();
  await visit.end();
});

test('a site whose ward says nothing shows nothing of it, and misses nothing', async () => {
  const silent = await siteWith([RECORD], { wards: null });
  const other = await Collector.start({ site: silent.folder });
  const visit = await phone(other);
  const desk = await new DeskPage(visit.page).open(other.origin, '9.000001');
  await visit.page.waitForLoadState('networkidle');
  assert.equal(await desk.ours().count(), 0);
  await visit.page.goto(`${other.origin}/Q/04795/DL#ward`);
  await visit.page.getByText('Quầy nào làm việc gì').waitFor();
  assert.equal(await visit.page.locator('.mc-open').count(), 0);
  visit.calm();
  await visit.end();
  await other.stop();
  await silent.remove();
});

test('axe: the ward', async () => {
  const visit = await at('2026-11-25T03:00:00Z', { bypassCSP: true });
  await ward(visit);
  await everywhere(visit.page, 'ward');
  await visit.end();
});
