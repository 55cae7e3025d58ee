// The bytes of an answer: the same shape, order and rounding as `mot-cua-contract`.

/** UUID version 4. `crypto.randomUUID` would need a secure context; a ward tries it first at http://192.168.… */
export function uuid() {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  bytes[6] = (bytes[6] & 15) | 64;
  bytes[8] = (bytes[8] & 63) | 128;
  const hex = Array.from(bytes, (byte) => (byte + 256).toString(16).slice(1)).join('');
  return hex.replace(/^(.{8})(.{4})(.{4})(.{4})/, '$1-$2-$3-$4-');
}

/** The last 50 bits of an id in Crockford's base 32, ten characters. Thirteen hex digits fit into a number exactly. */
export function receipt(id) {
  let bits = parseInt(id.replace(/-/g, '').slice(-13), 16) % 2 ** 50;
  let code = '';
  while (code.length < 10) {
    code = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'[bits % 32] + code;
    bits = Math.floor(bits / 32);
  }
  return code;
}

/** RFC 3339 with this phone's offset, rounded down to the hour or the day; four-digit years, as RFC 3339 has no other. */
export function rounded(unixMs, offsetMinutes, rounding) {
  const offset = Math.max(-840, Math.min(840, offsetMinutes));
  const ms = Math.max(-62167219200000, Math.min(253402214400000, unixMs || 0));
  const local = new Date(ms + offset * 60000).toISOString();
  const two = (n) => String(Math.floor(n)).padStart(2, '0');
  const [east, sign] = [Math.abs(offset), offset < 0 ? '-' : '+'];
  return `${local.slice(0, 11)}${rounding === 'day' ? '00' : local.slice(11, 13)}:00:00${sign}${two(east / 60)}:${two(east % 60)}`;
}

/** Milliseconds since the page opened; undefined where the browser cannot tell. */
export function opened() {
  return window.performance ? Math.round(performance.now()) : undefined;
}

/**
 * The next revision after `old` (null: the first), with one more answer. Undefined members are left out by JSON.
 * `fact(name)` reads the form's `data-…`, `field(name)` its hidden fields; both give undefined for nothing.
 */
export function revision(old, rev, name, value, fact, field) {
  const [now, ms] = [new Date(), opened()];
  return {
    v: 1,
    id: old ? old.id : uuid(),
    rev,
    survey: fact('survey'),
    surveyVersion: fact('version'),
    place: {
      unit: field('unit'),
      counter: field('counter'),
      field: field('field'),
      procedure: field('procedure'),
      purpose: fact('purpose'),
    },
    answers: Object.assign(old ? old.answers : {}, { [name]: value }),
    complete: false,
    savedAt: rounded(now.getTime(), -now.getTimezoneOffset(), fact('rounding')),
    seconds: ms && Math.round(ms / 1000),
    lang: field('lang'),
    app: fact('app'),
    context: old ? old.context : { mode: fact('mode') || 'page', assisted: !!fact('assisted'), tapMs: ms },
    token: old ? old.token : fact('token'),
  };
}

/** What stands at the end of a path of names; undefined for nothing. */
export function member(of, path) {
  return path.reduce((of, name) => (of || {})[name], of);
}

/** What one placeholder stands for, as in `crates/contract/src/adapter/fill.rs`. */
function named(answer, name) {
  const { id, rev } = answer;
  return member(Object.assign({ key: `${id}-${rev}`, receipt: receipt(id), answer }, answer), name.split('.'));
}

/** Placeholders in every text of a template; a text that is one placeholder becomes the value itself. */
export function filled(template, answer) {
  return JSON.parse(JSON.stringify(template), (_, text) => {
    if (typeof text !== 'string') return text;
    const whole = /^\{([^{]*)\}$/.exec(text);
    return whole ? named(answer, whole[1]) : text.replace(/\{(id|rev|key|survey)\}/g, (_, name) => named(answer, name));
  });
}

/** URL-encoded fields: those of `template`, or those that the form itself posts. */
export function fields(answer, template) {
  const { survey, place, lang, id, rev, answers } = answer;
  const all = template ? filled(template, answer) : Object.assign({ survey }, place, { purpose: null, lang, id, rev }, answers);
  const pairs = new URLSearchParams();
  for (const name of Object.keys(all)) {
    for (const value of [].concat(all[name])) {
      if (value != null) pairs.append(name, typeof value === 'string' ? value : JSON.stringify(value));
    }
  }
  return pairs;
}
