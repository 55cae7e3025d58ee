// The workbench: its WebAssembly, and the worker that lets it open without a network.
import './carry.js';

/** Where the survey at hand is kept (`src/browser/kept.rs`). */
const KEPT = 'mc.workbench.survey';
const worker = new URL('sw.js', location.href).href;
const { glue } = document.querySelector('script[data-glue]').dataset;
const named = (id) => document.getElementById(`wb-${id}`);

// Nothing becomes HTML here; the one script address that may pass is the worker's.
if (window.trustedTypes) trustedTypes.createPolicy('default', { createScriptURL: (url) => (url === worker ? url : null) });

let over = false;

/** After a trap nothing answers any more. What was kept may be what it fell over: it can be taken away, and none of it is lost. */
function stopped(reason) {
  over = true;
  console.warn('workbench:', reason);
  named('opening')?.remove();
  named('broken').hidden = false;
}

function trapped(reason) {
  if (window.WebAssembly && reason instanceof WebAssembly.RuntimeError) stopped(reason);
}

named('rescue').addEventListener('click', () => {
  const { name, survey } = JSON.parse(localStorage.getItem(KEPT) || '{}');
  const href = URL.createObjectURL(new Blob([JSON.stringify(survey, null, 2)], { type: 'application/json' }));
  Object.assign(document.createElement('a'), { href, download: `${name}.json` }).click();
  localStorage.removeItem(KEPT);
});
// What stopped half-way keeps nothing any more.
for (const left of ['blur', 'visibilitychange', 'pagehide']) addEventListener(left, (event) => over && event.stopImmediatePropagation(), true);
addEventListener('error', (event) => trapped(event.error));
addEventListener('unhandledrejection', (event) => trapped(event.reason));

try {
  const bench = await import(new URL(glue, import.meta.url).href);
  await bench.default();
  bench.start(document.body);
  named('opening')?.remove();
} catch (error) {
  stopped(error);
}

// Only where the page is served safely: elsewhere it needs the host, and nothing else changes.
if (navigator.serviceWorker) navigator.serviceWorker.register(worker).catch(() => {});
