// The product itself: `mot-cua search`, a question a line, an answer a line.
import { execFileSync, spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';

/** The path of the index that an import of these records makes. */
export function indexOf(binary, records, out) {
  execFileSync(binary, ['import', 'tthc', records, '--out', out], { stdio: ['ignore', 'ignore', 'inherit'] });
  return join(out, 'index.json');
}

/** Answers `{ codes, ask, office, micros }` in the order of the queries, and the resident memory after them, in bytes. */
export async function ask(binary, catalogue, queries, limit = 30) {
  const child = spawn(binary, ['search', '--catalogue', catalogue, '--limit', String(limit)], { stdio: ['pipe', 'pipe', 'inherit'] });
  const answers = [];
  const whole = new Promise((done, fail) => {
    child.on('error', fail);
    createInterface({ input: child.stdout }).on('line', (line) => {
      answers.push(JSON.parse(line));
      if (answers.length === queries.length) done(resident(child.pid));
    });
    child.on('exit', (code) => fail(new Error(`mot-cua search ended with ${code} after ${answers.length} of ${queries.length}`)));
  });
  const lines = queries.map((query, id) => JSON.stringify({ id, query }) + '\n');
  child.stdin.on('error', () => {});
  child.stdin.write(lines.join(''));
  const memory = await whole;
  child.stdin.end();
  return { answers, memory };
}

function resident(pid) {
  const status = readFileSync(`/proc/${pid}/status`, 'utf8');
  return Number(/VmRSS:\s+(\d+) kB/.exec(status)?.[1] ?? 0) * 1024;
}
