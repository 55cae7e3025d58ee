// The phone keeps the site: without a network it opens, rates and looks up; a newer version is told and never mixed in.
import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { phone, withBrowser } from './harness.mjs';
import { LookPage } from './pages/look.mjs';
import { OfflinePage } from './pages/offline.mjs';
import { RatePage } from './pages/rate.mjs';
import { SiteFolder } from './site-folder.mjs';

const RECORDS = 44;
/** The network is away because the test took it. */
const AWAY = { serviceWorkers: 'allow', allow: [/net::ERR_/, /Failed to load resource/] };

withBrowser();
let site;
before(async () => (site = await SiteFolder.copy()));
after(() => site?.end());

describe('without a network', () => {
  test('after the first visit the page rates and keeps, finds, and opens what another page has', async () => {
    const visit = await phone(site.collector, AWAY);
    const { page } = visit;
    const rate = await new RatePage(page).open(site.collector.origin);
    await rate.ready();
    await new OfflinePage(page).kept(RECORDS);
    await site.collector.down();
    await visit.context.setOffline(true);

    await page.reload();
    await rate.tap(5);
    await page.locator('.mc-keeping[data-keep="kept"], .mc-keeping[data-keep="waiting"]').first().waitFor();
    // Another place, never visited: its page is read from the address.
    const look = await new LookPage(page).open(site.collector.origin);
    await look.type('dang ky khai sinh');
    await look.hit(0).tap();
    await page.getByRole('heading', { level: 1, name: /khai sinh/i }).waitFor();
    await page.goto(`${site.collector.origin}/Q/04795-3/DR#life`);
    await page.reload();
    await page.locator('.mc-screen').waitFor();
    assert.match(await page.evaluate(() => performance.getEntriesByType('resource').map(({ name }) => name).join()), /assets\/more\./);

    await visit.context.setOffline(false);
    await site.collector.up();
    await page.goto(`${site.collector.origin}/Q/04795-3/DR`);
    await site.collector.until((rows) => rows.length === 1 && rows[0].answers.overall === 5);
    visit.calm();
    await visit.end();
  });

  test('answers and what is no file of the site never pass through the phone\'s copy', async () => {
    const visit = await phone(site.collector, AWAY);
    const rate = await new RatePage(visit.page).open(site.collector.origin);
    await rate.ready();
    const offline = await new OfflinePage(visit.page).kept(RECORDS);
    await visit.page.reload();
    const served = [];
    visit.page.on('response', (answer) => served.push([new URL(answer.url()).pathname, answer.fromServiceWorker()]));
    await rate.tap(4);
    await site.collector.until((rows) => rows.some((row) => row.answers.overall === 4));
    await visit.page.evaluate(() => Promise.all(['/healthz', '/manifest.json'].map((url) => fetch(url))));
    const through = Object.fromEntries(served);
    assert.deepEqual([through['/api/responses'], through['/healthz'], through['/manifest.json']], [false, false, false]);
    const kept = (await offline.caches()).flatMap(([, paths]) => paths);
    assert.deepEqual(kept.filter((path) => !/^\/($|404\.html|frame\.js|Q\/|assets\/|locales\/|surveys\/quick|catalogue\/)/.test(path)), []);
    visit.calm();
    await visit.end();
  });

  test('a visit token stays out of what is kept', async () => {
    const visit = await phone(site.collector, AWAY);
    await visit.page.goto(`${site.collector.origin}/Q/04795-3/DR/TABCDEFGHIJKLMNOPQRSTUVWX`);
    const offline = await new OfflinePage(visit.page).kept(RECORDS);
    const kept = (await offline.caches()).flatMap(([, paths]) => paths);
    assert.ok(kept.includes('/Q/04795-3/DR/'), kept.join());
    assert.ok(!kept.join().includes('ABCDEFGH'), kept.join());
    await visit.end();
  });
});

describe('a newer version', () => {
  test('is told; until the reload the page has the version it began with, after it all is of the new one', async () => {
    const visit = await phone(site.collector, AWAY);
    const { page } = visit;
    const rate = await new RatePage(page).open(site.collector.origin);
    await rate.ready();
    const offline = await new OfflinePage(page).kept(RECORDS);
    const before = await offline.version();
    await site.change('locales/vi.json', (words) => (words['nav.look'] = 'Tra cứu mới'));
    await site.change('catalogue/p/1.001193.json', (record) => (record.title = 'Đăng ký khai sinh, bản mới'));
    await site.restart();

    await page.reload();
    await rate.ready();
    await offline.newer().waitFor();
    assert.equal(await offline.version(), before);
    const bar = page.locator('.mc-nav');
    assert.doesNotMatch(await bar.innerText(), /mới/);
    await bar.getByRole('button').nth(1).tap();
    await new LookPage(page).type('1.001193');
    await new LookPage(page).hit(0).tap();
    await page.getByRole('heading', { level: 1, name: /khai sinh/i }).waitFor();
    assert.doesNotMatch(await page.locator('h1').allInnerTexts().then(String), /bản mới/);

    await offline.reload();
    await page.getByRole('heading', { level: 1, name: /bản mới/ }).waitFor();
    assert.match(await bar.innerText(), /Tra cứu mới/);
    assert.notEqual(await offline.version(), before);
    assert.equal(await offline.newer().isVisible(), false);
    // Everything that the page has read came from one version: of each address one, and none of the one before.
    await offline.kept(RECORDS);
    const [name, now] = (await offline.caches()).at(-1);
    assert.ok(name.endsWith(await offline.version()));
    const read = await page.evaluate(() => performance.getEntriesByType('resource').map(({ name }) => new URL(name).pathname));
    const files = read.filter((path) => /^\/(assets|locales|surveys|catalogue)\//.test(path));
    assert.deepEqual(files.filter((path) => !now.includes(path)), []);
    visit.calm();
    await visit.end();
  });

  test('that does not come whole is not used: the old one goes on', async () => {
    const visit = await phone(site.collector, AWAY);
    const { page } = visit;
    const rate = await new RatePage(page).open(site.collector.origin);
    await rate.ready();
    const offline = await new OfflinePage(page).kept(RECORDS);
    const before = await offline.version();
    await site.change('locales/vi.json', (words) => (words['nav.look'] = 'Tra cứu hỏng'));
    await site.restart();
    // One file of the new version is another than its list says.
    await visit.context.route(/locales\/core\/vi.json/, (route) => route.fulfill({ json: { 'nav.look': 'x' } }));
    const failed = page.evaluate(async () => {
      const registration = await navigator.serviceWorker.getRegistration();
      const over = new Promise((done) => registration.addEventListener('updatefound', () => {
        const { installing } = registration;
        installing.addEventListener('statechange', () => done(installing.state));
      }));
      await registration.update();
      return over;
    });
    assert.equal(await failed, 'redundant');
    assert.equal((await offline.caches()).length, 1);
    await page.reload();
    await rate.ready();
    assert.equal(await offline.version(), before);
    assert.equal(await offline.newer().isVisible(), false);
    await visit.end();
  });

  test('that wants nothing kept removes what there is', async () => {
    const visit = await phone(site.collector, AWAY);
    const { page } = visit;
    const rate = await new RatePage(page).open(site.collector.origin);
    await rate.ready();
    const offline = await new OfflinePage(page).kept(RECORDS);
    await site.change('site.json', (json) => (json.offline = false));
    await site.restart();
    await page.reload();
    await offline.gone();
    await page.reload();
    await rate.ready();
    assert.equal(await page.locator('script[data-offline]').count(), 0);
    visit.calm();
    await visit.end();
  });
});
