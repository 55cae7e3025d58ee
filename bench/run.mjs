// `cargo xtask bench` runs this with CHROMIUM, MC_BIN, MC_PAGE and MC_BENCH_MODULES set.
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { serveOurs } from './ours.mjs';
import { phone } from './phone.mjs';
import { medians, table } from './report.mjs';
import { serveSurveyJs } from './surveyjs/serve.mjs';
import { CPU, NETWORK, SCREEN, visit } from './visit.mjs';

const { CHROMIUM, MC_PAGE, MC_BENCH_MODULES } = process.env;
const ROOT = new URL('..', import.meta.url).pathname;
const RUNS = Number(process.argv[2]);
const PATHS = { rate: '/Q/04795-3/DR', look: '/Q/04795/DL' };
/** The page before is torn down by then: it must not cost the next one, whichever that is. */
const SETTLE_MS = 1500;
const FACES = { ours: 'label.mc-face', surveyjs: '.sd-root-modern .sd-rating__item-smiley, .sd-rating__item' };

const ours = await serveOurs();
const theirs = await serveSurveyJs(ROOT, MC_BENCH_MODULES);
const slow = await phone(CHROMIUM);
const visits = {
  rate: () => visit(slow, ours.origin + PATHS.rate, { face: FACES.ours }),
  look: () => visit(slow, ours.origin + PATHS.look, { query: '#mc-query', hit: '.mc-hits .mc-hit', words: 'khai sinh' }),
  surveyjs: () => visit(slow, theirs.origin + '/', { face: FACES.surveyjs }),
};
const runs = { rate: [], look: [], surveyjs: [] };
try {
  for (let run = 1; run <= RUNS; run++) {
    for (const [name, once] of Object.entries(visits)) {
      const result = await once();
      await new Promise((done) => setTimeout(done, SETTLE_MS));
      runs[name].push(result);
      console.log(`${run}/${RUNS} ${name.padEnd(9)}`, JSON.stringify(result, (_, value) => (typeof value === 'number' ? Math.round(value) : value)));
    }
  }
} finally {
  await slow.close();
  ours.close();
  theirs.close();
}

const middle = Object.fromEntries(Object.entries(runs).map(([name, list]) => [name, medians(list)]));
const conditions = {
  runs: RUNS,
  date: new Date().toISOString().slice(0, 10),
  app: JSON.parse(readFileSync(join(MC_PAGE, 'manifest.json'), 'utf8')).app,
  chromium: `Chromium ${slow.version}`,
  surveyjs: theirs.versions,
  procedures: readdirSync(join(ROOT, 'public/catalogue/p')).length,
  ratePath: PATHS.rate,
  lookPath: PATHS.look,
};
writeFileSync(join(ROOT, 'bench/results.json'), JSON.stringify({ conditions: { ...conditions, network: NETWORK, cpu: CPU, screen: SCREEN }, medians: middle, runs }, null, 1) + '\n');
const text = table({ ...middle, conditions });
writeFileSync(join(ROOT, 'bench/results.md'), text);
console.log(`\n${text}`);
