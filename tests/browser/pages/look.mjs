// Look-up and the procedure's page.
export class LookPage {
  constructor(page) {
    this.page = page;
  }
  async open(origin) {
    await this.page.goto(`${origin}/Q/04795/DL`);
    await this.page.locator('#mc-query').waitFor();
    return this;
  }
  type(query) {
    return this.page.locator('#mc-query').fill(query);
  }
  hit(nth) {
    return this.page.locator('.mc-hits .mc-hit').nth(nth);
  }
  /** What is said about the hits. */
  told() {
    return this.page.locator('.mc-told');
  }
  life() {
    return this.page.getByRole('button', { name: /Theo việc trong đời/ });
  }
  kept() {
    return this.page.locator('.mc-group', { has: this.page.getByRole('heading', { name: 'Đã xem trên máy này' }) }).locator('.mc-hit');
  }
}
