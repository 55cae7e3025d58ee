// The guidance slip: the clerk's side and the citizen's.
export class SlipPage {
  constructor(page) {
    this.page = page;
  }
  async make(origin, code) {
    await this.page.goto(`${origin}/Q/04795/DL#slip/new/${code}`);
    await this.page.locator('.mc-lacking').waitFor();
    return this;
  }
  document(nth) {
    return this.page.locator('.mc-document input').nth(nth);
  }
  line() {
    return this.page.locator('#mc-slip-line');
  }
  sheet() {
    return this.page.locator('.mc-slip');
  }
  code() {
    return this.page.locator('[data-qr]');
  }
  names() {
    return this.sheet().locator('.mc-document-name').allTextContents();
  }
}
