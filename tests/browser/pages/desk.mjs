// "What am I still missing".
export class DeskPage {
  constructor(page) {
    this.page = page;
  }
  async open(origin, code) {
    await this.page.goto(`${origin}/Q/04795/DL#desk/${code}`);
    await this.page.locator('.mc-need').waitFor();
    return this;
  }
  choose(name) {
    return this.page.locator('.mc-chip', { hasText: name }).locator('input').check();
  }
  document(nth) {
    return this.page.locator('.mc-document input').nth(nth);
  }
  missing() {
    return this.page.locator('.mc-missing .mc-document-name').allTextContents();
  }
  count() {
    return this.page.locator('.mc-missing-count').textContent();
  }
  code() {
    return this.page.locator('[data-qr]');
  }
  ours() {
    return this.page.locator('.mc-ours');
  }
}
