// What the phone keeps of a site, and the line that tells of a newer one.
export class OfflinePage {
  constructor(page) {
    this.page = page;
  }
  /** The worker is in use and has kept what every page needs; with `records`, so many of the catalogue's. */
  async kept(records = 1) {
    await this.page.waitForFunction(async (records) => {
      if (!navigator.serviceWorker.controller) return false;
      for (const name of (await caches.keys()).reverse()) {
        const urls = (await (await caches.open(name)).keys()).map(({ url }) => url);
        if (urls.filter((url) => url.includes('/catalogue/p/')).length >= records) return true;
      }
      return false;
    }, records, { polling: 100 });
    return this;
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
    await this.page.waitForFunction(async () => !(await navigator.serviceWorker.getRegistration()) && !(await caches.keys()).length, null, { polling: 100 });
  }
}
