/** Shapes of keys that services give out, and words before a value. */
const SECRET = [
  /-----BEGIN [A-Z ]*PRIVATE KEY/, /\bAKIA[0-9A-Z]{16}\b/, /\bAIza[\w-]{35}\b/, /\beyJ[\w-]{10,}\.eyJ[\w-]{10,}\./, /\bgh[pousr]_\w{30,}/,
  /\bsk_(live|test)_\w{10,}/, /(password|passwd|secret|api[_-]?key|authorization)["']?\s*[:=]\s*["'][^"'\s]{6,}["']/i,
];

export const looksSecret = (text) => SECRET.some((pattern) => pattern.test(text));
