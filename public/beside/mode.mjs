// `?mode=`: `kiosk`, a tablet at the counter; `assist`, somebody helps others on one phone; `paper`, sheets are typed in. What is
// answered then says so (`context.mode`, `context.assisted`).

import { kiosk } from './kiosk.mjs';
import { next } from './next.mjs';
import { button, node } from './node.mjs';
import { onLanguage, words } from './words.mjs';

export function mode() {
  const [, name] = /[?&]mode=(kiosk|assist|paper)\b/.exec(location.search) || [];
  const { dataset } = document.getElementById('mc-rate');
  if (name === 'kiosk') {
    dataset.mode = name;
    return kiosk();
  }
  if (!name) return undefined;
  dataset.assisted = '1';
  if (name === 'paper') dataset.mode = name;
  return strip(...(name === 'paper' ? ['entry', 'nextSheet'] : ['assist', 'next']));
}

/** One line on every screen, with the way to the next person. */
async function strip(said, on) {
  const line = node('aside', { class: 'mc-aside mc-strip' });
  const fill = async () => {
    const t = await words();
    line.replaceChildren(node('p', {}, t(said)), button(t(on), next));
  };
  await fill();
  onLanguage(fill);
  document.querySelector('.mc-top').after(line);
}
