// A ward's portal on another origin: pages as its editor would make them.
import { createServer } from 'node:http';
import { phone } from './harness.mjs';

/** `pages`: path → `{html, headers}`, or html alone. */
export class Portal {
  static async start(pages) {
    const self = new Portal();
    self.pages = pages;
    self.server = createServer((request, response) => {
      const page = self.pages[request.url];
      const { html, headers = {} } = typeof page === 'string' ? { html: page } : (page ?? {});
      response.writeHead(html === undefined ? 404 : 200, { 'content-type': 'text/html; charset=utf-8', ...headers });
      response.end(`<!doctype html><html lang="vi"><meta name="viewport" content="width=device-width"><title>Cổng</title>${/<body/.test(html) ? '' : '<body>'}${html ?? ''}`);
    });
    await new Promise((done) => self.server.listen(0, '127.0.0.1', done));
    self.origin = `http://portal.test:${self.server.address().port}`;
    return self;
  }

  /** A phone that has opened one of them. `visit.events`: names of our events as the portal heard them. */
  async visit(collector, path, { before, ...options } = {}) {
    const visit = await phone(collector, { hosts: [new URL(this.origin).host], ...options, allow: [/favicon/, ...(options.allow ?? [])] });
    await visit.page.addInitScript(() => {
      window.heard = [];
      window.shifted = 0;
      for (const name of ['ready', 'rated', 'saved', 'sent', 'pending', 'resize', 'error']) {
        document.addEventListener(`mot-cua-${name}`, (event) => window.heard.push([name, event.detail]));
      }
      new PerformanceObserver((list) => {
        for (const entry of list.getEntries()) window.shifted += entry.value;
      }).observe({ type: 'layout-shift', buffered: true });
      window.globals = Object.keys(window);
    });
    if (before) await before(visit.page);
    await visit.page.goto(this.origin + path);
    visit.heard = () => visit.page.evaluate(() => window.heard.map(([name]) => name));
    visit.hears = (name) => visit.page.waitForFunction((name) => window.heard.some(([heard]) => heard === name), name);
    visit.newGlobals = () =>
      visit.page.evaluate(() => Object.keys(window).filter((key) => !window.globals.includes(key) && key !== 'globals' && !/^\d+$/.test(key)));
    return visit;
  }

  stop() {
    return new Promise((done) => this.server.close(done));
  }
}
