// A frame with one of our pages in it, as tall as that page.

import { whenSeen } from '../element/seen.mjs';
import { listen } from './listen.mjs';

/** So long after its document came a page may take to say that it is there. */
const PATIENCE_MS = 10000;
/** A host that unsets everything does not unset these. */
const STYLE = { display: 'block', width: '100%', 'max-width': '100%', border: '0', margin: '0', padding: '0', position: 'static', visibility: 'visible', opacity: '1', transform: 'none', 'color-scheme': 'normal' };

/** Its page is asked for when it comes into view. `pixels` are kept free until then. `failed`: the page did not come, and the frame is gone. */
export function framed(address, title, pixels, failed) {
  const { href, origin } = new URL(address);
  const frame = document.createElement('iframe');
  const set = (name, value) => frame.style.setProperty(name, value, 'important');
  const height = (pixels) => set('height', `${pixels}px`);
  const tell = (what) => frame.dispatchEvent(new CustomEvent(`mot-cua-${what}`, { bubbles: true, composed: true }));
  for (const name of Object.keys(STYLE)) set(name, STYLE[name]);
  height(pixels);
  frame.title = title;
  frame.referrerPolicy = 'no-referrer';

  let [timer, here] = [0, false];
  const stop = () => {
    clearTimeout(timer);
    document.removeEventListener('securitypolicyviolation', blocked);
  };
  const fail = () => {
    stop();
    frame.remove();
    failed();
  };
  const blocked = (event) => /^frame-src/.test(event.effectiveDirective) && href.startsWith(event.blockedURI) && fail();
  listen(frame, origin, {
    here() {
      here = true;
      stop();
      tell('ready');
    },
    height(pixels) {
      height(pixels);
      tell('resize');
    },
    state: tell,
  });
  whenSeen(frame, () => {
    document.addEventListener('securitypolicyviolation', blocked);
    // A refused page "loads" too, as an empty one. Ours may have spoken before.
    frame.addEventListener('load', () => here || timer || (timer = setTimeout(fail, PATIENCE_MS)));
    frame.src = href;
  });
  return frame;
}
