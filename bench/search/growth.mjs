// How load, search and memory grow with the number of records.
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { ask } from './ours.mjs';
import { synthetic } from './records.mjs';
import { fold } from './text.mjs';
import { percentile } from './score.mjs';

const SIZES = [2_642, 26_420, 264_200];
const ASKED = 60;

export async function growth(binary, folder, records, chance) {
  const sizes = [];
  for (const count of SIZES) {
    const made = synthetic(records, count, chance);
    const path = join(folder, `${count}.json`);
    writeFileSync(path, JSON.stringify(made));
    const queries = Array.from({ length: ASKED }, () => fold(chance.pick(made).ten).split(' ').slice(0, 6).join(' '));
    const { answers, memory } = await ask(binary, path, queries);
    const micros = answers.map((answer) => answer.micros);
    sizes.push({ count, p50: percentile(micros, 0.5) / 1000, p95: percentile(micros, 0.95) / 1000, memory });
  }
  return sizes;
}
