// Link and frame: the one stands where the other cannot.

import { whenSeen } from '../element/seen.mjs';
import { listen } from './listen.mjs';

const RESERVED = 640;
/** So long after its document came a page may take to say that it is there. */
const PATIENCE_MS = 10000;
/** A host that unsets everything does not unset these. */
const STYLE = { display: 'block', width: '100%', 'max-width': '100%', border: '0', margin: '0', padding: '0', position: 'static', visibility: 'visible', opacity: '1', transform: 'none', 'color-scheme': 'normal' };
const WORDS = { vi: 'Đánh giá dịch vụ', en: 'Rate the service' };

export function show(script) {
  const home = new URL('.', script.src);
  const link = linkOf(script, home);
  const frame = document.createElement('iframe');
  const set = (name, value) => frame.style.setProperty(name, value, 'important');
  const height = (pixels) => set('height', `${pixels}px`);
  const tell = (what) => frame.dispatchEvent(new CustomEvent(`mot-cua-${what}`, { bubbles: true, composed: true }));
  for (const name of Object.keys(STYLE)) set(name, STYLE[name]);
  height(Number(script.dataset.height) || RESERVED);
  frame.title = link.textContent;
  frame.referrerPolicy = 'no-referrer';
  link.before(frame);
  link.style.setProperty('display', 'none', 'important');

  let [timer, here] = [0, false];
  const fail = () => {
    stop();
    frame.remove();
    link.style.removeProperty('display');
    link.dispatchEvent(new CustomEvent('mot-cua-error', { bubbles: true, composed: true }));
  };
  const blocked = (event) => /^frame-src/.test(event.effectiveDirective) && link.href.startsWith(event.blockedURI) && fail();
  const stop = () => {
    clearTimeout(timer);
    document.removeEventListener('securitypolicyviolation', blocked);
  };
  listen(frame, home.origin, {
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
    frame.src = link.href;
  });
}

/** The link before the script if it leads to a page of ours, else one that is made of the attributes. */
function linkOf(script, home) {
  const before = script.previousElementSibling;
  if (before && before.localName === 'a' && before.href.startsWith(home.href)) return before;
  const { place = '', lang = '' } = script.dataset;
  const link = document.createElement('a');
  // Letters, digits, hyphens and slashes: an attribute leads to no other page.
  link.href = home.href + (/^[\w-]+(\/\w+)*$/.test(place) ? `Q/${place}` : '') + (/^[\w-]+$/.test(lang) ? `?lang=${lang}` : '');
  link.textContent = WORDS[lang] || WORDS.vi;
  script.before(link);
  return link;
}
