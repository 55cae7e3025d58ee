// Elements by DOM calls: text stays text.

/** `attributes`: what is `undefined` is left out; a function hears that event. */
export function node(name, attributes, ...children) {
  const made = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) {
    if (typeof value === 'function') made.addEventListener(key, value);
    else if (value !== undefined) made.setAttribute(key, value);
  }
  made.append(...children);
  return made;
}

export function button(words, act, attributes = {}) {
  return node('button', Object.assign({ type: 'button', class: 'mc-button mc-quiet', click: act }, attributes), words);
}
