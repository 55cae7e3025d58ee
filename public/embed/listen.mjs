// Messages of one frame: from its window, from our origin, and of a known shape; all others are nobody's business here.

const STATES = ['rated', 'saved', 'sent', 'pending'];
/** Nothing of ours is as tall; a page that says so is not ours any more. */
const TALLEST = 20000;

/** `on`: what to call for `here`, `height` (pixels) and `state`. */
export function listen(frame, origin, on) {
  addEventListener('message', (event) => {
    const said = event.data;
    if (event.source !== frame.contentWindow || !event.source || event.origin !== origin || !said || said.mc !== 1) return;
    const { kind, height, state } = said;
    if (kind === 'here') {
      event.source.postMessage({ mc: 1, kind: 'hello' }, origin);
      on.here();
    } else if (kind === 'height' && Number.isInteger(height) && height > 0 && height <= TALLEST) {
      on.height(height);
    } else if (kind === 'state' && STATES.includes(state)) {
      on.state(state);
    }
  });
}
