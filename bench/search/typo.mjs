// One slip of the finger in one syllable of three letters or more.
const ROWS = ['qwertyuiop', 'asdfghjkl', 'zxcvbnm'];

function neighbours(letter) {
  const row = ROWS.findIndex((keys) => keys.includes(letter));
  if (row < 0) return ['e'];
  const at = ROWS[row].indexOf(letter);
  const near = [[row, at - 1], [row, at + 1], [row - 1, at], [row - 1, at + 1], [row + 1, at - 1], [row + 1, at]];
  return near.map(([r, c]) => ROWS[r]?.[c]).filter(Boolean);
}

const SLIPS = {
  left_out: (word, at) => word.slice(0, at) + word.slice(at + 1),
  twice: (word, at) => word.slice(0, at) + word[at] + word.slice(at),
  neighbour: (word, at, chance) => word.slice(0, at) + chance.pick(neighbours(word[at])) + word.slice(at + 1),
  swapped: (word, at) => (at + 1 < word.length ? word.slice(0, at) + word[at + 1] + word[at] + word.slice(at + 2) : word.slice(0, at)),
};

/** `text` is folded. Unchanged only where no syllable is long enough. */
export function typo(text, chance) {
  const syllables = text.split(' ');
  const long = syllables.map((_, at) => at).filter((at) => /^[a-z]{3,}$/.test(syllables[at]));
  if (!long.length) return text;
  const which = chance.pick(long);
  for (;;) {
    const word = syllables[which];
    const slipped = chance.pick(Object.values(SLIPS))(word, chance.below(word.length), chance);
    if (slipped !== word) return syllables.with(which, slipped).join(' ');
  }
}
