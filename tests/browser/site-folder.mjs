// A site's folder that a test may change, and the same collector started anew with it.
import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Collector, ROOT } from './harness.mjs';

export class SiteFolder {
  static async copy() {
    const self = new SiteFolder();
    self.folder = await mkdtemp(join(tmpdir(), 'mot-cua-site-'));
    await cp(join(ROOT, 'public'), self.folder, { recursive: true });
    self.collector = await Collector.start({ site: self.folder });
    return self;
  }
  /** `change` gets what the JSON file holds. */
  async change(name, change) {
    const path = join(this.folder, name);
    const json = JSON.parse(await readFile(path, 'utf8'));
    change(json);
    await writeFile(path, JSON.stringify(json));
  }
  async restart() {
    await this.collector.down();
    await this.collector.up();
  }
  async end() {
    await this.collector.stop();
    await rm(this.folder, { recursive: true, force: true });
  }
}
