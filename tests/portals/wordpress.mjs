// A real WordPress with its own MariaDB, from Debian's packages unpacked beside each other (MC_WORDPRESS); served by PHP itself.
import { execFile, spawn } from 'node:child_process';
import { access, cp, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { readdirSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { freePort } from '../browser/harness.mjs';

const run = promisify(execFile);
const HERE = new URL('./wordpress/', import.meta.url).pathname;
const THEME = '<?php while (have_posts()) { the_post(); the_content(); }';

export class WordPress {
  /** `post`: what an administrator and an author write. */
  static async start(packages, post) {
    const self = new WordPress();
    self.folder = await mkdtemp(join(tmpdir(), 'mot-cua-wordpress-'));
    self.children = [];
    const [data, socket, root] = ['data', 's', 'www'].map((name) => join(self.folder, name));
    await mkdir(data);
    await cp(join(packages, 'usr/share/wordpress'), root, { recursive: true, filter: (path) => !/\.htaccess$|wp-config\.php$/.test(path) });
    await mkdir(join(root, 'wp-content/themes/bare'), { recursive: true });
    await writeFile(join(root, 'wp-content/themes/bare/style.css'), '/* Theme Name: Bare */');
    await writeFile(join(root, 'wp-content/themes/bare/index.php'), `<!doctype html><meta charset="utf-8"><title>Phường</title>${THEME}`);
    await cp(join(HERE, 'wp-config.php'), join(root, 'wp-config.php'));
    const libraries = one(join(packages, 'usr/lib'), /-linux-gnu/);
    const database = ['--no-defaults', `--datadir=${data}`, `--socket=${socket}`, '--skip-networking', '--skip-grant-tables', '--user=root', `--lc-messages-dir=${join(packages, 'usr/share/mysql')}`];
    self.spawn(join(packages, 'usr/sbin/mariadbd'), database, { env: { ...process.env, LD_LIBRARY_PATH: libraries } });
    await there(socket);
    self.origin = `http://portal.test:${await freePort()}`;
    const extensions = one(join(packages, 'usr/lib/php'), /^2/);
    const php = ['-d', `extension=${extensions}/mysqlnd.so`, '-d', `extension=${extensions}/mysqli.so`, '-d', `mysqli.default_socket=${socket}`];
    const env = { ...process.env, WP_ROOT: root, WP_ORIGIN: self.origin, WP_POST: post };
    self.pages = JSON.parse((await run('php', [...php, join(HERE, 'set-up.php')], { env })).stdout);
    self.spawn('php', [...php, '-S', self.origin.replace(/^.*:/, '127.0.0.1:'), '-t', root], { env });
    return self;
  }

  spawn(program, args, options) {
    this.children.push(spawn(program, args, { stdio: 'ignore', ...options }));
  }

  async stop() {
    await Promise.all(this.children.map((child) => new Promise((done) => {
      child.once('exit', done);
      child.kill('SIGKILL');
    })));
    await rm(this.folder, { recursive: true, force: true });
  }
}

/** The entry of a folder whose name no one can know beforehand. */
function one(folder, pattern) {
  return join(folder, readdirSync(folder).find((name) => pattern.test(name)));
}

async function there(path) {
  for (const end = Date.now() + 60_000; Date.now() < end; await new Promise((done) => setTimeout(done, 50))) {
    if (await access(path).then(() => true, () => false)) return;
  }
  throw new Error(`${path} never came`);
}
