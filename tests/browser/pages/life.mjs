// Life events and their checklist.
export class LifePage {
  constructor(page) {
    this.page = page;
  }
  async open(origin, id = '') {
    await this.page.goto(`${origin}/Q/04795/DL#life${id && `/${id}`}`);
    return this;
  }
  events() {
    return this.page.locator('.mc-life .mc-hit');
  }
  procedures() {
    return this.page.locator('.mc-life ol .mc-hit');
  }
  papers() {
    return this.page.locator('.mc-life .mc-document');
  }
  progress() {
    return this.page.locator('.mc-life .mc-told');
  }
}
