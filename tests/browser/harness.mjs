// One Chromium and one collector for a file of tests; a fresh browser context and the promises of every page for each test:
// no console error, no violation of the policy, no request to another host.
import assert from 'node:assert/strict';
import { execFile, spawn } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before } from 'node:test';
import { promisify } from 'node:util';
import { chromium } from 'playwright-core';

const run = promisify(execFile);
export const ROOT = new URL('../../', import.meta.url).pathname;
export const BINARY = need('MC_BIN', 'the mot-cua binary');
const SHELL = need('MC_PAGE', 'the folder of the page shell');
const CHROMIUM = process.env.CHROMIUM ?? '/usr/bin/chromium';

function need(name, what) {
  const value = process.env[name];
  if (!value) throw new Error(`${name} is not set: ${what}. Run \`cargo xtask test\`.`);
  return value;
}

export async function freePort() {
  const server = createServer();
  await new Promise((done) => server.listen(0, '127.0.0.1', done));
  const { port } = server.address();
  await new Promise((done) => server.close(done));
  return port;
}

/** A collector on a port of its own with an empty database. */
export class Collector {
  static async start({ site = 'public', port, options = [] } = {}) {
    const self = new Collector();
    self.folder = await mkdtemp(join(tmpdir(), 'mot-cua-'));
    self.db = `sqlite:${join(self.folder, 'answers.db')}`;
    self.site = site;
    self.options = options;
    self.port = port ?? (await freePort());
    self.origin = `http://127.0.0.1:${self.port}`;
    await self.up();
    return self;
  }

  async up() {
    this.process = spawn(
      BINARY,
      ['serve', '--site', this.site, '--page', SHELL, '--db', this.db, '--listen', `127.0.0.1:${this.port}`, ...this.options],
      { cwd: ROOT, stdio: ['ignore', 'pipe', 'pipe'] },
    );
    this.output = '';
    for (const stream of [this.process.stdout, this.process.stderr]) stream.on('data', (text) => (this.output += text));
    const ended = new Promise((_, fail) => this.process.once('exit', (code) => fail(new Error(`serve ended with ${code}:\n${this.output}`))));
    await Promise.race([this.healthy(), ended]);
  }

  async healthy() {
    for (;;) {
      const reply = await fetch(`${this.origin}/healthz`).catch(() => null);
      if (reply?.ok) return;
      await new Promise((done) => setTimeout(done, 25));
    }
  }

  async down() {
    this.process.removeAllListeners('exit');
    const ended = new Promise((done) => this.process.once('close', done));
    this.process.kill('SIGTERM');
    await ended;
  }

  async stop() {
    if (this.process.exitCode === null) {
      const ended = new Promise((done) => this.process.once('close', done));
      this.process.kill('SIGTERM');
      await ended;
    }
    await rm(this.folder, { recursive: true, force: true });
  }

  /** The highest revision of each answer, as the export gives it. */
  async rows() {
    const { stdout } = await run(BINARY, ['export', '--db', this.db, '--format', 'jsonl'], { cwd: ROOT, maxBuffer: 1 << 26 });
    return stdout.split('\n').filter(Boolean).map((line) => JSON.parse(line));
  }

  /** Waits until `holds(rows)`; says what is there if it never comes. */
  async until(holds, ms = 15_000) {
    const end = Date.now() + ms;
    for (;;) {
      const rows = await this.rows();
      if (holds(rows)) return rows;
      if (Date.now() > end) assert.fail(`never came; rows: ${JSON.stringify(rows, null, 1)}`);
      await new Promise((done) => setTimeout(done, 100));
    }
  }
}

let browser;
/** `options`: more of what Playwright's `launch` takes. */
export function withBrowser(options = {}) {
  before(async () => {
    browser = await chromium.launch({
      ...options,
      executablePath: CHROMIUM,
      args: [
        '--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking',
        '--disable-component-update', '--disable-sync', '--host-resolver-rules=MAP ward.test 127.0.0.1, MAP portal.test 127.0.0.1',
      ],
    });
  });
  after(() => browser?.close());
}

/**
 * A phone: 360 × 740, Vietnamese, touch. `watch` collects what must not happen; `calm()` asserts that nothing did.
 * `allow` are patterns of console errors that the test itself provokes. Nothing is kept for want of a network unless the test
 * is about that (`serviceWorkers: 'allow'`): a server that is stopped must be missed.
 */
export async function phone(collector, { allow = [], hosts = [], ...options } = {}) {
  const context = await browser.newContext({
    viewport: { width: 360, height: 740 }, locale: 'vi-VN', timezoneId: 'Asia/Ho_Chi_Minh', hasTouch: true,
    serviceWorkers: 'block', ...options,
  });
  context.setDefaultTimeout(15_000);
  const bad = [];
  const own = new Set([new URL(collector.origin).host, ...hosts]);
  await context.addInitScript(() => {
    document.addEventListener('securitypolicyviolation', (event) =>
      console.error(`policy: ${event.violatedDirective} ${event.blockedURI} ${event.sample}`));
  }).catch(() => {});
  context.on('request', (request) => {
    const url = new URL(request.url());
    if (url.protocol.startsWith('http') && !own.has(url.host)) bad.push(`request to ${url.host}`);
  });
  context.on('console', (message) => {
    const text = `${message.text()} ${message.location()?.url ?? ''}`;
    if (message.type() === 'error' && !allow.some((pattern) => pattern.test(text))) bad.push(`console: ${text}`);
  });
  context.on('weberror', (error) => {
    const text = String(error.error());
    if (!allow.some((pattern) => pattern.test(text))) bad.push(`error: ${text}`);
  });
  const page = await context.newPage();
  return { context, page, calm: () => assert.deepEqual(bad, []), end: () => context.close() };
}

/** Which of the three pages are loaded in this document. */
export function loaded(page) {
  return page.evaluate(() => [...new Set(performance.getEntriesByType('resource').map(({ name }) => /assets\/(core|full|more)\.\w+\.wasm/.exec(name)?.[1]).filter(Boolean))].join());
}
