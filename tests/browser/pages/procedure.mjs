// One procedure.
export class ProcedurePage {
  constructor(page) {
    this.page = page;
  }
  async open(origin, code) {
    await this.page.goto(`${origin}/Q/04795/DL#p/${code}`);
    await this.page.locator('.mc-pair').last().waitFor();
    return this;
  }
  way(nth) {
    return this.page.locator('.mc-facts .mc-way').nth(nth);
  }
  notice() {
    return this.page.locator('.mc-app .mc-notice');
  }
  toDesk() {
    return this.page.getByRole('button', { name: 'Chuẩn bị mang tới quầy' }).tap();
  }
}
