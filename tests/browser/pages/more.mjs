// The further questions.
export class MorePage {
  constructor(page) {
    this.page = page;
  }
  shown() {
    return this.page.locator('.mc-more-screen').waitFor();
  }
  chip(words) {
    return this.page.locator('.mc-chip', { hasText: words });
  }
  words() {
    return this.page.locator('textarea');
  }
  done() {
    return this.page.locator('[data-act="done"]').click();
  }
  wrong() {
    return this.page.locator('[data-act="again"]').click();
  }
  keeping() {
    return this.page.locator('.mc-keeping');
  }
}
