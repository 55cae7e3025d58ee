// This page inside another one's frame: how tall it is and what has happened, told to the page around it; never an answer.
//
// Messages are objects with `mc: 1`. Out: {kind: 'here'}, {kind: 'height', height}, {kind: 'state', state}. In: {kind: 'hello'},
// from the page around and nobody else; it says to which origin the others go.

import { watch } from './element/states.mjs';

let host = '';
let told = 0;

function say(message) {
  parent.postMessage(Object.assign({ mc: 1 }, message), host || '*');
}

/** Whole pixels. A page without an origin of its own (`null`) cannot be named: it gets the height like any other. */
function measure() {
  const height = Math.ceil(document.body.getBoundingClientRect().height);
  if (!host || height === told) return;
  told = height;
  say({ kind: 'height', height });
}

addEventListener('message', (event) => {
  const said = event.data;
  if (event.source !== parent || !said || said.mc !== 1 || said.kind !== 'hello') return;
  host = event.origin === 'null' ? '*' : event.origin;
  told = 0;
  measure();
});

// What the ward answered is never shown inside a frame.
for (const link of document.querySelectorAll('.mc-foot a')) Object.assign(link, { target: '_blank', rel: 'noopener' });
// As tall as what is in it, not as the window.
document.body.style.setProperty('min-block-size', '0');
new ResizeObserver(measure).observe(document.body);
const form = document.getElementById('mc-rate');
if (form) {
  // A tap before this script came says `page`: boot.js has no byte to spare.
  form.dataset.mode = 'embed';
  watch(document.body, form, (state) => host && say({ kind: 'state', state }));
}
say({ kind: 'here' });
