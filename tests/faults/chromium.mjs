// A Chromium of the test's own, with a profile that outlives it, to be killed like a phone kills: without a word.
import { spawn } from 'node:child_process';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium } from 'playwright-core';

const PROGRAM = process.env.CHROMIUM ?? '/usr/bin/chromium';
const ARGS = [
  '--headless=new', '--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking', '--disable-component-update',
  '--disable-sync', '--disable-extensions', '--remote-debugging-port=0', '--window-size=360,740', '--lang=vi-VN',
];

export class Profile {
  static async make() {
    const self = new Profile();
    self.folder = await mkdtemp(join(tmpdir(), 'mot-cua-profile-'));
    return self;
  }

  /** Starts the browser on this profile; → its first page. */
  async start() {
    await this.kill();
    const port = join(this.folder, 'DevToolsActivePort');
    await rm(port, { force: true });
    // A group of its own: its helpers die with it.
    this.process = spawn(PROGRAM, [...ARGS, `--user-data-dir=${this.folder}`, 'about:blank'], { detached: true, stdio: 'ignore' });
    this.ended = new Promise((done) => this.process.once('exit', done));
    const address = await this.read(port);
    this.browser = await chromium.connectOverCDP(`http://127.0.0.1:${address.split('\n')[0]}`);
    const [context] = this.browser.contexts();
    context.setDefaultTimeout(15_000);
    return context.pages()[0] ?? context.newPage();
  }

  async read(file) {
    for (let left = 400; ; left--) {
      const text = await readFile(file, 'utf8').catch(() => '');
      if (text.includes('\n')) return text;
      if (left === 0 || this.process.exitCode !== null) throw new Error('Chromium does not come up');
      await new Promise((done) => setTimeout(done, 25));
    }
  }

  /** SIGKILL for it and its helpers, if it runs. */
  async kill() {
    if (!this.process) return;
    try {
      process.kill(-this.process.pid, 'SIGKILL');
    } catch {
      // It was gone already.
    }
    await this.ended;
    this.process = null;
  }

  /** As a person closes it. */
  async close() {
    const session = await this.browser.newBrowserCDPSession();
    await session.send('Browser.close').catch(() => {});
    await this.ended;
    this.process = null;
  }

  async remove() {
    await rm(this.folder, { recursive: true, force: true, maxRetries: 5 });
  }
}
