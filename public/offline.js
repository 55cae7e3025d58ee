// Loaded when the page is up and idle: the phone keeps the site, and a newer version is told, never forced upon anybody.

/** A page that stays open asks again when it is looked at, at most so often. */
const AGAIN_MS = 3600000;

/** `worker`: its address; `build`: the version of this page. */
export async function offline(worker, build) {
  const { serviceWorker } = navigator;
  // Browsers that have none, and pages without HTTPS: it works online, and says nothing else.
  if (!serviceWorker) return;
  const registration = await serviceWorker.register(worker, { updateViaCache: 'none' });
  const notice = document.getElementById('mc-newer');
  const tell = () => {
    // Without a controller this is the first visit: what waits then is this very version.
    notice.hidden = !(registration.waiting && serviceWorker.controller);
  };
  const watch = () => registration.installing && registration.installing.addEventListener('statechange', tell);
  registration.addEventListener('updatefound', watch);
  watch();
  tell();
  notice.querySelector('a').addEventListener('click', (event) => {
    event.preventDefault();
    const reload = () => location.reload();
    // Another tab may have asked before.
    if (!registration.waiting) return reload();
    serviceWorker.addEventListener('controllerchange', reload, { once: true });
    registration.waiting.postMessage({ want: 'newer' });
  });
  let last = Date.now();
  document.addEventListener('visibilitychange', () => {
    if (document.visibilityState !== 'visible' || Date.now() - last < AGAIN_MS) return;
    last = Date.now();
    registration.update().catch(() => {});
  });
  keep(await serviceWorker.ready, worker, build);
}

/** Who saves data gets the records that were opened, and no others. */
function keep({ active }, worker, build) {
  const base = new URL('.', worker).href;
  const read = performance.getEntriesByType('resource').map(({ name }) => name);
  const opened = read.filter((name) => name.startsWith(base)).map((name) => name.slice(base.length).split('?')[0]);
  const { saveData = false } = navigator.connection || {};
  active.postMessage({ want: 'keep', build, opened, all: !saveData });
}
