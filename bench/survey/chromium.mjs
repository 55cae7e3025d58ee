// The same survey as two pages in Chromium with the processor slowed: ours as it is served, SurveyJS with its own views. Both are
// answered by the same events in the same order; frames are not held back for the screen, so that a time is work alone.
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { serveOurs } from '../ours.mjs';
import { serveSurveyJs } from '../surveyjs/serve.mjs';
import { CPU, SCREEN } from '../visit.mjs';
import { kind, PER_PAGE } from './definition.mjs';
import { helpers } from './page.js';

const ROOT = new URL('../../', import.meta.url).pathname;
const LIMIT_MS = 120_000;
/** What follows an answer, a write to storage or a late render, is over by then. */
const SETTLE_MS = 150;
const ARGS = ['--no-sandbox', '--disable-gpu', '--disable-gpu-vsync', '--disable-frame-rate-limit', '--no-first-run', '--disable-background-networking'];

/** What is said of a question on each page: where it stands, the way on. */
const PAGES = {
  ours: { path: '/Q/04795-3/DR#more/0', on: () => document.querySelector('[data-act="done"]').click() },
  theirs: { path: '/', on: () => window.survey.nextPage() },
};

function siteOf(text) {
  const folder = mkdtempSync(join(tmpdir(), 'mot-cua-bench-site-'));
  for (const part of ['locales', 'surveys', 'site.json']) cpSync(join(ROOT, 'public', part), join(folder, part), { recursive: true });
  const site = JSON.parse(readFileSync(join(folder, 'site.json'), 'utf8'));
  writeFileSync(join(folder, 'site.json'), JSON.stringify({ ...site, survey: 'bench', catalogue: false }));
  writeFileSync(join(folder, 'surveys/bench.json'), text);
  return folder;
}

/** One load, and an answer to every question that is shown on so many parts; milliseconds. */
async function fill(browser, origin, { path, on }, parts) {
  const context = await browser.newContext({ viewport: SCREEN, locale: 'vi-VN', isMobile: true, hasTouch: true, serviceWorkers: 'block' });
  try {
    const tab = await context.newPage();
    tab.setDefaultTimeout(LIMIT_MS);
    const cdp = await context.newCDPSession(tab);
    await cdp.send('Emulation.setCPUThrottlingRate', { rate: CPU });
    // The thread's own time: what else the machine does must not count against anyone.
    await cdp.send('Performance.enable', { timeDomain: 'threadTicks' });
    const spent = async () => (await cdp.send('Performance.getMetrics')).metrics.find(({ name }) => name === 'TaskDuration').value * 1000;
    await tab.addInitScript(helpers);
    await tab.goto(origin + path, { waitUntil: 'commit' });
    const load = await tab.evaluate(() => window.measured.first());
    await tab.waitForTimeout(1000);
    const [settled, paints, works] = [[], [], []];
    for (let part = 0; part < parts; part++) {
      for (let at = part * PER_PAGE; at < (part + 1) * PER_PAGE; at++) {
        if (!(await tab.evaluate((number) => window.measured.ready(number), at))) continue;
        // A frame that is under way puts the next one off to the screen's refresh, and what is asked is the work of this one. Every
        // other answer comes in the middle of one: what is settled is known before it is drawn.
        const isDrawn = at % 2 === 0;
        if (isDrawn) await tab.waitForTimeout(SETTLE_MS);
        const before = await spent();
        const times = await tab.evaluate(([number, sort]) => window.measured.answer(number, sort), [at, kind(at)]);
        await tab.waitForTimeout(SETTLE_MS);
        works.push((await spent()) - before);
        if (isDrawn) paints.push(times.paint);
        else settled.push(times.settled);
      }
      await tab.evaluate(on);
      if (part + 1 < parts) await tab.evaluate((first) => window.measured.part(first), (part + 1) * PER_PAGE);
    }
    return { load, settled, paints, works };
  } finally {
    await context.close();
  }
}

/** → of `ours` and `theirs` the `loads` and, of every other answer of all runs each, `settled` and `paints`; of all `works` (an answer's part of the main thread's time). */
export async function inChromium({ chromium, executablePath, modules, text, runs, parts }) {
  const site = siteOf(text);
  const servers = { ours: await serveOurs(site), theirs: await serveSurveyJs(ROOT, modules, JSON.parse(text)) };
  const browser = await chromium.launch({ executablePath, args: ARGS });
  const all = { ours: [], theirs: [] };
  try {
    for (let run = 0; run < runs; run++) {
      for (const name of ['ours', 'theirs']) all[name].push(await fill(browser, servers[name].origin, PAGES[name], parts));
    }
    const of = (list, name) => list.flatMap((one) => one[name]);
    const joined = (list) => ({ loads: of(list, 'load'), settled: of(list, 'settled'), paints: of(list, 'paints'), works: of(list, 'works') });
    return { ours: joined(all.ours), theirs: joined(all.theirs), slowed: CPU, chromium: `Chromium ${browser.version()}`, versions: servers.theirs.versions };
  } finally {
    await browser.close();
    Object.values(servers).forEach((server) => server.close());
    rmSync(site, { recursive: true, force: true });
  }
}
