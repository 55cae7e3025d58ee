// Photographs every state in every theme into a folder, with a page to look at them side by side:
//   MC_BIN=target/bin/mot-cua MC_PAGE=target/page node tests/gallery/make.mjs [folder] [part of a state's name] [part of a theme's]
// On the way axe looks at each of them. Prints what it finds, what is wider than the screen, and what of a component's sheet no
// picture shows.
import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { chromium } from 'playwright-core';
import { axe } from '../browser/axe.mjs';
import { Collector, ROOT } from '../browser/harness.mjs';
import { siteAsking } from '../browser/pages/survey.mjs';
import { SHEETS, STATES, SURVEY, TABLET } from './states.mjs';

const [folder = join(ROOT, 'target/gallery'), part = '', themes = ''] = process.argv.slice(2);
const PHONE = { viewport: { width: 360, height: 740 } };
const THEMES = {
  light: PHONE,
  dark: { ...PHONE, colorScheme: 'dark' },
  high: { ...PHONE, look: 'high' },
  'text 200 %': { ...PHONE, look: 'xxl' },
  '320 px': { viewport: { width: 320, height: 640 } },
  'forced colours': { ...PHONE, forcedColors: 'active' },
};

const collector = await Collector.start();
const site = await siteAsking('views', await asked());
const asking = await Collector.start({ site });
const browser = await chromium.launch({ executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium', args: ['--no-sandbox', '--disable-gpu'] });
await mkdir(folder, { recursive: true });
const faults = [];
const rows = [];
/** Classes that are on a page, by the state that shows them. */
const shown = {};
let at = 0;

/** Every type of question, some with what is rarely asked for, and all answers once more at the end. */
async function asked() {
  const survey = JSON.parse(await readFile(join(ROOT, 'tests/browser/fixtures/views.json'), 'utf8'));
  const question = (name) => survey.pages.flatMap((page) => page.elements).find((element) => element.name === name);
  question('way').showCommentArea = true;
  question('order').selectToRankEnabled = true;
  return JSON.stringify({ ...survey, showPreviewBeforeComplete: 'showAllQuestions' });
}

async function photograph(state, come, theme, { look, baseURL, ...options }) {
  const context = await browser.newContext({ locale: 'vi-VN', timezoneId: 'Asia/Ho_Chi_Minh', hasTouch: true, serviceWorkers: 'block', bypassCSP: true, baseURL, ...options });
  context.setDefaultTimeout(15_000);
  const page = await context.newPage();
  if (look) await page.addInitScript((look) => localStorage.setItem('mc.look', look), look);
  const file = `${++at}.png`;
  try {
    await come(page);
    // What is still opening never comes to rest.
    await page.waitForLoadState('networkidle', { timeout: 5000 }).catch(() => {});
    shown[state] = await page.evaluate(() => [...new Set([...document.querySelectorAll('[class]')].flatMap((node) => [...node.classList]))]);
    // Forced colours are the system's own: axe would compute those of the sheet.
    if (!options.forcedColors) await axe(page, `${state}, ${theme}`).catch((fault) => faults.push(fault.message));
    await page.screenshot({ path: join(folder, file), fullPage: true });
  } catch (fault) {
    faults.push(`${state}, ${theme}: ${fault.message}`);
  }
  await context.close();
  return `<figure><img loading="lazy" src="${file}" alt=""><figcaption>${theme}</figcaption></figure>`;
}

const here = { baseURL: collector.origin };
for (const [states, shape] of [[STATES, here], [SURVEY, { baseURL: asking.origin }], [TABLET, { ...here, viewport: { width: 1024, height: 768 } }]]) {
  for (const [state, come] of Object.entries(states).filter(([name]) => name.includes(part))) {
    const figures = [];
    for (const [theme, options] of Object.entries(THEMES).filter(([name]) => name.includes(themes))) figures.push(await photograph(state, come, theme, { ...options, ...shape }));
    rows.push(`<h2>${state}</h2><div>${figures.join('')}</div>`);
    console.log(state);
  }
}
const sheet = 'body{font:16px system-ui;margin:1rem;background:#ddd}div{display:flex;gap:1rem;align-items:start;overflow:auto}figure{margin:0}img{max-width:24rem;border:1px solid #888}';
await writeFile(join(folder, 'index.html'), `<!doctype html><meta charset="utf-8"><title>Gallery</title><style>${sheet}</style>${rows.join('\n')}`);
await browser.close();
await Promise.all([collector.stop(), asking.stop()]);
await rm(site, { recursive: true, force: true });
if (!part) {
  for (const [sheet, states] of Object.entries(SHEETS)) {
    const seen = new Set(Object.entries(shown).filter(([state]) => new RegExp(`^(?:${states})`).test(state)).flatMap(([, classes]) => classes));
    const css = (await readFile(join(ROOT, `style/${sheet}.css`), 'utf8')).replace(/\/\*.*?\*\/|url\(.*?\)|"[^"]*"/gs, '');
    const unseen = [...new Set(css.match(/\.mc-[a-z0-9-]+/g))].filter((name) => !seen.has(name.slice(1)));
    if (unseen.length) faults.push(`style/${sheet}.css: no picture shows ${unseen.join(' ')}`);
  }
}
console.log(`${at} pictures in ${folder}`);
for (const fault of new Set(faults)) console.log(`! ${fault}`);
process.exitCode = faults.length ? 1 : 0;
