// The page that `bench/survey/run.mjs` writes.
const sorted = (all) => all.toSorted((a, b) => a - b);
export const median = (all) => sorted(all)[all.length >> 1];
export const tail = (all) => sorted(all)[Math.floor(all.length * 0.95)];

const us = (value) => (value >= 1000 ? `${(value / 1000).toFixed(1)} ms` : `${value.toFixed(1)} µs`);
const ms = (value) => `${value.toFixed(value < 100 ? 1 : 0)} ms`;
const row = (name, mine, other, words) => `| ${name} | ${words(mine)} | ${words(other)} | ${(other / mine).toFixed(1)} × |`;

export function native({ mine, other, loads }) {
  return [
    row(`load: text to first state, median of ${loads}`, mine.load, other.load, us),
    row('one answer to settled state, median', mine.answer, other.answer, us),
    row('one answer to settled state, 95th of 100', mine.slow, other.slow, us),
  ].join('\n');
}

export function engines({ ours, theirs }, loads) {
  return [
    row(`load: text to first state, median of ${loads}`, median(ours.loads) * 1000, median(theirs.loads) * 1000, us),
    row('one answer to settled state, mean', ours.answer * 1000, theirs.answer * 1000, us),
  ].join('\n');
}

export function page({ ours, theirs }) {
  const both = (name, key) => [row(`${name}, median`, median(ours[key]), median(theirs[key]), ms), row(`${name}, 95th of 100`, tail(ours[key]), tail(theirs[key]), ms)];
  return [
    row('load: navigation to a first question that can be answered, median', median(ours.loads), median(theirs.loads), ms),
    ...both('one answer to settled state', 'settled'),
    ...both('one answer to paint', 'paints'),
    ...both("the main thread's time for one answer and all that follows it", 'works'),
  ].join('\n');
}

/** What was promised, and whether it came out so. */
export function goals({ mine, other }, alone, { ours, theirs }) {
  const held = (is) => (is ? 'held' : '**not held**');
  const inPage = median(theirs.settled) / median(ours.settled);
  return [
    `- 10 × less time for an answer than survey-core: native ${held(other.answer / mine.answer >= 10)}, in Chromium ${held(alone.theirs.answer / alone.ours.answer >= 10)}. With views,`,
    `  storage and sending, beside SurveyJS's views, which neither keep nor send: ${inPage.toFixed(1)} ×.`,
    `- An answer is painted within 16 ms: ${held(median(ours.paints) < 16)} (median ${ms(median(ours.paints))}, 95th of 100 ${ms(tail(ours.paints))}).`,
  ].join('\n');
}
