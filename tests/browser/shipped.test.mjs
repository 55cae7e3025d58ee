// What is shipped, byte by byte: no key, and nothing of the machine that built it.
import assert from 'node:assert/strict';
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { looksSecret } from '../unit/secrets.mjs';

const files = readdirSync(process.env.MC_PAGE, { recursive: true, withFileTypes: true })
  .filter((entry) => entry.isFile() && !/\.(br|gz)$/.test(entry.name))
  .map((entry) => join(entry.parentPath ?? entry.path, entry.name));
const read = (path) => readFileSync(path, 'latin1');
/** Folders where people, Cargo and the toolchain live; a path of the standard library names no one. */
const MACHINE = /\/(?:home|root|Users|builds?|workspace)\/[\w.-]+|[A-Z]:\\Users|\.cargo\/|\.rustup\/|registry\/src/;

test('item 12: the built page holds no secret and no path of the machine that built it', () => {
  assert.ok(MACHINE.test('/root/.cargo/registry/src/index'), 'planted');
  assert.ok(files.filter((path) => path.endsWith('.wasm')).length >= 3 && files.length > 15, String(files));
  assert.deepEqual(files.filter((path) => looksSecret(read(path))), []);
  const found = files.map((path) => [path, MACHINE.exec(read(path))?.[0]]).filter(([, path]) => path);
  assert.deepEqual(found, []);
});
