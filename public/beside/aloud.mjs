// Reading aloud what the screen shows: a recorded clip where the language has one for these very words, else the browser's voice.
// Never by itself.

import { root, site } from './words.mjs';

/** Voices come late in some browsers, and never in others. */
const VOICES_MS = 1500;
const SILENT = 'script, style, textarea, select, [aria-hidden="true"], .mc-hide, .mc-aside, .mc-peek';

let going = 0;
let sound;

/** Words by block, in the order of the page: `{words, block}`. */
export function shown(main = document.querySelector('main')) {
  const found = [];
  const texts = document.createTreeWalker(main, NodeFilter.SHOW_TEXT);
  for (let text = texts.nextNode(); text; text = texts.nextNode()) {
    const words = text.data.replace(/\s+/g, ' ').trim();
    const box = text.parentElement;
    if (!words || box.closest(SILENT) || !box.getClientRects().length || getComputedStyle(box).visibility !== 'visible') continue;
    let block = box;
    while (/^inline/.test(getComputedStyle(block).display) && block !== main) block = block.parentElement;
    const last = found[found.length - 1];
    if (last && last.block === block) last.words += ` ${words}`;
    else found.push({ words, block });
  }
  return found;
}

/** `null`: this browser has no voice for the language. */
async function voice(lang) {
  if (!window.speechSynthesis) return null;
  const find = () => speechSynthesis.getVoices().find((voice) => voice.lang.toLowerCase().split(/[-_]/)[0] === lang.split('-')[0]);
  if (!find()) {
    await new Promise((done) => {
      setTimeout(done, VOICES_MS);
      speechSynthesis.addEventListener('voiceschanged', done, { once: true });
    });
  }
  return find() || null;
}

async function clips(lang) {
  const url = site.clips && site.clips[lang];
  return url ? (await fetch(url)).json() : {};
}

/** Reads until the end or `stop`. Gives `read`, or why nothing could be: `noVoice`, `noSpeech` (another browser could). */
export async function read() {
  stop();
  const mine = going;
  const { lang } = root;
  const [speaker, recorded] = await Promise.all([voice(lang), clips(lang).catch(() => ({}))]);
  // What is read belongs to the screen that was shown.
  const gone = new MutationObserver(stop);
  gone.observe(document.getElementById('mc-app'), { childList: true });
  let outcome = window.speechSynthesis ? 'noVoice' : 'noSpeech';
  for (const { words, block } of shown()) {
    if (mine !== going) break;
    const clip = recorded[words];
    if (!clip && !speaker) continue;
    outcome = 'read';
    block.classList.add('mc-said');
    await (clip ? play(clip) : speak(words, speaker));
    block.classList.remove('mc-said');
  }
  gone.disconnect();
  return mine === going ? outcome : 'read';
}

/** Paths of clips are relative to the site's folder `clips/`. */
function play(path) {
  return new Promise((done) => {
    sound = new Audio(`${site.base}clips/${path}`);
    for (const end of ['ended', 'error', 'pause']) sound.addEventListener(end, done);
    sound.play().catch(done);
  });
}

function speak(words, speaker) {
  return new Promise((done) => {
    const utterance = new SpeechSynthesisUtterance(words);
    Object.assign(utterance, { voice: speaker, lang: speaker.lang, rate: 0.9, onend: done, onerror: done });
    speechSynthesis.speak(utterance);
  });
}

export function stop() {
  going++;
  if (sound) sound.pause();
  sound = undefined;
  if (window.speechSynthesis) speechSynthesis.cancel();
}
