// Letters and colours: the words of `data-look` on the root, `"xl dark"`. The one inline script of the page (`policy.rs`) sets them
// before the first paint; sheets do the rest.

import { set } from './kept.mjs';
import { root } from './words.mjs';

/** From small to large, and per cent of the phone's own letters. Plain letters are no word. */
const SIZES = [['s', 87.5], ['', 100], ['l', 125], ['xl', 150], ['xxl', 200]];
export const COLOURS = ['auto', 'light', 'dark', 'high'];

const has = (word) => (root.dataset.look || '').split(' ').includes(word);
const step = () => Math.max(1, SIZES.findIndex(([word]) => word && has(word))) - (has('s') ? 1 : 0);

export const percent = () => SIZES[step()][1];
export const colour = () => COLOURS.find((word) => has(word)) || 'auto';

/** `by`: how many steps larger; 0: as the phone has them. */
export function resize(by) {
  look(SIZES[by ? Math.min(SIZES.length - 1, Math.max(0, step() + by)) : 1][0], colour());
}

export function paint(colours) {
  look(SIZES[step()][0], colours);
}

/** The tablet at the counter: the next person has chosen nothing. */
export function plain() {
  look('', 'auto');
}

function look(size, colours) {
  const words = [size, colours === 'auto' ? '' : colours].filter(Boolean).join(' ');
  root.dataset.look = words;
  if (!('kiosk' in root.dataset)) set('look', words || null);
}
