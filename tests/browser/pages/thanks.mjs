// Thanks and the receipt.
export class ThanksPage {
  constructor(page) {
    this.page = page;
  }
  receipt() {
    return this.page.locator('.mc-thanks [data-receipt]').textContent();
  }
  keeping() {
    return this.page.locator('.mc-thanks .mc-keeping');
  }
  sent() {
    return this.page.locator('.mc-thanks .mc-keeping[data-keep="sent"]').waitFor();
  }
}
