// The workbench: its WebAssembly, and the worker that lets it open without a network.

const worker = new URL('sw.js', location.href).href;
const { glue } = document.querySelector('script[data-glue]').dataset;

// Nothing becomes HTML here; the one script address that may pass is the worker's.
if (window.trustedTypes) trustedTypes.createPolicy('default', { createScriptURL: (url) => (url === worker ? url : null) });

const bench = await import(new URL(glue, import.meta.url).href);
await bench.default();
bench.start(document.body);

// Only where the page is served safely: elsewhere it needs the host, and nothing else changes.
if (navigator.serviceWorker) navigator.serviceWorker.register(worker).catch(() => {});
