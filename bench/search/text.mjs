// Vietnamese text for the measurement, written without a look at the product's own folding: what is measured must not measure itself.
const MARKS = /[\u0300-\u036f]/g;
const TONES = { '\u0301': 's', '\u0300': 'f', '\u0309': 'r', '\u0303': 'x', '\u0323': 'j' };
const SHAPES = { 'â': 'aa', 'ă': 'aw', 'ê': 'ee', 'ô': 'oo', 'ơ': 'ow', 'ư': 'uw', 'đ': 'dd' };

/** Lower case without marks, words and numbers separated by one blank. */
export const fold = (text) => words(text.normalize('NFD').replace(MARKS, '').replace(/[đĐ]/g, 'd'));

/** Lower case with marks (NFC), words and numbers separated by one blank. */
export const exact = (text) => words(text.normalize('NFC'));

const words = (text) => (text.toLowerCase().match(/[\p{L}\p{N}\p{M}]+/gu) ?? []).join(' ');

/** The keys of a Telex keyboard whose software is switched off: the tone at the syllable's end. */
export function telex(text) {
  return exact(text).split(' ').map((syllable) => {
    let tone = '';
    let keys = '';
    for (const letter of syllable) {
      const parts = letter.normalize('NFD');
      const mark = [...parts].find((part) => TONES[part]);
      if (mark) tone = TONES[mark];
      const bare = (mark ? parts.replace(mark, '') : parts).normalize('NFC');
      keys += SHAPES[bare] ?? bare;
    }
    return keys + tone;
  }).join(' ');
}
