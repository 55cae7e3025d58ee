// What is kept until the page takes over. Everything here may be blocked: private mode, cookies off, an opaque origin.

/** Bytes that could not be put into localStorage: they live as long as the page. */
const memory = new Map();
const WAITING = /^mc\.tap\./;

/** `localStorage` or `sessionStorage`; reading the property itself throws where cookies are blocked. */
function box(name) {
  return window[name];
}

export function get(name, key) {
  try {
    return box(name).getItem(key);
  } catch {
    return null;
  }
}

/** Whether it was stored. Not: whether it is on disk. */
export function set(name, key, value) {
  try {
    box(name).setItem(key, value);
    return true;
  } catch {
    return false;
  }
}

/** Key of the waiting bytes of one revision. */
export function keyOf(answer) {
  return `mc.tap.${answer.id}.${answer.rev}`;
}

/** Keeps the bytes of a revision; false where only this page has them. */
export function keep(key, bytes) {
  const kept = set('localStorage', key, bytes);
  if (!kept) memory.set(key, bytes);
  return kept;
}

export function bytesOf(key) {
  return memory.get(key) || get('localStorage', key);
}

/** Keys of all that was not acknowledged yet, of earlier visits too. */
export function waiting() {
  try {
    return [...memory.keys(), ...Object.keys(box('localStorage')).filter((key) => WAITING.test(key))];
  } catch {
    return [...memory.keys()];
  }
}

/** The backend has it: the same bytes under `mc.ack.…`, for the page to know. */
export function acknowledge(key) {
  const bytes = bytesOf(key);
  // Another tab's page may have taken it meanwhile.
  if (bytes) set('localStorage', ackOf(key), bytes);
  memory.delete(key);
  try {
    box('localStorage').removeItem(key);
  } catch {
    // Nothing was stored there.
  }
}

export function isAcknowledged(key) {
  return get('localStorage', ackOf(key)) !== null;
}

function ackOf(key) {
  return key.replace('tap', 'ack');
}
