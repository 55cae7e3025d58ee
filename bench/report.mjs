// Medians, ratios and the table that the README quotes.
import { CPU, SCREEN } from './visit.mjs';

export function median(numbers) {
  const sorted = [...numbers].sort((a, b) => a - b);
  const middle = sorted.length >> 1;
  return sorted.length % 2 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
}

/** Runs of one page → the median of each number. */
export function medians(runs) {
  return Object.fromEntries(
    ['tap', 'stored', 'find', 'bytes', 'heap'].map((key) => [key, runs[0][key] === null ? null : Math.round(median(runs.map((run) => run[key])))]),
  );
}

const seconds = (ms) => `${(ms / 1000).toFixed(2)} s`;
const kb = (bytes) => `${Math.round(bytes / 1000)} KB`;
const mb = (bytes) => `${(bytes / 1e6).toFixed(1)} MB`;
const ratio = (ours, theirs) => (ours / theirs).toFixed(2);

function row(what, ours, theirs, words) {
  return `| ${what} | ${words(ours)} | ${words(theirs)} | ${ratio(ours, theirs)} |`;
}

export function table({ rate, look, surveyjs, conditions }) {
  return `# Measured

${conditions.runs} cold visits of each page, one beside the other, medians; ${conditions.chromium}, ${SCREEN.width} × ${SCREEN.height}, processor
slowed ${CPU} times, Slow 4G (1.6 Mbit/s down, 750 kbit/s up, 150 ms). Made by \`cargo xtask bench\` on ${conditions.date}.

| | Một Cửa ${conditions.app} | SurveyJS | ratio |
|---|---|---|---|
${row('a face can be tapped', rate.tap, surveyjs.tap, seconds)}
${row('that tap has become an answer', rate.stored, surveyjs.stored, seconds)}
${row("look-up works (theirs: the face, they have no look-up)", look.find, surveyjs.tap, seconds)}
${row('transferred until the network is silent, rating', rate.bytes, surveyjs.bytes, kb)}
${row('transferred until the network is silent, look-up', look.bytes, surveyjs.bytes, kb)}
${row('memory after a search (theirs: after a tap)', look.heap, surveyjs.heap, mb)}

How:
- Ours is the released page, served by \`mot-cua serve\` with the sample site (${conditions.procedures} procedures): \`${conditions.ratePath}\`
  for the faces, \`${conditions.lookPath}\` for look-up.
- Theirs is ${conditions.surveyjs} with the same question out of the same definition, bundled and minified by esbuild
  (\`survey-js-ui\`, which is \`survey-react-ui\` on preact, is not published for this version of the core).
- Both come over HTTP/1.1 from 127.0.0.1, brotli 11, each visit in a fresh profile (cold cache), the pages in turn, 1.5 s after the one before is closed.
- Chromium is driven through its debugger's own pipe: no driver for tests puts a world of its own into the pages, and nothing is asked
  of them until they have told of their end.
- "Can be tapped": one click, at the first frame that shows a face with nothing over it. "Has become an answer": the first frame
  after which that very click is kept (ours: as the bytes in \`localStorage\`; theirs: as the value in the survey's model). A click
  that came too early to be kept would end the measurement as failed.
- "Look-up works": the link for look-up is opened, "khai sinh" is put into the field as soon as it shows; the time is that of the
  first frame with a result on the screen.
- "Memory": V8's heap and the buffers behind it (WebAssembly's memory is one) after a garbage collection.
`;
}
