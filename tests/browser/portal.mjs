// A ward's portal on another origin: pages as its editor would make them.
import { createServer } from 'node:http';
import { phone } from './harness.mjs';

/** The policy that NukeViet 4.5 sets up with: https://github.com/nukeviet/nukeviet, config `nv_csp`. */
export const NUKEVIET = [
  "script-src 'self' *.google.com *.google-analytics.com *.googletagmanager.com *.gstatic.com *.facebook.com *.facebook.net *.twitter.com *.zalo.me *.zaloapp.com *.tawk.to 'unsafe-inline' 'unsafe-hashes' 'unsafe-eval'",
  "object-src 'self'",
  "style-src 'self' *.google.com *.googleapis.com *.tawk.to 'unsafe-inline'",
  "img-src 'self' data: *.twitter.com *.google.com *.googleapis.com *.gstatic.com *.facebook.com tawk.link *.tawk.to static.nukeviet.vn",
  "media-src 'self' *.tawk.to",
  "frame-src 'self' *.google.com *.youtube.com *.facebook.com *.facebook.net *.twitter.com *.zalo.me",
  "font-src 'self' *.googleapis.com *.gstatic.com *.tawk.to",
  "connect-src 'self' *.zalo.me *.tawk.to wss://*.tawk.to",
  "form-action 'self' *.google.com",
  "base-uri 'self'",
].join('; ');

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
