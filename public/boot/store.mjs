// What is kept until the page takes over. Everything here may be blocked: private mode, cookies off, an opaque origin.

/** What could not be stored lives as long as the page. */
const memory = new Map();
/** It in the shape of `localStorage`, for the page that takes over. */
const held = {
  get length() {
    return memory.size;
  },
  key: (at) => [...memory.keys()][at],
  getItem: (key) => memory.get(key) || null,
  setItem: (key, value) => memory.set(key, value),
  removeItem: (key) => memory.delete(key),
};
const WAITING = /^mc\.tap\./;

/** `localStorage` or `sessionStorage`; reading the property itself throws where cookies are blocked. */
function box(name) {
  return window[name];
}

export function get(name, key) {
  try {
    return memory.get(key) || box(name).getItem(key);
  } catch {
    return null;
  }
}

/** Whether it was stored. Not: whether it is on disk. */
export function set(name, key, value) {
  try {
    box(name).setItem(key, value);
    memory.delete(key);
    return true;
  } catch {
    memory.set(key, value);
    window.mcHeld = held;
    return false;
  }
}

/** Key of the waiting bytes of one revision. */
export function keyOf(answer) {
  return `mc.tap.${answer.id}.${answer.rev}`;
}

/** Keeps the bytes of a revision; false where only this page has them. */
export function keep(key, bytes) {
  return set('localStorage', key, bytes);
}

export function bytesOf(key) {
  return get('localStorage', key);
}

/** Keys of all that was not acknowledged yet, of earlier visits too. */
export function waiting() {
  const keys = [...memory.keys()];
  try {
    keys.push(...Object.keys(box('localStorage')));
  } catch {
    // Nothing is stored there.
  }
  return keys.filter((key) => WAITING.test(key));
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
