// The two engines without views in Chromium with the processor slowed: ours as WebAssembly, survey-core as its own bundle for
// browsers. One after the other in one tab, the same answers.
import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { join } from 'node:path';
import { CPU } from '../visit.mjs';

/** Within the page. A clock in a browser is too coarse for one answer: all are timed together. */
async function measure({ text, steps, loads }) {
  const { default: init, Engine } = await import('/engine.js');
  await init();
  const { Model } = globalThis.Survey;
  const kinds = {
    ours: { load: () => new Engine(text), answer: (one, { name, json }) => one.set(name, json), end: (one) => ({ visible: one.visible(), data: JSON.parse(one.data()) }) },
    theirs: {
      load: () => new Model(JSON.parse(text)),
      answer: (one, { name, value }) => one.setValue(name, value),
      end: (one) => ({ visible: one.getAllQuestions().filter((each) => each.isVisible && each.page.isVisible).length, data: one.data }),
    },
  };
  const told = steps.map((step) => ({ ...step, json: JSON.stringify(step.value) }));
  const result = {};
  for (const [name, { load, answer, end }] of Object.entries(kinds)) {
    const times = [];
    for (let at = 0; at < loads; at++) {
      const start = performance.now();
      load();
      times.push(performance.now() - start);
    }
    let run;
    // The first fills it in to be warm.
    for (let round = 0; round < 2; round++) {
      const survey = load();
      const start = performance.now();
      for (const step of told) answer(survey, step);
      run = { answer: (performance.now() - start) / told.length, ...end(survey) };
    }
    result[name] = { loads: times, ...run };
  }
  return result;
}

/** `folder` holds `engine.js` and `engine_bg.wasm`. → of `ours` and `theirs` the times of `loads` and the mean of an `answer`, in ms. */
export async function enginesInChromium({ chromium, executablePath, modules, folder, text, steps, loads }) {
  const files = {
    '/': ['text/html', '<!doctype html><script src="/survey.js"></script>'],
    '/survey.js': ['text/javascript', readFileSync(join(modules, 'survey-core/survey.core.min.js'))],
    '/engine.js': ['text/javascript', readFileSync(join(folder, 'mot_cua_bench_engine.js'))],
    '/mot_cua_bench_engine_bg.wasm': ['application/wasm', readFileSync(join(folder, 'mot_cua_bench_engine_bg.wasm'))],
  };
  const server = createServer(({ url }, reply) => {
    const [type, bytes] = files[url] ?? [];
    reply.writeHead(bytes ? 200 : 404, type && { 'content-type': type }).end(bytes);
  });
  await new Promise((done) => server.listen(0, '127.0.0.1', done));
  const browser = await chromium.launch({ executablePath, args: ['--no-sandbox', '--disable-gpu'] });
  try {
    const tab = await browser.newPage();
    const cdp = await tab.context().newCDPSession(tab);
    await cdp.send('Emulation.setCPUThrottlingRate', { rate: CPU });
    await tab.goto(`http://127.0.0.1:${server.address().port}/`);
    return await tab.evaluate(measure, { text, steps, loads });
  } finally {
    await browser.close();
    server.close();
  }
}
