// Load, and one answer to settled state, on the same definition, in one run: this engine beside survey-core, native beside node and
// both in Chromium; the page in Chromium beside SurveyJS's.
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { cpus, loadavg, tmpdir } from 'node:os';
import { join } from 'node:path';
import { inChromium } from './chromium.mjs';
import { answers, definition } from './definition.mjs';
import { enginesInChromium } from './engine.mjs';
import { engines, goals, median, native, page, tail } from './report.mjs';

const LOADS = 15;
const ANSWERS = 2_000;
/** Of the page: loads, and parts of ten questions that are answered in each. */
const RUNS = 3;
const PARTS = 5;
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
function agree(mine, other) {
  if (mine.visible === other.visible && sorted(mine.data) === sorted(other.data)) return;
  throw new Error(`the two do not agree: ${mine.visible} and ${other.visible} questions visible`);
}
agree(mine, other);
const { chromium } = (await import(join(modules, 'playwright-core/index.mjs'))).default ?? {};
const alone = await enginesInChromium({ chromium, executablePath: process.env.CHROMIUM, modules, folder: process.env.MC_ENGINE, text, steps, loads: LOADS });
agree(alone.ours, alone.theirs);
const seen = await inChromium({ chromium, executablePath: process.env.CHROMIUM, modules, text, runs: RUNS, parts: PARTS });
const report = `# Surveys: this engine and page beside SurveyJS

500 questions on 50 pages with 300 expressions (150 \`visibleIf\`, 50 \`requiredIf\`, 50 \`enableIf\`, 50 calculated values;
\`bench/survey/definition.mjs\`). \`cargo xtask bench survey\` makes it again.

## The engine

${ANSWERS} answers all over it. Native \`crates/survey\` beside survey-core ${version} in node ${process.version}, one after the other in one run,
each warmed up by a whole run; both end with the same ${mine.visible} visible questions and the same data, or the run fails. Of survey-core
wall or processor time counts, whichever is less.

| | this engine | survey-core | ratio |
|---|---|---|---|
${native({ mine, other, loads: LOADS })}

The same in ${seen.chromium} with the processor slowed ${seen.slowed} times, no views: \`crates/survey\` as WebAssembly, compiled as in the page, an answer
handed over as JSON, beside survey-core's bundle for browsers.

| | this engine | survey-core | ratio |
|---|---|---|---|
${engines(alone, LOADS)}

## The page

${seen.chromium}, 360 px wide, processor slowed ${seen.slowed} times, no network between: our page as it is served beside ${seen.versions}. ${RUNS} fresh
loads of each in turn, every question answered that is shown on the first ${PARTS} parts (${seen.ours.works.length} and ${seen.theirs.works.length} answers), by the same events. Ours
keeps every answer on the phone and sends it besides; theirs does neither.

| | this page | SurveyJS | ratio |
|---|---|---|---|
${page(seen)}

- "Settled": until all that the event set off has run and another task may begin. "To paint": until the frame with it is drawn, without
  the wait for the screen's next refresh (Chromium's limit on frames is off, and no other frame is under way). Of every other answer
  the one is taken, of the rest the other: where nothing is under way the frame comes first, and would count as settling.
- "The main thread's time" is processor time, with all that follows in the next 0.15 s: keeping, drawing, animations.

## Goals

${goals({ mine, other }, alone, seen)}

On ${cpus().length} cores of ${cpus()[0].model.trim()}, of which others wanted ${loadavg()[0].toFixed(1)} in the last minute: all but the last two rows of the page's table
are by the clock and suffer from that.
`;
writeFileSync(new URL('results.md', import.meta.url), report);
console.log(report);
