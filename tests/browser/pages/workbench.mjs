// The workbench, as a designer works with it.
import { readFile } from 'node:fs/promises';
import { phone } from '../harness.mjs';

export class Workbench {
  constructor(page, origin) {
    this.page = page;
    this.origin = origin;
  }

  async open() {
    await this.page.goto(`${this.origin}/workbench/`);
    await this.page.locator('main').waitFor();
  }

  async bank(name) {
    await this.page.locator(`[data-bank="${name}"]`).click();
    await this.question(0).waitFor();
  }

  /** The nth question's row, counted over all pages. */
  question(at) {
    return this.page.locator('.wb-open').nth(at);
  }

  file(id, name, text) {
    return this.page.locator(`#${id}`).setInputFiles({ name, mimeType: 'application/octet-stream', buffer: Buffer.from(text) });
  }

  act(name) {
    return this.page.getByRole('button', typeof name === 'string' ? { name, exact: true } : { name });
  }

  /** The citizen's page in the phone. */
  get phone() {
    return this.page.frameLocator('#wb-screen');
  }

  async saved(name) {
    const [download] = await Promise.all([this.page.waitForEvent('download'), this.act(name).click()]);
    return { name: download.suggestedFilename(), bytes: await readFile(await download.path()) };
  }

  /** By the Tab key alone. */
  async tabTo(selector) {
    for (let step = 0; step < 120; step++) {
      if (await this.page.evaluate((selector) => document.activeElement.matches(selector), selector)) return;
      await this.page.keyboard.press('Tab');
    }
    throw new Error(`the Tab key never comes to ${selector}`);
  }
}

/** On a laptop; `sent`: addresses of all that was sent anywhere. */
export async function atWorkbench(collector, options = {}) {
  const shown = await phone(collector, { viewport: { width: 1280, height: 900 }, hasTouch: false, ...options });
  const sent = [];
  shown.context.on('request', (request) => request.method() !== 'GET' && sent.push(request.url()));
  const bench = new Workbench(shown.page, collector.origin);
  await bench.open();
  return { ...shown, bench, sent };
}
