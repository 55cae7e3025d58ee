// A survey that a code brought to a phone (`src/bench/carried.rs`): deflated, in base 32, behind the `#`. Whoever made the code may be
// anybody: it is bounded, it is a definition like any other from here on, and nothing that is answered leaves the phone.

/** Letters of a code, and bytes of what is in it. */
const MOST_LETTERS = 8000;
const MOST_BYTES = 1 << 18;
const SHAPE = /^[0-9A-V]{20,}$/;
const KEPT = 'mc.workbench.carried';

function decoded(letters) {
  const bytes = new Uint8Array(Math.floor((letters.length * 5) / 8));
  let [held, bits, at] = [0, 0, 0];
  for (const letter of letters) {
    held = ((held << 5) | parseInt(letter, 32)) & 0xfff;
    bits += 5;
    if (bits >= 8 && at < bytes.length) {
      bits -= 8;
      bytes[at++] = (held >> bits) & 0xff;
    }
  }
  return bytes;
}

async function inflated(bytes) {
  const reader = new Blob([bytes]).stream().pipeThrough(new DecompressionStream('deflate-raw')).getReader();
  const parts = [];
  let size = 0;
  for (;;) {
    const { done, value } = await reader.read();
    if (done) return new Blob(parts).text();
    size += value.length;
    if (size > MOST_BYTES) throw new Error('too large');
    parts.push(value);
  }
}

/** `{survey, lang}`; nothing where there is none, and the page says why. */
export async function carried() {
  // The page has screens of its own behind the `#`, and a reload has to find the survey again.
  const behind = location.hash.slice(1);
  const letters = SHAPE.test(behind) ? behind : sessionStorage.getItem(KEPT) || behind;
  let why = letters ? 'broken' : 'none';
  try {
    if (letters.length > MOST_LETTERS || !SHAPE.test(letters)) throw new Error('no survey');
    if (!window.DecompressionStream) why = 'old';
    const { survey, lang } = JSON.parse(await inflated(decoded(letters)));
    if (!survey || typeof survey !== 'object' || Array.isArray(survey)) throw new Error('no survey');
    sessionStorage.setItem(KEPT, letters);
    history.replaceState(null, '', location.pathname);
    say('note');
    return { survey: JSON.stringify(survey), lang: lang === 'en' ? 'en' : 'vi' };
  } catch {
    say(why);
    return null;
  }
}

function say(what) {
  document.getElementById(`preview-${what}`).hidden = false;
}
