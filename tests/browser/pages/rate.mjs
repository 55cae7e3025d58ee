// The faces.
export class RatePage {
  constructor(page) {
    this.page = page;
  }
  async open(origin, path = '/Q/04795-3/DR') {
    await this.page.goto(origin + path);
    return this;
  }
  face(value) {
    return this.page.locator(`label.mc-face:has(input[value="${value}"])`);
  }
  tap(value) {
    return this.face(value).tap();
  }
  chosen() {
    return this.page.evaluate(() => document.querySelector('#mc-rate input:checked')?.value ?? null);
  }
  state() {
    return this.page.locator('#mc-rate').getAttribute('data-state');
  }
  /** WebAssembly has taken the form over. */
  ready() {
    return this.page.locator('.mc-nav').waitFor();
  }
}
