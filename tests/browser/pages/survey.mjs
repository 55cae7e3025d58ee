// A survey of any kind in the full page, and sites that ask it.
import { cp, mkdtemp, readFile, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ROOT } from '../harness.mjs';

/** A copy of the sample site whose survey is `name`, of `text` if given; without its catalogue unless asked for. */
export async function siteAsking(name, text, catalogue = false) {
  const folder = await mkdtemp(join(tmpdir(), 'mot-cua-site-'));
  for (const part of ['locales', 'surveys', 'site.json', ...(catalogue ? ['catalogue'] : [])]) await cp(join(ROOT, 'public', part), join(folder, part), { recursive: true });
  const site = JSON.parse(await readFile(join(folder, 'site.json'), 'utf8'));
  await writeFile(join(folder, 'site.json'), JSON.stringify({ ...site, survey: name, catalogue }));
  if (text) await writeFile(join(folder, 'surveys', `${name}.json`), text);
  return folder;
}

export class SurveyPage {
  constructor(page) {
    this.page = page;
  }
  async open(origin, path = '/Q/04795-3/DR') {
    await this.page.goto(origin + path);
    return this;
  }
  async start() {
    await this.page.locator('[data-act="start"]').click();
    await this.shown();
    return this;
  }
  shown() {
    return this.page.locator('.mc-more-screen').waitFor();
  }
  title() {
    return this.page.locator('.mc-more-screen h1').innerText();
  }
  /** The question of these words. */
  question(words) {
    return this.page.locator('.mc-question', { hasText: words }).last();
  }
  chip(question, words) {
    return this.question(question).locator('.mc-chip', { hasText: words }).first();
  }
  field(words) {
    return this.page.getByLabel(words, { exact: false }).first();
  }
  next() {
    return this.page.locator('[data-act="done"]').click();
  }
  back() {
    return this.page.locator('[data-act="back"]').click();
  }
  summary() {
    return this.page.locator('#mc-faults');
  }
  /** Answers all that is on this part as anyone might: the first of all choices, a word in every field. */
  async fill() {
    for (const group of await this.page.locator('.mc-question:has(> * .mc-chip), fieldset.mc-row').all()) {
      const input = group.locator('input:not([type=search])').first();
      if ((await input.count()) && !(await input.isChecked())) await input.check({ force: true });
    }
    // Counted anew each time: an answer may show further fields.
    const fields = this.page.locator('input.mc-input:not([type=search]), textarea');
    for (let at = 0; at < (await fields.count()); at++) {
      const field = fields.nth(at);
      const type = await field.getAttribute('type');
      const words = { date: '2026-11-22', email: 'a@vidu.vn', tel: '0912345678' }[type] ?? 'một';
      if (await field.isEnabled()) await field.fill((await field.getAttribute('inputmode')) === 'decimal' ? '7' : words);
    }
  }
  async toTheEnd() {
    for (let step = 0; step < 60; step++) {
      await Promise.race([this.page.locator('.mc-thanks').waitFor(), this.shown()]);
      if (await this.page.locator('.mc-thanks').isVisible()) return;
      const before = this.page.url();
      await this.fill();
      await this.next();
      await this.page.waitForURL((url) => url.href !== before);
    }
    throw new Error('it has no end');
  }
}
