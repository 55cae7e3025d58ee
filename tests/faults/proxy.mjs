// A network that can fail, between the browser and `mot-cua serve`: what the page sends to the backend goes through `fault`;
// its files pass.
import { createServer, request as ask } from 'node:http';

const HOP = new Set(['connection', 'keep-alive', 'transfer-encoding', 'content-length']);

export class Proxy {
  /** `path`: what counts as the backend. */
  static async start(collector, { path = /^\/api\/responses/ } = {}) {
    const self = new Proxy();
    self.collector = collector;
    self.path = path;
    self.clear();
    self.server = createServer((request, response) => self.serve(request, response).catch(() => response.destroy()));
    await new Promise((done) => self.server.listen(0, '127.0.0.1', done));
    self.port = self.server.address().port;
    self.origin = `http://127.0.0.1:${self.port}`;
    return self;
  }

  /** As if nothing had ever been wrong. */
  clear() {
    this.fault = (exchange) => exchange.pass();
    /** Changes files on their way to the browser: `(path, {headers, body}) => void`. */
    this.edit = () => {};
    /** Each request to the backend: `{method, key, body, at}`. */
    this.asked = [];
    this.flying = 0;
    this.mostFlying = 0;
  }

  get posts() {
    return this.asked.filter(({ method }) => method === 'POST');
  }

  async serve(request, response) {
    if (!this.path.test(request.url)) {
      const reply = await this.fetch(request, await read(request));
      this.edit(request.url, reply);
      response.writeHead(reply.status, reply.headers).end(reply.body);
      return;
    }
    const heard = { method: request.method, key: request.headers['idempotency-key'], at: Date.now(), body: '' };
    this.asked.push(heard);
    this.mostFlying = Math.max(this.mostFlying, ++this.flying);
    response.once('close', () => this.flying--);
    const exchange = new Exchange(this, request, response, heard);
    await this.fault(exchange, this.posts.length);
  }

  /** The real reply to this request. */
  fetch(request, body) {
    const { pathname, search } = new URL(request.url, 'http://x');
    // Plain: `edit` reads what goes by.
    const headers = { ...request.headers, 'accept-encoding': 'identity' };
    const options = { host: '127.0.0.1', port: this.collector.port, path: pathname + search, method: request.method, headers, agent: false };
    return new Promise((done, fail) => {
      const asking = ask(options, async (reply) => {
        const headers = Object.fromEntries(Object.entries(reply.headers).filter(([name]) => !HOP.has(name)));
        done({ status: reply.statusCode, headers, body: await read(reply) });
      });
      asking.on('error', fail);
      asking.end(body);
    });
  }

  stop() {
    this.server.closeAllConnections();
    return new Promise((done) => this.server.close(done));
  }
}

/** One request to the backend, and what a fault may do with it. */
class Exchange {
  constructor(proxy, request, response, heard) {
    Object.assign(this, { proxy, request, response, heard });
  }

  async body() {
    const bytes = await read(this.request);
    this.heard.body = bytes.toString();
    return bytes;
  }

  /** The backend gets the request; its reply is returned and not yet given. */
  async ask(body) {
    const bytes = await this.body();
    const reply = await this.proxy.fetch(this.request, body ?? bytes);
    this.heard.status = reply.status;
    return reply;
  }

  async pass() {
    const { status, headers, body } = await this.ask();
    this.response.writeHead(status, headers).end(body);
  }

  /** A reply that is not the backend's. */
  async say(status, headers = {}, body = '') {
    await this.body();
    this.response.writeHead(status, headers).end(body);
  }

  /** The connection breaks. */
  reset() {
    this.request.socket.resetAndDestroy();
  }
}

async function read(stream) {
  const parts = [];
  for await (const part of stream) parts.push(part);
  return Buffer.concat(parts);
}
