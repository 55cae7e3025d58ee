// What the phone keeps of a site, and the line that tells of a newer one.
export class OfflinePage {
  constructor(page) {
    this.page = page;
  }
  /** The worker is in use, and the newest version has so many records: they come last. */
  async kept(records) {
    await this.until(async (records) => {
      const names = (await caches.keys()).filter((name) => name.startsWith('mot-cua '));
      if (!navigator.serviceWorker.controller || !names.length) return false;
      const requests = await (await caches.open(names[names.length - 1])).keys();
      return requests.filter(({ url }) => url.includes('/catalogue/p/')).length >= records;
    }, records);
    return this;
  }
  /** What a page promises is asked again and again; `waitForFunction` takes the promise itself for yes. */
  async until(holds, value, ms = 30_000) {
    for (const end = Date.now() + ms; !(await this.page.evaluate(holds, value)); ) {
      if (Date.now() > end) throw new Error(`never came; kept: ${JSON.stringify(await this.caches())}`);
      await new Promise((done) => setTimeout(done, 50));
    }
  }
  /** All addresses that are kept, by version, oldest first. */
  caches() {
    return this.page.evaluate(async () => {
      const names = (await caches.keys()).filter((name) => name.startsWith('mot-cua '));
      return Promise.all(names.map(async (name) => [name, (await (await caches.open(name)).keys()).map(({ url }) => new URL(url).pathname)]));
    });
  }
  newer() {
    return this.page.locator('#mc-newer');
  }
  reload() {
    return this.newer().getByRole('link').click();
  }
  version() {
    return this.page.locator('script[data-build]').getAttribute('data-build');
  }
  /** What the browser holds once the site wants nothing kept. */
  async gone() {
    await this.until(async () => !(await navigator.serviceWorker.getRegistration()) && !(await caches.keys()).length);
  }
}
