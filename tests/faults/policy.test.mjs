// The backend is another origin, and the browser does not let the page reach it: CORS, the page's policy, TLS, names.
import assert from 'node:assert/strict';
import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { Collector, ROOT, withBrowser } from '../browser/harness.mjs';
import { Proxy } from './proxy.mjs';
import { Visit, endVisits } from './visit.mjs';

withBrowser();
endVisits();
let backend, away, folder;
before(async () => {
  backend = await Collector.start();
  away = await Proxy.start(backend, { path: /./ });
  folder = await mkdtemp(join(tmpdir(), 'mot-cua-site-'));
});
after(async () => {
  await away?.stop();
  await backend?.stop();
  await rm(folder, { recursive: true, force: true });
});

/** The sample site with another `submit.url`, served beside its backend; and a visit to it. */
async function sitePosting(url, act) {
  const site = join(folder, String(Math.random()));
  await cp(join(ROOT, 'public'), site, { recursive: true });
  const json = JSON.parse(await readFile(join(site, 'site.json'), 'utf8'));
  json.submit.url = url;
  await writeFile(join(site, 'site.json'), JSON.stringify(json));
  const pages = await Collector.start({ site });
  const proxy = await Proxy.start(pages, { path: /^\/nothing/ });
  // The answers are the backend's.
  proxy.collector = { port: pages.port, rows: () => backend.rows() };
  away.clear();
  try {
    await act(proxy);
  } finally {
    await proxy.stop();
    await pages.stop();
  }
}

const cors = (exchange) => ({
  'access-control-allow-origin': exchange.request.headers.origin,
  'access-control-allow-headers': 'content-type, idempotency-key',
});

/** As a backend of another origin has to answer. */
async function open(exchange) {
  if (exchange.request.method === 'OPTIONS') return exchange.say(204, cors(exchange));
  const { status, headers, body } = await exchange.ask();
  exchange.response.writeHead(status, { ...headers, ...cors(exchange) }).end(body);
}

/** It stores the answer, and does not say who may read that. */
async function closed(exchange) {
  const { status, headers, body } = await exchange.ask();
  delete headers['access-control-allow-origin'];
  exchange.response.writeHead(status, headers).end(body);
}

const hosts = () => [new URL(away.origin).host];

for (const [name, fault] of [
  ['the preflight is refused', (exchange) => (exchange.request.method === 'OPTIONS' ? exchange.say(403) : open(exchange))],
  ['the preflight does not name our headers', (exchange) => (exchange.request.method === 'OPTIONS' ? exchange.say(204, { 'access-control-allow-origin': '*' }) : open(exchange))],
  ['the reply does not name our origin', (exchange) => (exchange.request.method === 'OPTIONS' ? open(exchange) : closed(exchange))],
]) {
  test(`F27 ${name}: kept; once the backend is mended it arrives`, async () => {
    await sitePosting(`${away.origin}/api/responses`, async (proxy) => {
      const visit = await Visit.begin(proxy, { hosts: hosts() });
      away.fault = fault;
      await visit.rate.tap(4);
      await visit.says('kept', /mạng/);
      await visit.holds(1);
      away.fault = open;
      await visit.page.clock.fastForward('06:00');
      await visit.arrives();
      await visit.end();
    });
  });
}

test("F28 the page's policy forbids the backend: said to be the site's matter, kept; sent once it is allowed", async () => {
  await sitePosting(`${away.origin}/api/responses`, async (proxy) => {
    const visit = await Visit.begin(proxy, { hosts: hosts(), allow: [/policy/i, /Refused to connect/], path: '/print/', ready: false });
    away.fault = open;
    proxy.edit = (path, reply) => {
      if (reply.headers['content-type']?.startsWith('text/html')) reply.headers['content-security-policy'] = "connect-src 'self'";
    };
    await visit.rate.open(proxy.origin);
    await visit.rate.ready();
    await visit.rate.tap(2);
    await visit.says('kept', /Đã lưu trên máy này.*chặn.*không phải lỗi của ông\/bà/);
    await visit.holds(1);
    assert.equal(away.asked.length, 0);
    proxy.edit = () => {};
    await visit.page.goto(`${proxy.origin}/#pending`);
    await visit.page.getByText('Không có đánh giá nào').waitFor();
    await visit.holds(0);
    assert.equal((await visit.rows()).length, 1);
    await visit.end();
  });
});

for (const [name, url] of [
  ['its name is not known', () => 'https://backend.invalid/api/responses'],
  ['it speaks no TLS', (port) => `https://127.0.0.1:${port}/api/responses`],
]) {
  test(`F29 ${name}: kept, and said to wait for a connection`, async (t) => {
    const deaf = createServer((socket) => socket.end('no TLS here\n'));
    await new Promise((done) => deaf.listen(0, '127.0.0.1', done));
    t.after(() => deaf.close());
    const address = url(deaf.address().port);
    await sitePosting(address, async (proxy) => {
      const visit = await Visit.begin(proxy, { hosts: [new URL(address).host] });
      await visit.rate.tap(4);
      await visit.says('kept', /Chưa có mạng/);
      await visit.holds(1);
      await visit.page.reload();
      await visit.says('kept');
      await visit.holds(1);
      await visit.page.goto(`${proxy.origin}/#pending`);
      await visit.page.getByText('Xin xem lại ngày giờ trên máy').waitFor();
      await visit.end();
    });
  });
}
