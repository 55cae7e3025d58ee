// Load, and one answer to settled state: this engine, native, beside survey-core in node, on the same definition, in one run.
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { cpus, tmpdir } from 'node:os';
import { join } from 'node:path';
import { answers, definition } from './definition.mjs';

const LOADS = 15;
const ANSWERS = 2_000;
const modules = process.env.MC_BENCH_MODULES;
if (!modules) throw new Error('MC_BENCH_MODULES is not set: run `cargo xtask bench survey`');
const need = createRequire(join(modules, 'x.js'));
const { Model } = need('survey-core');
const version = JSON.parse(readFileSync(join(modules, 'survey-core/package.json'), 'utf8')).version;

/** Microseconds of wall or of processor time, whichever is less: a busy machine must not count against long pieces of work. */
function micros(work) {
  const [wall, cpu] = [process.hrtime.bigint(), process.cpuUsage()];
  work();
  const spent = process.cpuUsage(cpu);
  return Math.min(Number(process.hrtime.bigint() - wall) / 1e3, spent.user + spent.system);
}
const median = (all) => all.toSorted((a, b) => a - b)[all.length >> 1];
const tail = (all) => all.toSorted((a, b) => a - b)[Math.floor(all.length * 0.95)];

function theirs(text, steps) {
  const loads = Array.from({ length: LOADS }, () => micros(() => new Model(JSON.parse(text))));
  const fill = () => {
    const survey = new Model(JSON.parse(text));
    const times = steps.map(({ name, value }) => micros(() => survey.setValue(name, value)));
    const visible = survey.getAllQuestions().filter((one) => one.isVisible && one.page.isVisible).length;
    return { times, visible, data: survey.data };
  };
  fill();
  const { times, visible, data } = fill();
  return { load: median(loads), answer: median(times), slow: tail(times), visible, data };
}

function ours(text, steps) {
  const folder = mkdtempSync(join(tmpdir(), 'mot-cua-bench-'));
  try {
    const file = join(folder, 'work.json');
    writeFileSync(file, JSON.stringify({ definition: text, loads: LOADS, steps }));
    const args = ['bench', '--quiet', '--package', 'mot-cua-survey', '--bench', 'logic', '--', file];
    return JSON.parse(execFileSync('cargo', args, { encoding: 'utf8', maxBuffer: 1 << 26 }));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

const sorted = (data) => JSON.stringify(Object.fromEntries(Object.entries(data).toSorted(([a], [b]) => (a < b ? -1 : 1))));
const [text, steps] = [JSON.stringify(definition()), answers(ANSWERS)];
const [mine, other] = [ours(text, steps), theirs(text, steps)];
// A faster engine that comes to another end is no faster engine.
if (mine.visible !== other.visible || sorted(mine.data) !== sorted(other.data)) {
  throw new Error(`the two do not agree: ${mine.visible} and ${other.visible} questions visible`);
}
const us = (value) => (value >= 1000 ? `${(value / 1000).toFixed(1)} ms` : `${value.toFixed(1)} µs`);
const row = (name, key) => `| ${name} | ${us(mine[key])} | ${us(other[key])} | ${(other[key] / mine[key]).toFixed(1)} × |`;
const report = `# Logic: this engine beside SurveyJS

500 questions on 50 pages with 300 expressions (150 \`visibleIf\`, 50 \`requiredIf\`, 50 \`enableIf\`, 50 calculated values;
\`bench/survey/definition.mjs\`), ${ANSWERS} answers all over it. Native \`crates/survey\` beside survey-core ${version} in node ${process.version},
one after the other in one run, each warmed up by a whole run; both end with the same ${mine.visible} visible questions and the same data, or
the run fails. Of survey-core wall or processor time counts, whichever is less. \`cargo xtask bench survey\` makes it again. The goal is 10 × less time for an answer.

| | this engine | survey-core | ratio |
|---|---|---|---|
${row('load: text to first state, median of ' + LOADS, 'load')}
${row('one answer to settled state, median', 'answer')}
${row('one answer to settled state, 95th of 100', 'slow')}

On ${cpus().length} cores of ${cpus()[0].model.trim()}. Native code beside JavaScript: how the page's WebAssembly does in a browser is not measured here.
`;
writeFileSync(new URL('results.md', import.meta.url), report);
console.log(report);
