// From whatever is shown to the faces, for the next person: the page's own button on the screen of thanks does it.

/** What that button is, when there is an answer and when there is none. */
const AGAIN = '.mc-thanks > button.mc-button:not(.mc-quiet)';

export async function next() {
  location.hash = '#thanks';
  (await seen(AGAIN)).click();
  try {
    // What `loader/back.mjs` keeps of each screen is the last person's too.
    for (const key of Object.keys(sessionStorage)) if (key.startsWith('mc.left')) sessionStorage.removeItem(key);
  } catch {
    // Storage is blocked: nothing was kept.
  }
}

/** The element, once it is in the page. */
export function seen(selector, within = document.querySelector('main')) {
  return new Promise((done) => {
    const look = () => {
      const found = within.querySelector(selector);
      if (!found) return;
      watch.disconnect();
      done(found);
    };
    const watch = new MutationObserver(look);
    watch.observe(within, { subtree: true, childList: true, attributes: true });
    look();
  });
}
