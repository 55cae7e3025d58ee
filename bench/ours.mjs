// The released page as `mot-cua serve` gives it: MC_BIN, MC_PAGE.
import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const { MC_BIN, MC_PAGE } = process.env;
const ROOT = new URL('..', import.meta.url).pathname;

async function freePort() {
  const server = createServer();
  await new Promise((done) => server.listen(0, '127.0.0.1', done));
  const { port } = server.address();
  await new Promise((done) => server.close(done));
  return port;
}

/** The real server of a site's folder, with a database that is thrown away. */
export async function serveOurs(site = 'public') {
  const folder = mkdtempSync(join(tmpdir(), 'mot-cua-bench-'));
  const origin = `http://127.0.0.1:${await freePort()}`;
  const server = spawn(
    MC_BIN,
    ['serve', '--site', site, '--page', MC_PAGE, '--db', `sqlite:${join(folder, 'bench.db')}`, '--listen', origin.slice('http://'.length)],
    { cwd: ROOT, stdio: ['ignore', 'ignore', 'inherit'] },
  );
  for (let tries = 0; !(await fetch(`${origin}/healthz`).then((reply) => reply.ok, () => false)); tries++) {
    if (tries > 400 || server.exitCode !== null) throw new Error('mot-cua serve does not come up');
    await new Promise((done) => setTimeout(done, 50));
  }
  const close = () => {
    server.kill('SIGTERM');
    rmSync(folder, { recursive: true, force: true });
  };
  return { origin, close };
}
