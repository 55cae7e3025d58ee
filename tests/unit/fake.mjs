// As much of a browser as boot.js touches.

export class Storage {
  setItem(key, value) {
    this[key] = String(value);
  }
  getItem(key) {
    return Object.hasOwn(this, key) ? this[key] : null;
  }
  removeItem(key) {
    delete this[key];
  }
}

class Target {
  heard = {};
  addEventListener(name, act) {
    (this.heard[name] ||= []).push(act);
  }
  fire(name, event = {}) {
    const whole = { target: this, prevented: false, preventDefault: () => (whole.prevented = true), ...event };
    for (const act of this.heard[name] || []) act(whole);
    return whole;
  }
}

class Node extends Target {
  constructor(attributes) {
    super();
    Object.assign(this, attributes);
  }
  getAttribute(name) {
    return this.attributes[name] ?? null;
  }
  setAttribute(name, value) {
    this.attributes[name] = String(value);
  }
}

/** The stamped form of a desk. */
export function form(attributes = {}, hidden = {}) {
  const fields = { survey: 'quick', unit: '04795', counter: '3', field: '', procedure: '', lang: 'vi', id: '', rev: '', ...hidden };
  const inputs = Object.fromEntries(Object.entries(fields).map(([name, value]) => [name, { name, value, disabled: !value }]));
  const radios = ['5', '4', '3', '2', '1'].map((value) => ({ type: 'radio', name: 'overall', value, checked: false }));
  const code = { textContent: '' };
  const node = new Node({
    attributes: {
      'data-survey': 'quick',
      'data-version': 'sha256:ab',
      'data-rounding': 'hour',
      'data-app': '0.1.0',
      'data-state': 'idle',
      ...attributes,
    },
    inputs,
    radios,
    code,
    posts: 0,
    submit: () => node.posts++,
    querySelector(selector) {
      const name = /^input\[type=hidden\]\[name=(\w+)\]$/.exec(selector);
      if (name) return inputs[name[1]];
      if (selector === 'input[type=radio]:checked') return radios.find((radio) => radio.checked) || null;
      if (selector === '[data-receipt]') return code;
      throw new Error(selector);
    },
    querySelectorAll: () => radios,
    tap(value) {
      const radio = radios.find((radio) => radio.value === String(value));
      for (const other of radios) other.checked = other === radio;
      node.fire('change', { target: radio });
    },
  });
  return Object.defineProperty(node, 'state', { get: () => node.attributes['data-state'] });
}

/** Fresh globals. Returns what a test looks at: the requests, and how to answer them. */
export function browser() {
  const world = {
    requests: [],
    /** What the next requests get: a response, or an error that is thrown. */
    answer: () => new Error('offline'),
    classes: new Set(['mc-js']),
    /** Lets pending promises run. */
    settle: () => new Promise((resolve) => setImmediate(resolve)),
  };
  const document = new Target();
  document.visibilityState = 'visible';
  document.documentElement = { classList: { remove: (name) => world.classes.delete(name) } };
  const window = new Target();
  Object.assign(window, { localStorage: new Storage(), sessionStorage: new Storage(), performance: { now: () => 2100.4 } });
  window.fetch = async (url, options) => {
    world.requests.push({ url, ...options });
    const answer = world.answer(/^\{/.test(options.body) ? JSON.parse(options.body) : Object.fromEntries(new URLSearchParams(options.body)));
    if (answer instanceof Error) throw answer;
    return { status: answer.status, headers: new Map(Object.entries(answer.headers)), text: async () => answer.body };
  };
  Object.assign(globalThis, { window, document, fetch: window.fetch });
  // Node has read-only ones of its own.
  for (const [name, value] of Object.entries({ performance: window.performance, navigator: { onLine: true } })) {
    Object.defineProperty(globalThis, name, { value, configurable: true });
  }
  return Object.assign(world, { window, document });
}

const JSON_TYPE = { 'content-type': 'application/json' };

/** The collector's reply. */
export const stored = ({ id, rev }) => ({ status: 201, headers: JSON_TYPE, body: JSON.stringify({ id, rev, receipt: 'X', sha256: 'x' }) });
export const reply = (status, body, headers = JSON_TYPE) => () => ({ status, headers, body: typeof body === 'string' ? body : JSON.stringify(body) });
