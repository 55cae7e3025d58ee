// Link and frame: the one stands where the other cannot.

import { framed } from './framed.mjs';

const RESERVED = 640;
const WORDS = { vi: 'Đánh giá dịch vụ', en: 'Rate the service' };

export function show(script) {
  const link = linkOf(script, new URL('.', script.src));
  const frame = framed(link.href, link.textContent, Number(script.dataset.height) || RESERVED, () => {
    link.style.removeProperty('display');
    link.dispatchEvent(new CustomEvent('mot-cua-error', { bubbles: true, composed: true }));
  });
  link.before(frame);
  link.style.setProperty('display', 'none', 'important');
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
